"""Two stakeholders side by side, to become one, or to be known as one body in two networks."""

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

import dash_bootstrap_components as dbc
from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _

from components.content import Content
from components.editing.field_words import field_label
from components.editing.table_words import rows_in_words
from components.editing.value_words import value_words
from components.empty import empty
from components.formats import listing
from components.link import link
from components.unknown import unknown

SIDES = ("first", "second")
Days = Callable[[Any], tuple[date | None, date | None]]


def picker(key: str, words: str, *, value: str, list_id: str) -> Component:
    """A text field that finds a stakeholder in the list of choices; the address is written when one is chosen."""
    field_id = f"merge-{key}"
    control = dbc.Input(id=field_id, type="text", value=value, autocomplete="off", class_name="field", list=list_id)
    hint = html.P(_("Type a part of the name and choose from the list."), className="field-hint", id=f"{field_id}-hint")
    return html.Div(
        [html.Label(words, htmlFor=field_id), control, hint, html.P(className="field-error", role="alert")],
        className="form-field",
        **{"data-merge-pick": key},
    )


def pickers(people: Sequence[Any], chosen: Mapping[str, Any], *, several: bool) -> Component:
    """Both fields with their list; with `several` networks each name is told with its network."""
    options = [html.Option(value=_name(each, several=several), **{"data-id": str(each.id)}) for each in people]
    words = {"a": _("The one that stays"), "b": _("The one that is the same")}
    fields = [
        picker(key, words[key], value=_name(chosen[key], several=several) if chosen.get(key) else "", list_id="merge-people")
        for key in ("a", "b")
    ]
    problem = _("“{name}” is not in the list. Type a part of the name and choose from the list.")
    return html.Div([*fields, html.Datalist(options, id="merge-people")], className="merge-pick", **{"data-none": problem})


def _name(each: Any, *, several: bool) -> str:
    return f"{each.name} – {each.network}" if several else str(each.name)


def side_by_side(merger: Any, suggested: Callable[[Any, Any, Any], str], joints: Mapping[str, str], days: Days) -> Component:
    """Every field in which the two differ, with a choice; the others stand below, as they are."""
    if not merger.differing:
        return empty(_("Both say the same in every field."), _("Only what hangs on the second one moves over."))
    head = html.Div(
        [html.Span(link(side.name, f"/stakeholders/{side.id}")) for side in (merger.first, merger.second)], className="merge-head"
    )
    rows = [_choice(field, merger, suggested, joint=field.name in joints, days=days) for field in merger.differing]
    return html.Div([head, *rows], className="merge-fields")


def _choice(field: Any, merger: Any, suggested: Callable[[Any, Any, Any], str], *, joint: bool, days: Days) -> Component:
    values = [side.values[field.name] for side in (merger.first, merger.second)]
    told = [{"value": side, "label": value_shown(field, value, days)} for side, value in zip(SIDES, values, strict=True)]
    if joint and None not in values:
        told.append({"value": "both", "label": _("both, one after the other")})
    legend = field_label("stakeholder", field.name)
    radios = dbc.RadioItems(
        told,
        suggested(field, *values),
        id={"type": "merge-field", "index": field.name},
        name=f"merge-{field.name}",
        class_name="merge-choice",
    )
    seen = {f"data-{side}": json.dumps(value) for side, value in zip(SIDES, values, strict=True)}
    return html.Fieldset([html.Legend(legend), radios], **{"data-merge-field": field.name}, **seen)


def value_shown(field: Any, value: Any, days: Days) -> Content:
    """One value in words."""
    if value in (None, []):
        return unknown()
    return value_words(field, value, days(value) if field.kind == "vague_day" else None, {})


def alike(merger: Any, fields: Mapping[str, Any], days: Days) -> Component | None:
    """The fields in which both say the same, in one list; None without any."""
    differing = {field.name for field in merger.differing}
    same = [(name, field) for name, field in fields.items() if name not in differing and merger.first.values[name] not in (None, [])]
    if not same:
        return None
    items = [
        html.Li([html.B(field_label("stakeholder", name)), ": ", value_shown(field, merger.first.values[name], days)])
        for name, field in same
    ]
    return html.Details([html.Summary(_("What both say alike")), html.Ul(items)], className="more")


def what_moves(merger: Any) -> list[Component]:
    """What hangs on the second one, what of it moves over and what goes to the trash, in sentences."""
    given_up, counts = merger.given_up, merger.second.counts
    moving = {table: n - given_up.get(table, 0) for table, n in counts.items() if n > given_up.get(table, 0)}
    words = {"first": merger.first.name, "second": merger.second.name}
    moved = (
        _("To %(first)s move over: %(rows)s.", rows=_rows(moving), **words)
        if moving
        else _("Nothing that hangs on %(second)s has to move over.", **words)
    )
    doubled = (
        _(
            "These move to the trash, as %(first)s has the same or stands in the same mapping: %(rows)s.",
            rows=_rows(given_up),
            first=merger.first.name,
        )
        if given_up
        else None
    )
    last = _("%(second)s itself moves to the trash. All of it can be taken back in one step.", **words)
    return [html.P(moved), *([html.P(doubled)] if doubled else []), html.P(last)]


def _rows(counts: Mapping[str, int]) -> str:
    return listing([rows_in_words(table, n) for table, n in counts.items()])


def merge_button(merger: Any) -> Component:
    """Does it; what was chosen is read from the fields beside it."""
    said = {
        "data-merge": f"{merger.first.id} {merger.second.id}",
        "data-back": _("Take back"),
        "data-then": f"/stakeholders/{merger.first.id}",
    }
    swap = link(_("Let the other one stay"), f"/data/merge?a={merger.second.id}&b={merger.first.id}", button=True)
    return html.Div([html.Button(_("Merge"), type="button", className="btn btn-primary", **said), swap], className="btn-row")


def body_tools(stakeholder_id: int, *, known: bool) -> Component:
    """The way to say that a stakeholder is the same body as one of another network, and to take that back."""
    find = link(_("Find it in another network"), f"/data/merge?a={stakeholder_id}")
    return html.Div([find, *([body_button(stakeholder_id, None)] if known else [])], className="btn-row")


def body_button(first_id: int, second_id: int | None) -> Component:
    """Says that two rows of different networks are the same body; without a second one, that the first is no longer the same as any."""
    if second_id is None:
        return html.Button(
            _("Not the same body as in other networks"),
            type="button",
            className="btn btn-quiet",
            **_body(f"{first_id}"),
        )
    return html.Button(_("They are the same body"), type="button", className="btn btn-primary", **_body(f"{first_id} {second_id}"))


def _body(ids: str) -> dict[str, str]:
    return {"data-body": ids, "data-back": _("Take back")}
