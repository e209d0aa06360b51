"""Counts per kind as rows of dots, one dot per unit."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _

from components.charts.count import Count
from components.content import listed
from components.formats import number
from components.marks import dots


def ends(counts: Sequence[Count]) -> html.Ul:
    """One row per kind, in the given order; unknown ones are dashed, none is said in words."""
    return html.Ul([_row(count) for count in counts], className="ends")


def _row(count: Count) -> Component:
    marks = [dots(count.n, unknown=count.unknown)] if count.n else [html.Span(_("none recorded"), className="unknown")]
    note = [html.Span(listed(count.note), className="small")] if count.note is not None else []
    value = html.Span([html.B(number(count.n)), *marks, *note], className="val")
    return html.Li([html.Span(listed(count.label), className="lab"), value], className="is-unknown" if count.unknown else "")
