"""From the way a need was found out to what became of it: picture, table, sentence."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Protocol

from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _
from flask_babel import ngettext

from components.charts.flow import Node, Stage, Stream, flow
from components.content import Content
from components.formats import listing, number
from components.link import link
from components.needs.found import apart, status_words, way_words
from components.projects.standing import capital
from components.table import Column, Row, table
from components.unknown import unknown

MOST_NAMES = 6
UNKNOWN = "unknown"
TAKEN_UP, MICRO_PROJECT = "taken_up", "micro_project"


class Way(Protocol):
    """How many needs came on one way to one status, and to whom, as `data_layer.analysis.need` gives it."""

    @property
    def way(self) -> str: ...
    @property
    def status(self) -> str: ...
    @property
    def needs(self) -> int: ...
    @property
    def providers(self) -> Sequence[tuple[int, str]]: ...
    @property
    def micro_projects(self) -> Sequence[tuple[int, str]]: ...
    @property
    def unnamed(self) -> int: ...


def ways_flow(ways: Sequence[Way], *, statuses: Sequence[str]) -> Component:
    """The needs as bands from how they were found out to what became of them; `statuses` is the order of the right column."""
    methods = list(dict.fromkeys(way.way for way in ways))
    stages = [
        _stage(_("How it was found out"), "way", {way: way_words(way) for way in methods}),
        _stage(_("What became of it"), "status", {status: status_words(status) for status in statuses}),
    ]
    return flow(stages, [Stream(f"way:{way.way}", f"status:{way.status}", way.needs) for way in ways], unit=_needs)


def ways_table(ways: Sequence[Way], *, caption: str) -> Component:
    """The same with the names of providers and the micro projects, linked."""
    columns = [
        Column(_("How it was found out"), header=True),
        Column(_("What became of it")),
        Column(_("Needs"), numeric=True),
        Column(_("Which provider or micro project")),
    ]
    return table(columns, [_row(way) for way in ways], caption=caption)


def ways_say(ways: Sequence[Way]) -> str:
    """How many needs each end took, and of how many it is unknown."""
    counts: Counter[str] = Counter()
    for way in ways:
        counts[way.status] += way.needs
    total = counts.total()
    words: Mapping[str, str] = {
        MICRO_PROJECT: ngettext("%(num)s became a micro project", "%(num)s became micro projects", counts[MICRO_PROJECT]),
        TAKEN_UP: ngettext("%(num)s was taken up by a provider", "%(num)s were taken up by providers", counts[TAKEN_UP]),
        "parked": ngettext("%(num)s is parked", "%(num)s are parked", counts["parked"]),
        "open": ngettext("%(num)s is still open", "%(num)s are still open", counts["open"]),
        UNKNOWN: ngettext("of %(num)s it is unknown", "of %(num)s it is unknown", counts[UNKNOWN]),
    }
    said = listing([text for status, text in words.items() if counts[status]])
    return ngettext("Of %(num)s need, %(ends)s.", "Of %(num)s needs, %(ends)s.", total, ends=said)


def _row(way: Way) -> Row:
    return [capital(way_words(way.way)), status_words(way.status), number(way.needs), _to(way)]


def _to(way: Way) -> Content | None:
    if way.status not in (TAKEN_UP, MICRO_PROJECT):
        return html.Span("–")
    places = [("/stakeholders", each) for each in way.providers] + [("/micro-projects", each) for each in way.micro_projects]
    lines = [html.Span(link(name, f"{path}/{row_id}"), className="cell-line") for path, (row_id, name) in places[:MOST_NAMES]]
    rest = len(places) - MOST_NAMES
    if rest > 0:
        lines.append(html.Span(ngettext("and one more", "and %(num)s more", rest), className="cell-line"))
    if way.unnamed:
        words = ngettext("of one need it is unknown", "of %(num)s needs it is unknown", way.unnamed)
        lines.append(html.Span(unknown(words), className="cell-line"))
    return apart(lines) or None


def _stage(title: str, kind: str, names: Mapping[str, str]) -> Stage:
    return Stage(title, [Node(f"{kind}:{code}", words, unknown=code == UNKNOWN) for code, words in names.items()])


def _needs(n: int) -> str:
    return ngettext("%(num)s need", "%(num)s needs", n)
