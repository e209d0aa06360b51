"""Where the tables and columns of a file go, and how they are written: one form."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import dash_bootstrap_components as dbc
from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _

from components.content import Content
from components.editing.field_words import field_label
from components.editing.table_words import table_label
from components.imports.sending import sending_form
from components.table import Column, table

EXAMPLES = 3
LONGEST_EXAMPLE = 40


def columns_form(
    tables: Sequence[Any],
    choices: Any,
    questions: Sequence[Any],
    networks: Sequence[tuple[int, str]],
    targets: Sequence[str],
    fields: Callable[[str], Sequence[str]],
    *,
    address: str,
    unfolded: bool,
) -> Component:
    """The form. `tables`, `choices`, `questions` as `data_layer` has them; `targets` our tables, `fields` those of one of them."""
    asked = {question.key: question for question in questions}
    places = [_place(number, part, choices, targets, fields) for number, part in enumerate(tables)]
    return sending_form(
        [
            _network(choices.network_id, networks),
            *([html.Fieldset([html.Legend(_("How are these columns written?")), *map(_asked, asked.values())])] if asked else []),
            html.Details([html.Summary(_("Where each column goes")), html.Div(places, className="import-tables")], open=unfolded),
            html.Div(html.Button(_("Show the preview"), type="submit", className="btn"), className="btn-row"),
        ],
        address,
    )


def _network(chosen: int | None, networks: Sequence[tuple[int, str]]) -> Component:
    options = [{"value": str(network_id), "label": name} for network_id, name in networks]
    control = dbc.Select(options, str(chosen or ""), id="import-network", name="network", placeholder=_("Please choose"))
    return html.Div([html.Label(_("Into which network?"), htmlFor="import-network"), control], className="form-field")


def _asked(question: Any) -> Component:
    words = _form_words(question.choices)
    options = [{"value": str(form), "label": words[str(form)]} for form in question.choices]
    name = f"import-form-{question.key.replace('.', '-')}"
    text = _("Column “%(column)s”: how is %(example)s meant?", column=question.column, example=question.examples[0])
    control = dbc.Select(options, str(question.chosen or ""), id=name, name=f"form.{question.key}", placeholder=_("Please choose"))
    return html.Div([html.Label(text, htmlFor=name), control], className="form-field")


def _form_words(forms: Sequence[Any]) -> Mapping[str, str]:
    words = {
        "dmy": _("the day first, then the month"),
        "mdy": _("the month first, then the day"),
        "comma": _("a comma before decimals: 1.234 is one thousand two hundred and thirty-four"),
        "point": _("a point before decimals: 1,234 is one thousand two hundred and thirty-four"),
    }
    return {str(form): words[str(form)] for form in forms}


def _place(number: int, part: Any, choices: Any, targets: Sequence[str], fields: Callable[[str], Sequence[str]]) -> Component:
    target = choices.targets[number]
    name = f"import-target-{number}"
    options = [{"value": "", "label": _("nowhere: leave it out")}, *({"value": code, "label": table_label(code)} for code in targets)]
    head = html.Div(
        [
            html.Label(_("“%(name)s” goes to", name=part.name), htmlFor=name),
            dbc.Select(options, target, id=name, name=f"target.{number}", placeholder=_("nowhere: leave it out")),
        ],
        className="form-field",
    )
    if not target:
        return html.Div(head, className="import-table")
    rows = [_column(number, place, part, choices.fields[number][place], target, fields(target)) for place in range(len(part.columns))]
    columns = [Column(_("Column of the file"), header=True), Column(_("For example")), Column(_("Goes to"))]
    caption = _("Columns of “%(name)s”", name=part.name)
    return html.Div([head, table(columns, rows, caption=caption)], className="import-table")


def _column(number: int, place: int, part: Any, chosen: str, target: str, fields: Sequence[str]) -> list[Content | None]:
    examples = list(dict.fromkeys(row[place] for row in part.rows[:200] if row[place]))[:EXAMPLES]
    shown = " · ".join(text if len(text) <= LONGEST_EXAMPLE else text[:LONGEST_EXAMPLE] + "…" for text in examples)
    name = f"import-field-{number}-{place}"
    options = [{"value": "", "label": _("nowhere")}, *({"value": field, "label": import_field_label(target, field)} for field in fields)]
    spoken = html.Label(_("“%(column)s” goes to", column=part.columns[place]), htmlFor=name, className="sr")
    control = dbc.Select(options, chosen, id=name, name=f"field.{number}.{place}", placeholder=_("nowhere"))
    return [part.columns[place], shown or None, [spoken, control]]


def import_field_label(table_name: str, field: str) -> str:
    """The name of a field to which a column can go."""
    extras = {
        "id": _("Number in this dashboard"),
        "network": _("Network"),
        "x": _("Place in the picture, from the left"),
        "y": _("Place in the picture, from the top"),
        "row": _("Number of the row that it belongs to"),
    }
    return extras[field] if field in extras else field_label(table_name, field)
