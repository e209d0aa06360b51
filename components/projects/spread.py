"""Micro projects by target group and by country: picture, table, sentence."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _
from flask_babel import ngettext

from components.charts.bars import bars
from components.charts.count import Count
from components.columns import two
from components.formats import country, number
from components.projects.standing import Standing
from components.table import Column, Row, table
from components.unknown import unknown
from components.vocabulary import labels


@dataclass(frozen=True, slots=True)
class Spread:
    """How many micro projects name each target group and each country, most first; those that name none beside."""

    groups: Sequence[tuple[str, int]]
    without_group: int
    countries: Sequence[tuple[str, int]]
    without_country: int
    several_groups: int


def spread(projects: Sequence[Standing]) -> Spread:
    """Count the micro projects by their groups and countries."""
    groups = Counter(group for project in projects for group in project.project.target_groups)
    countries = Counter(project.project.country for project in projects if project.project.country)
    order = list(labels("target_group"))
    return Spread(
        sorted(groups.items(), key=lambda item: (-item[1], order.index(item[0]))),
        sum(not project.project.target_groups for project in projects),
        sorted(countries.items(), key=lambda item: (-item[1], item[0])),
        sum(not project.project.country for project in projects),
        sum(len(project.project.target_groups) > 1 for project in projects),
    )


def spread_bars(found: Spread) -> Component:
    """Two lists of bars side by side."""
    words = labels("target_group")
    return two(
        _bars(_("By target group"), [(words[group], n) for group, n in found.groups], found.without_group),
        _bars(_("By country"), [(country(code), n) for code, n in found.countries], found.without_country),
    )


def spread_tables(found: Spread) -> list[Component]:
    """The same counts as two tables."""
    words = labels("target_group")
    groups = [(words[group], n) for group, n in found.groups]
    countries = [(country(code), n) for code, n in found.countries]
    return [
        _table(_("Target group"), groups, found.without_group, caption=_("Micro projects by target group")),
        _table(_("Country"), countries, found.without_country, caption=_("Micro projects by country")),
    ]


def spread_says(found: Spread) -> str:
    """Which group most are for, how many countries there are, and why the groups do not add up."""
    if not found.groups:
        return _("For whom they are is not recorded.")
    group, n = found.groups[0]
    shared = [code for code, count in found.groups if count == n]
    first = (
        _("Named most often: %(group)s (%(n)s).", group=labels("target_group")[group], n=number(n))
        if len(shared) == 1
        else _("No target group stands out.")
    )
    places = ngettext("They are at work in one country.", "They are at work in %(num)s countries.", len(found.countries))
    return f"{first} {places}" if found.countries else first


def spread_source(found: Spread) -> str:
    """The counting rule: a micro project may be for several groups."""
    if not found.several_groups:
        return _("A micro project counts under each target group that its source names; here each names at most one.")
    return ngettext(
        "A micro project counts under each target group that its source names. One names several, so the counts do not add up.",
        "A micro project counts under each target group that its source names. %(num)s name several, so the counts do not add up.",
        found.several_groups,
    )


def _bars(title: str, counts: Sequence[tuple[str, int]], without: int) -> Component:
    rows = [Count(words, n) for words, n in counts]
    rest = [Count(_("unknown"), without, unknown=True)] if without else []
    return html.Div([html.H3(title, className="mix-h"), bars([*rows, *rest])])


def _table(head: str, counts: Sequence[tuple[str, int]], without: int, *, caption: str) -> Component:
    rows: list[Row] = [[words, number(n)] for words, n in counts]
    rest: list[Row] = [[unknown(), number(without)]] if without else []
    return table([Column(head, header=True), Column(_("Micro projects"), numeric=True)], [*rows, *rest], caption=caption)
