"""Whose needs are known: how many of each target group, by the way they were found out."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _

from components.formats import listing, number
from components.needs.found import way_words
from components.projects.standing import capital
from components.table import scroll
from components.unknown import unknown
from components.vocabulary import labels

UNKNOWN = "unknown"


class GroupNeeds(Protocol):
    """How many needs of one target group are known, by way, as `data_layer.analysis.need` gives it."""

    @property
    def group(self) -> str: ...
    @property
    def by_way(self) -> Mapping[str, int]: ...
    @property
    def needs(self) -> int: ...


def groups_grid(groups: Sequence[GroupNeeds], *, ways: Sequence[str], caption: str) -> Component:
    """Groups against ways, stronger in colour where there are more needs; `ways` are the columns in order."""
    used = [way for way in ways if any(line.by_way.get(way) for line in groups)]
    most = max([1, *(n for line in groups for n in line.by_way.values())])
    heads = [html.Th(html.Span(words), scope="col") for words in (_("Target group"), *(capital(way_words(way)) for way in used), _("All"))]
    rows = [_row(line, used, most) for line in groups]
    content = html.Table([html.Caption(caption, className="sr"), html.Thead(html.Tr(heads)), html.Tbody(rows)], className="need-grid")
    return scroll(content, name=caption)


def groups_say(groups: Sequence[GroupNeeds]) -> str:
    """Which groups nobody is recorded to have asked."""
    words = labels("target_group")
    missing = [words[line.group] for line in groups if not line.needs]
    if not missing:
        return _("Of each of these groups at least one need is known.")
    return _("No need is recorded of: %(groups)s. As far as this is recorded, nobody asked them yet.", groups=listing(missing))


def _row(line: GroupNeeds, ways: Sequence[str], most: int) -> Component:
    name = unknown(_("target group unknown")) if line.group == UNKNOWN else capital(labels("target_group")[line.group])
    cells = [_cell(line.by_way.get(way, 0), most) for way in ways]
    total = html.Td(html.B(number(line.needs))) if line.needs else html.Td(_("none recorded"), className="none")
    return html.Tr([html.Th(name, scope="row"), *cells, total], className="" if line.needs else "is-missing")


def _cell(n: int, most: int) -> Component:
    if n:
        return html.Td(number(n), className="has", style={"--v": round(n / most, 3)})
    return html.Td([html.Span("–", **{"aria-hidden": "true"}), html.Span(_("none recorded"), className="sr")])
