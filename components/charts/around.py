"""A group in the middle and those who stand around it; on phones a list."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import atan2, degrees, hypot, sqrt
from typing import Literal

from dash import html
from dash.development.base_component import Component

from components.content import Content, listed
from components.link import link
from components.marks import sector_mark

ROW = 4.0
CENTRE = 5.25
FAR = 14.0
LEAST_HEIGHT = 12.5

LineKind = Literal["support", "plain", "money", "vague", "conflict"]
Direction = Literal["towards", "away", "both"]


@dataclass(frozen=True, slots=True)
class Neighbour:
    """One who stands around: sector code, what ties it (`says`), kind and direction of the line."""

    name: str
    href: str
    sector: str | None
    says: Content
    line: LineKind = "plain"
    direction: Direction = "both"
    confirmed: bool = False


def around(centre: Content, neighbours: Sequence[Neighbour], *, name: str) -> html.Div:
    """The picture; half of the neighbours on each side, in the given order. `name` is what a screen reader calls their list."""
    half = (len(neighbours) + 1) // 2
    sides = (("left", neighbours[:half]), ("right", neighbours[half:]))
    height = max(LEAST_HEIGHT, half * ROW)
    placed = [(neighbour, side, *_place(i, len(items))) for side, items in sides for i, neighbour in enumerate(items)]
    lines = [_line(neighbour, x if side == "right" else -x, y) for neighbour, side, x, y in placed]
    items = [_item(neighbour, side, x, y) for neighbour, side, x, y in placed]
    return html.Div(
        [
            html.Div(lines, className="spokes", **{"aria-hidden": "true"}),
            html.P(listed(centre), className="around-centre"),
            html.Ul(items, className="around-list", **{"aria-label": name}),
        ],
        className="around",
        style={"--height": round(height, 3)},
    )


def _place(i: int, n: int) -> tuple[float, float]:
    """How far out and how far down from the middle the i-th of n on one side stands, in rem: on the arc of an ellipse."""
    y = (i - (n - 1) / 2) * ROW
    tall = n / 2 * ROW + ROW
    return FAR * sqrt(1 - (y / tall) ** 2), y


def _line(neighbour: Neighbour, x: float, y: float) -> Component:
    size = {"--length": round(hypot(x, y) - CENTRE - 0.6, 3), "--from": CENTRE, "--angle": round(degrees(atan2(y, x)), 2)}
    thick = " confirmed" if neighbour.confirmed else ""
    return html.Span(className=f"spoke spoke-{neighbour.line} {neighbour.direction}{thick}", style=size)


def _item(neighbour: Neighbour, side: str, x: float, y: float) -> Component:
    words = html.Span([link(neighbour.name, neighbour.href), html.Small(listed(neighbour.says))], className="around-words")
    return html.Li([sector_mark(neighbour.sector), words], className=f"around-{side}", style={"--x": round(x, 3), "--y": round(y, 3)})
