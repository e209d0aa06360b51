"""Each row of a file with what becomes of it; refused ones can be mended here."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import dash_bootstrap_components as dbc
from dash import dcc, html
from dash.development.base_component import Component
from flask_babel import gettext as _

from components.content import Content, listed
from components.editing.table_words import row_kind
from components.formats import listing, number
from components.imports.columns import import_field_label
from components.imports.note_words import noted_field, noted_table
from components.imports.sending import sending_form
from components.imports.words import match_words, state_words, states_counted
from components.link import link
from components.table import Column, table
from components.unknown import unknown
from components.vocabulary import label, labels

STATES = ("new", "changed", "unchanged", "refused")
LONGEST = 160
# What tells nothing to people in a preview.
UNTOLD = frozenset({"id", "network", "x", "y", "row"})
# What a note says of its place is told in words.
NOTED: Mapping[str, Callable[[Mapping[str, str]], str]] = {"table": noted_table, "field": noted_field}


def state_links(counts: Mapping[str, int], chosen: str, href: Callable[[str], str]) -> Component:
    """All rows, and how many become what; each a link that shows only those."""
    total = sum(counts.values())
    items = [("", _("All rows: %(n)s", n=number(total))), *((state, states_counted(state, counts.get(state, 0))) for state in STATES)]
    links = [
        html.Li(
            html.Span(words, **{"aria-current": "true"}) if state == chosen else link(words, href(state)),
            className=f"import-count import-{state or 'all'}",
        )
        for state, words in items
    ]
    return html.Nav(html.Ul(links, className="import-counts"), **{"aria-label": _("Rows by what becomes of them")})


def preview_rows(rows: Sequence[Any], say: Callable[[Any], str], fields: Callable[[str], Mapping[str, Any]], *, address: str) -> Component:
    """The rows as a table in a form, with a place to mend each refused one. `say`: the sentence of a Problem; `fields`: of a table."""
    columns = [
        Column(_("What becomes of it")),
        Column(_("Line"), numeric=True),
        Column(_("Kind")),
        Column(_("What the file says"), header=True),
    ]
    asked: dict[tuple[str, ...], int] = {}
    cells: list[list[Content | None]] = [
        [
            html.Span(state_words(row.state), className=f"import-state import-{row.state}"),
            number(row.line),
            row_kind(row.target),
            html.Div([_told(row, fields(row.target)), *_reason(row, say, fields(row.target), asked)], className="import-row"),
        ]
        for row in rows
    ]
    refused = [row for row in rows if row.state == "refused"]
    undecided = [row for row in refused if row.candidates]
    buttons = [
        *([html.Button(_("Keep the corrections and look again"), type="submit", className="btn")] if refused else []),
        *(
            [html.Button(_("All that are undecided are new ones"), type="submit", name="new_by_default", value="1", className="btn")]
            if undecided
            else []
        ),
    ]
    shown = table(columns, cells, caption=_("Preview of the rows"))
    return sending_form([shown, *([html.Div(buttons, className="btn-row")] if buttons else [])], address)


def _told(row: Any, fields: Mapping[str, Any]) -> Component:
    """What the file says; of a changed row only what differs, with what is there now."""
    if row.state == "changed":
        parts = [_difference(row.target, fields.get(field), field, old, row.new[field]) for field, old in row.old.items()]
        return html.Div([_title(row), html.Ul(parts, className="import-fields")])
    if row.state == "unchanged":
        return html.Div([_title(row), html.P(match_words(row.match), className="import-match")])
    shown = [(name, text) for name, text in row.said.items() if text and name not in UNTOLD]
    return html.Ul([_pair(row, fields.get(name), name, text) for name, text in shown], className="import-fields")


def _title(row: Any) -> Component:
    name = next((text for field, text in row.said.items() if text and field not in UNTOLD), "")
    name = f"{name}, {noted_field(row.said)}" if row.target == "note" else name
    found = match_words(row.match) if row.state == "changed" else None
    return html.P([html.Strong(_short(name)), *([" (", found, ")"] if found else [])])


def _pair(row: Any, field: Any, name: str, text: str) -> Component:
    """What the file says, in our words where a field has its own."""
    kept, said = row.columns.get(name), _content(row.new.get(name) or text)
    if field is not None and field.vocabulary and isinstance(kept, str):
        ours = label(field.vocabulary, kept)
        said = ours if text in (kept, ours) else [ours, " ", html.Span(f"({_short(text)})", className="import-match")]
    elif row.target == "note" and name in NOTED:
        said = NOTED[name](row.said)
    return html.Li([html.Span(import_field_label(row.target, name) + ": ", className="import-field"), *listed(said)])


def _difference(target: str, field: Any, name: str, old: str | None, new: str | None) -> Component:
    before = html.Del(_value(field, old)) if old else unknown()
    after = html.Ins(_value(field, new)) if new else unknown()
    arrow = html.Span(" → ", **{"aria-hidden": "true"})
    spoken = html.Span(_(" becomes "), className="sr")
    return html.Li([html.Span(import_field_label(target, name) + ": ", className="import-field"), before, arrow, spoken, after])


def _value(field: Any, text: str) -> str:
    if field is not None and field.vocabulary:
        return listing([label(field.vocabulary, code) for code in text.split(" | ")])
    return (_("yes") if text == "yes" else _("no")) if field is not None and field.kind == "yes_no" else _short(text)


def _content(text: str) -> Content:
    return _short(text)


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else text[:LONGEST] + "…"


def _reason(row: Any, say: Callable[[Any], str], fields: Mapping[str, Any], asked: dict[tuple[str, ...], int]) -> list[Component]:
    """Why a row stays out, and where to mend it; what several rows say alike is asked once."""
    if row.problem is None:
        return []
    said = html.P(say(row.problem), className="field-error")
    if row.candidates:
        return [said, _who_is_it(row)]
    if row.place is None:
        return [said]
    stands = row.said.get(row.problem.field, "")
    line = asked.setdefault((row.key.split(".")[0], str(row.place), stands or row.key), row.line)
    if line != row.line:
        return [said, html.P(_("It says the same as line %(line)s and is mended with it.", line=line), className="import-match")]
    return [said, _mending(row, fields.get(row.problem.field), stands)]


def _who_is_it(row: Any) -> Component:
    name = f"import-same-{row.key.replace('.', '-')}"
    options = [
        *({"value": str(candidate.ref), "label": _("It is “%(name)s”", name=candidate.name)} for candidate in row.candidates),
        {"value": "0", "label": _("It is another one, new here")},
    ]
    control = dbc.Select(options, "", id=name, name=f"same.{row.key}", placeholder=_("Please choose"))
    return html.Div([html.Label(_("Which one is it?"), htmlFor=name), control], className="form-field")


def _mending(row: Any, field: Any, stands: str) -> Component:
    key = f"{row.key}.{row.place}"
    name = f"import-cell-{key.replace('.', '-')}"
    if field is not None and field.kind == "choice":
        words = labels(field.vocabulary)
        options = [*({"value": code, "label": words[code]} for code in field.codes), {"value": "-", "label": _("leave it empty")}]
        control = dbc.Select(options, "", id=name, name=f"code.{key}", placeholder=_("Please choose"))
    else:
        control = dbc.Input(value=stands, id=name, name=f"cell.{key}", class_name="field", autocomplete="off")
    return html.Div([html.Label(_("Line %(line)s, write instead:", line=row.line), htmlFor=name), control], className="form-field")


def bring_in(counts: Mapping[str, int], *, seal: str, address: str, cancel: str, ready: bool) -> Component:
    """The button that does it, saying how much; and the one that forgets the file."""
    doing = [states_counted(state, counts[state]) for state in ("new", "changed") if counts.get(state)]
    words = _("Bring in %(rows)s", rows=listing(doing)) if doing else _("Nothing to bring in")
    left = _("Refused rows stay out; nothing of them is written.") if counts.get("refused") else None
    form = sending_form(
        [
            dcc.Input(type="hidden", name="seal", value=seal),
            *([html.P(left)] if left else []),
            html.Button(words, type="submit", className="btn btn-primary", disabled=not (doing and ready)),
        ],
        address,
    )
    return html.Div([form, forget(cancel)], className="import-end")


def forget(address: str) -> Component:
    """The button that forgets the file."""
    return sending_form([html.Button(_("Forget this file"), type="submit", className="btn-plain")], address)


def take_back(action_id: str) -> Component:
    """The button that takes an import back; assets/edit/20-undo.js acts on it."""
    return html.Button(_("Take it back"), type="button", className="btn btn-quiet", **{"data-undo": action_id})
