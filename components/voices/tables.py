"""The tables of the page on what people said: the same facts as its pictures."""

from collections.abc import Mapping, Sequence
from typing import Any

from dash.development.base_component import Component
from flask_babel import gettext as _

from components.formats import number, percent
from components.persons import persons
from components.table import Column, Row, table
from components.unknown import unknown
from components.vocabulary import labels
from components.voices.words import theme_words


def themes_table(counts: Mapping[tuple[str, str], int], themes: Sequence[str], *, masked: bool) -> Component:
    """Statements by theme and by what they are about."""
    kinds = labels("voice_kind")
    columns = [Column(_("Theme"), header=True), *(Column(words, numeric=True) for words in kinds.values())]
    rows: list[Row] = [[theme_words(theme), *(persons(counts.get((theme, kind), 0), masked=masked) for kind in kinds)] for theme in themes]
    return table(columns, rows, caption=_("Statements by theme"))


def agreement_table(found: Any, themes: Sequence[str]) -> Component:
    """Agreement per theme; shares only where there are enough statements."""
    columns = [
        Column(_("Theme"), header=True),
        Column(_("Both chose it"), numeric=True),
        Column(_("Only one chose it"), numeric=True),
        Column(_("Simple agreement"), numeric=True),
        Column(_("Kappa"), numeric=True),
    ]
    by_theme = {each.theme: each for each in found.themes}
    return table(columns, [_agreed(by_theme[theme]) for theme in themes], caption=_("Agreement by theme"))


def _agreed(each: Any) -> Row:
    few = unknown(_("too few"))
    simple = few if each.simple is None else percent(each.simple)
    beyond = few if each.simple is None else unknown(_("not to be told")) if each.kappa is None else _two_places(each.kappa)
    return [theme_words(each.theme), number(each.both), number(each.one), simple, beyond]


def _two_places(value: float) -> str:
    return number(round(value, 2))
