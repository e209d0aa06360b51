"""Where the nodes and ribbons of a flow picture stand; pure arithmetic in rem."""

from collections.abc import Sequence
from dataclasses import dataclass

TALLEST = 26.0
UNIT_MOST = 1.75
NODE_LEAST = 2.75
# One pixel: sums of money can differ by a factor of thousands, and the smallest still has to be seen.
RIBBON_LEAST = 0.0625
BETWEEN = 0.75


@dataclass(frozen=True, slots=True)
class Placed:
    """Top and height of a node."""

    top: float
    height: float


@dataclass(frozen=True, slots=True)
class Ribbon:
    """The edges of a ribbon: top and bottom where it leaves the source, top and bottom where it meets the target."""

    source: int
    target: int
    leaves: tuple[float, float]
    meets: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Layout:
    """The nodes of each column, the ribbons after each column but the last, and the height of the whole."""

    columns: list[list[Placed]]
    ribbons: list[list[Ribbon]]
    height: float


def lay_out(sizes: Sequence[Sequence[int]], links: Sequence[Sequence[tuple[int, int, int]]]) -> Layout:
    """Place columns of nodes with the given sizes; `links[i]` holds (source, target, size) between columns i and i + 1."""
    most = max((sum(column) for column in sizes), default=0)
    unit = min(UNIT_MOST, TALLEST / most) if most else UNIT_MOST
    heights = [[max(NODE_LEAST, size * unit) for size in column] for column in sizes]
    height = max((_column_height(column) for column in heights), default=0.0)
    columns = [_place(column, height) for column in heights]
    ribbons = [_ribbons(columns[i], columns[i + 1], between, unit) for i, between in enumerate(links)]
    return Layout(columns, ribbons, round(height, 3))


def _column_height(heights: Sequence[float]) -> float:
    return sum(heights) + BETWEEN * (len(heights) - 1)


def _place(heights: Sequence[float], height: float) -> list[Placed]:
    top = (height - _column_height(heights)) / 2
    placed = []
    for node in heights:
        placed.append(Placed(round(top, 3), round(node, 3)))
        top += node + BETWEEN
    return placed


def _ribbons(left: Sequence[Placed], right: Sequence[Placed], links: Sequence[tuple[int, int, int]], unit: float) -> list[Ribbon]:
    ordered = [(source, target, max(RIBBON_LEAST, size * unit)) for source, target, size in sorted(links)]
    leaving = _Edge(left, [sum(thick for source, _, thick in ordered if source == i) for i in range(len(left))])
    meeting = _Edge(right, [sum(thick for _, target, thick in ordered if target == i) for i in range(len(right))])
    starts = {(source, target): leaving.take(source, thick) for source, target, thick in ordered}
    stops = {
        (source, target): meeting.take(target, thick) for source, target, thick in sorted(ordered, key=lambda link: (link[1], link[0]))
    }
    return [Ribbon(source, target, starts[source, target], stops[source, target]) for source, target, _ in ordered]


class _Edge:
    """One edge of a column: hands out stretches of it, from the middle of each node outwards."""

    def __init__(self, nodes: Sequence[Placed], used: Sequence[float]):
        self._next = [node.top + (node.height - taken) / 2 for node, taken in zip(nodes, used, strict=True)]

    def take(self, node: int, thickness: float) -> tuple[float, float]:
        top = self._next[node]
        self._next[node] = top + thickness
        return round(top, 3), round(top + thickness, 3)
