"""How often each two of several kinds are tied, as a symmetric table; pairs without a tie are marked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _

from components.formats import number
from components.marks import category_mark, key
from components.table import scroll


@dataclass(frozen=True, slots=True)
class Member:
    """A row and a column of the matrix: its key, its words, its category mark (0 to 8) and how many there are of it."""

    key: str
    label: str
    category: int
    n: int


def matrix(members: Sequence[Member], ties: Mapping[tuple[str, str], int], *, caption: str) -> html.Div:
    """The matrix over the given members; `ties` counts each pair once, in either order of its keys.

    A pair of two kinds with no tie is marked "none recorded"; within a kind of which there is one, no tie is possible.
    """
    most = max([1, *ties.values()])
    head = html.Tr([html.Td(), *(html.Th(_column_head(member), scope="col") for member in members)])
    rows = [_row(member, members, ties, most=most) for member in members]
    content = html.Table([html.Caption(caption, className="sr"), html.Thead(head), html.Tbody(rows)], className="matrix")
    return html.Div([scroll(content, name=caption), _legend()])


def _column_head(member: Member) -> list[Component]:
    return [html.Span(member.label, className="turned"), category_mark(member.category)]


def _row(member: Member, members: Sequence[Member], ties: Mapping[tuple[str, str], int], *, most: int) -> Component:
    head = html.Th(html.Span([html.Span(member.label), category_mark(member.category)], className="row-head"), scope="row")
    return html.Tr([head, *(_cell(member, other, _between(ties, member.key, other.key), most=most) for other in members)])


def _between(ties: Mapping[tuple[str, str], int], one: str, other: str) -> int:
    return ties.get((one, other), 0) or ties.get((other, one), 0)


def _cell(member: Member, other: Member, n: int, *, most: int) -> Component:
    if n:
        return html.Td(number(n), className="has same" if member == other else "has", style={"--v": round(n / most, 3)})
    if member == other and member.n < 2:
        return html.Td(_("only one"), className="not-possible")
    return html.Td(_("none recorded"), className="missing same" if member == other else "missing")


def _legend() -> Component:
    return key(
        [
            (
                html.Span("3", className="matrix-sample has", style={"--v": 0.6}, **{"aria-hidden": "true"}),
                _("number of ties, stronger in colour where there are more"),
            ),
            (html.Span(className="matrix-sample missing", **{"aria-hidden": "true"}), _("none recorded")),
            (html.Span(className="matrix-sample not-possible", **{"aria-hidden": "true"}), _("only one of this kind")),
        ],
        name=_("Marks"),
    )
