"""The form in which a leader composes a release: each choice stands in the address at once, so that nothing is lost."""

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

import dash_bootstrap_components as dbc
from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _

from components.empty import empty
from components.ids import dom_id
from components.releases.figure_words import figure_title
from components.releases.tick_boxes import tick_boxes

MONEY = "money"
SHOW = "show"
KIND = "composing"


class Named(Protocol):
    """Something that can be chosen."""

    @property
    def id(self) -> int: ...
    @property
    def name(self) -> str: ...


class Funder(Protocol):
    """An account that can read a release."""

    @property
    def id(self) -> int: ...
    @property
    def email(self) -> str: ...


def table_words(code: str) -> str:
    """What a table answers, before it is known in which currencies there is money."""
    return _("What money was there? One table for each currency.") if code == MONEY else figure_title(code)


def composing_form(
    chosen: Mapping[str, str],
    *,
    networks: Sequence[Named],
    periods: Sequence[Named],
    funders: Sequence[Funder],
    tables: Sequence[str],
    problem: tuple[str, str] | None,
    more: Sequence[Component] = (),
) -> Component:
    """The form with what was chosen, by key of the address; `problem` is a key and the sentence about it.

    Names and ids of the fields are those keys: a script writes the address. `more` are boxes of the same kind.
    """
    wrong = dict([problem]) if problem else {}
    look: Any = {"data-composing": SHOW}
    return html.Div(
        [
            _text("title", _("Title"), chosen, wrong, hint=_("For example the name of the programme and the year.")),
            html.Div(_period(chosen, periods, wrong), className="composing-period"),
            _checks("lens", _("Networks"), [(str(one.id), one.name) for one in networks], chosen, wrong),
            _checks("tables", _("Tables"), [(code, table_words(code)) for code in tables], chosen, wrong),
            _readers(funders, chosen, wrong),
            *more,
            *([html.P(wrong["merge"], className="field-error", role="alert")] if "merge" in wrong else []),
            html.Div(html.Button(_("Show what they would see"), type="button", className="btn btn-primary", **look), className="btn-row"),
        ],
        className="form composing",
    )


def _period(chosen: Mapping[str, str], periods: Sequence[Named], wrong: Mapping[str, str]) -> list[Component]:
    fields = []
    if periods or "period" in chosen:
        options = [{"value": "", "label": _("months of my own")}, *({"value": str(one.id), "label": one.name} for one in periods)]
        select = dbc.Select(options, chosen.get("period", ""), id=_id("period"), name="period", placeholder=_("months of my own"))
        fields.append(_field("period", _("Reporting period"), select, wrong))
    if "period" not in chosen:
        hint = _("Whole months, like 2017-01.")
        fields += [_text("from", _("First month"), chosen, wrong, kind="month", hint=hint)]
        fields += [_text("to", _("Last month"), chosen, wrong, kind="month", hint=hint)]
    return fields


def _readers(funders: Sequence[Funder], chosen: Mapping[str, str], wrong: Mapping[str, str]) -> Component:
    if not funders:
        nobody = empty(_("No funder has an account yet."), _("An administrator can make one for them."))
        return html.Div([nobody, *_problem("readers", wrong)], className="form-field")
    hint = _("You read it too, and each reader’s address is shown to the leaders among the readers.")
    return _checks("readers", _("Who may read it"), [(str(one.id), one.email) for one in funders], chosen, wrong, hint=hint)


def _text(
    key: str, label: str, chosen: Mapping[str, str], wrong: Mapping[str, str], *, kind: str = "text", hint: str | None = None
) -> Component:
    limits = {"placeholder": "2017-01"} if kind == "month" else {"maxlength": 200}
    control = dbc.Input(
        id=_id(key), name=key, type=kind, value=chosen.get(key, ""), debounce=True, autocomplete="off", class_name="field", **limits
    )
    return _field(key, label, control, wrong, hint=hint)


def _field(key: str, label: str, control: Component, wrong: Mapping[str, str], *, hint: str | None = None) -> Component:
    return html.Div(
        [html.Label(label, htmlFor=dom_id(_id(key))), *_hint(hint), control, *_problem(key, wrong)],
        className="form-field",
    )


def _checks(
    key: str,
    label: str,
    options: Sequence[tuple[str, str]],
    chosen: Mapping[str, str],
    wrong: Mapping[str, str],
    *,
    hint: str | None = None,
) -> Component:
    ticked = [value for value in chosen.get(key, "").split(",") if value in dict(options)]
    boxes = tick_boxes(key, options, ticked)
    return html.Fieldset([html.Legend(label), *_hint(hint), boxes, *_problem(key, wrong)], className="form-field")


def _id(key: str) -> dict[str, str]:
    return {"type": KIND, "index": key}


def _hint(hint: str | None) -> list[Component]:
    return [html.P(hint, className="field-hint")] if hint else []


def _problem(key: str, wrong: Mapping[str, str]) -> list[Component]:
    return [html.P(wrong[key], className="field-error", role="alert")] if key in wrong else []
