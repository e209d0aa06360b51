"""Counts per kind as bars."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from components.charts.count import Count
from components.content import listed
from components.formats import number


def bars(counts: Sequence[Count]) -> html.Ul:
    """One bar per kind, in the given order, all on one scale; unknown ones are hatched."""
    most = max([1, *(count.n for count in counts)])
    return html.Ul([_bar(count, most) for count in counts], className="bars")


def _bar(count: Count, most: int) -> Component:
    note = [html.Span(listed(count.note), className="small")] if count.note is not None else []
    shape = [html.I(style={"--v": round(count.n / most, 4)}, **{"aria-hidden": "true"})] if count.n else []
    inside = html.Span([*shape, html.B(number(count.n)), *note], className="b")
    return html.Li([html.Span(listed(count.label), className="lab"), inside], className="is-unknown" if count.unknown else "")
