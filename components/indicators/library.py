"""The library of indicators as a list to choose from."""

from collections.abc import Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _

from components.editing.edit_button import add_button
from components.flag import flag
from components.indicators.library_words import Words, library_words
from components.vocabulary import label, labels


def library(templates: Sequence[Any], *, begins: dict[str, int | None]) -> Component:
    """The indicators by level; each opens the form, filled in. `begins`: what the new indicator is of (network, micro_project, pilot)."""
    words = library_words()
    parts = [
        html.Section(
            [
                html.H3(label("evaluation_level", level).capitalize()),
                html.Ul([_item(each, words[each.code], begins) for each in templates if each.level == level], className="library"),
            ]
        )
        for level in labels("evaluation_level")
    ]
    return html.Div(parts, className="library-levels")


def _item(template: Any, words: Words, begins: dict[str, int | None]) -> Component:
    counted = {"unit": words.unit, "of_persons": "yes" if template.of_persons else "no"} if words.unit else {}
    filled = {
        "code": template.code,
        "name": words.name,
        "level": str(template.level),
        "kind": str(template.kind),
        "definition": words.definition,
        "not_counted": words.not_counted,
        **counted,
    }
    choose = html.P(add_button(_("Choose"), "indicator", **begins, **filled))
    return html.Li(
        [
            html.P([html.B(words.name), " ", flag(label("indicator_kind", template.kind))]),
            html.P(words.definition),
            html.P(_("Not to count: %(what)s", what=words.not_counted), className="source"),
            choose,
        ]
    )
