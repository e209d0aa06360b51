"""Which kinds of members a network has, and of which nobody is recorded yet."""

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _

from components.content import Content, listed
from components.empty import empty
from components.formats import number
from components.marks import category_mark

MOST_MARKS = 8


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of members: its category mark (0 to 8), how many are recorded, and what stands behind it (a link, names)."""

    category: int
    label: str
    n: int
    note: Content | None = None


def mix(kinds: Sequence[Kind]) -> html.Div:
    """Two lists side by side: nobody recorded yet, and here already; never "nobody there"."""
    missing = [kind for kind in kinds if kind.n == 0]
    present = [kind for kind in kinds if kind.n]
    return html.Div(
        [
            _list(_("Nobody recorded yet"), [_missing(kind) for kind in missing], otherwise=_("Every kind of member is recorded.")),
            _list(_("Here already"), [_present(kind) for kind in present], otherwise=_("No member is recorded yet.")),
        ],
        className="two mix-lists",
    )


def _list(heading: str, rows: Sequence[Component], *, otherwise: str) -> Component:
    return html.Div([html.H3(heading, className="mix-h"), html.Ul(list(rows), className="mix") if rows else empty(otherwise)])


def _missing(kind: Kind) -> Component:
    return html.Li([category_mark(kind.category, missing=True), html.Span(kind.label), _value([], kind)])


def _present(kind: Kind) -> Component:
    marks = [category_mark(kind.category)] * kind.n if kind.n <= MOST_MARKS else []
    return html.Li([category_mark(kind.category), html.Span(kind.label), _value([html.B(number(kind.n)), *marks], kind)])


def _value(parts: Sequence[Component], kind: Kind) -> Component:
    return html.Span([*parts, *([html.Span(listed(kind.note))] if kind.note is not None else [])], className="val")
