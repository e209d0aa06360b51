"""Where the stakeholders of a network stand in its picture, where nobody has placed them: the same ties, the same picture.

Each part is laid out by stress majorisation (Gansner, Koren and North 2004): the distance in the picture comes near the steps
between two stakeholders; communities are moved apart; large parts are laid out community by community.
"""

from collections.abc import Sequence

import numpy as np
import rustworkx
from numpy.typing import NDArray

from data_layer.analysis.network import Graph, communities, simple_graph, simple_pairs
from data_layer.analysis.selection import View, select
from data_layer.cache import results
from data_layer.network.network_map import NetworkMap

Points = NDArray[np.float64]

WIDTH = 1000
ROUNDS = 60
APART = 1.5  # two communities stand this much farther from each other than their steps say
AT_ONCE = 400  # above so many points a part is laid out community by community
ROOM = 0.55  # no two points come nearer than this, in steps
SHAPE = 1.5  # width over height of the whole picture


def places(network: NetworkMap) -> dict[int, tuple[float, float]]:
    """Stakeholder id → (x, y), y downwards: as people have placed them where they have, else from 0 to 1000 as the ties decide.

    Those without a tie and without a stored place are left out: the picture puts them beside the others. Kept per revision.
    """
    return results.get(("places", network.network_id, network.revision), lambda: _places(network))


def _places(network: NetworkMap) -> dict[int, tuple[float, float]]:
    stored = {member.id: (member.x, member.y) for member in network.members if member.x is not None and member.y is not None}
    if stored:
        return _rounded(_completed(stored, network))
    everything = select(network, View())
    pairs = simple_pairs(everything)
    found = layout(len(everything.members), pairs, communities(len(everything.members), pairs))
    return _scaled({member.id: point for member, point in zip(everything.members, found, strict=True) if point is not None})


def _completed(stored: dict[int, tuple[float, float]], network: NetworkMap) -> dict[int, tuple[float, float]]:
    """The stored places; who has none stands a little beside the middle of those it is tied to, a part that nobody placed below."""
    neighbours: dict[int, set[int]] = {}
    for tie in network.ties:
        neighbours.setdefault(tie.from_id, set()).add(tie.to_id)
        neighbours.setdefault(tie.to_id, set()).add(tie.from_id)
    width = _width(stored)
    found = dict(stored)
    while left := sorted(neighbours.keys() - found.keys()):
        beside = [one for one in left if neighbours[one] & found.keys()]
        placed = {one: _beside([found[other] for other in neighbours[one] & found.keys()], one, width) for one in beside}
        found |= placed or {left[0]: _below(found, width)}
    return found


def _width(points: dict[int, tuple[float, float]]) -> float:
    return max(x for x, _y in points.values()) - min(x for x, _y in points.values()) or 1.0


def _beside(others: Sequence[tuple[float, float]], turn: int, width: float) -> tuple[float, float]:
    x, y = np.mean(sorted(others), axis=0) + 0.1 * width * np.array([np.cos(2.4 * turn), np.sin(2.4 * turn)])
    return float(x), float(y)


def _below(points: dict[int, tuple[float, float]], width: float) -> tuple[float, float]:
    return min(x for x, _y in points.values()), max(y for _x, y in points.values()) + 0.15 * width


def _rounded(points: dict[int, tuple[float, float]]) -> dict[int, tuple[float, float]]:
    """To about a thousandth of the picture, whatever the unit in which the places were kept."""
    digits = max(0, 3 - int(np.floor(np.log10(_width(points)))))
    return {key: (round(x, digits), round(y, digits)) for key, (x, y) in points.items()}


def _scaled(points: dict[int, tuple[float, float]]) -> dict[int, tuple[float, float]]:
    if not points:
        return {}
    array = np.array(list(points.values()), dtype=float)
    array -= array.min(axis=0)
    extent = float(array.max()) or 1.0
    return {key: (round(x), round(y)) for key, (x, y) in zip(points, (array * (WIDTH / extent)).tolist(), strict=True)}


def layout(count: int, pairs: Sequence[tuple[int, int]], groups: Sequence[int | None]) -> list[tuple[float, float] | None]:
    """A place for each of `count` points, in steps; None for a point without a tie. `groups` are their communities."""
    graph = simple_graph(count, pairs)
    parts = [sorted(part) for part in rustworkx.connected_components(graph) if len(part) > 1]
    parts.sort(key=lambda part: (-len(part), part[0]))
    found: list[tuple[float, float] | None] = [None] * count
    laid_out = [_part(graph.subgraph(part), [groups[point] or 0 for point in part]) for part in parts]
    for part, points in zip(parts, _packed(laid_out), strict=True):
        for point, (x, y) in zip(part, points.tolist(), strict=True):
            found[point] = (x, y)
    return found


def _part(graph: Graph, groups: Sequence[int]) -> Points:
    """One part that hangs together, lying on its long side."""
    points = _at_once(graph, groups) if graph.num_nodes() <= AT_ONCE else _by_community(graph, groups)
    points = points - points.mean(axis=0)
    _values, axes = np.linalg.eigh(points.T @ points)
    turned = points @ axes[:, ::-1]
    return turned * np.where(turned[np.abs(turned).argmax(axis=0), [0, 1]] < 0, -1.0, 1.0)


def _at_once(graph: Graph, groups: Sequence[int]) -> Points:
    steps = rustworkx.distance_matrix(graph)
    kinds = np.asarray(groups)
    wished = steps * np.where(kinds[:, None] == kinds[None, :], 1.0, APART)
    return _with_room(_stress(wished, _start(wished)), ROOM)


def _start(wished: Points) -> Points:
    """Classical scaling: the best plane through the wished distances."""
    count = len(wished)
    centred = np.eye(count) - 1.0 / count
    values, vectors = np.linalg.eigh(-0.5 * centred @ wished**2 @ centred)
    plane = vectors[:, -2:] * np.sqrt(np.maximum(values[-2:], 1e-9))
    # Points that stand alike (the leaves of a star) fall on one spot; a fixed turn of each parts them.
    turn = np.arange(count) * 2.399963
    return plane + 0.05 * np.stack([np.cos(turn), np.sin(turn)], axis=1)


def _stress(wished: Points, points: Points) -> Points:
    count = len(wished)
    weights = np.where(wished > 0, 1.0 / np.maximum(wished, 1e-9) ** 2, 0.0)
    laplacian = np.diag(weights.sum(axis=1)) - weights
    inverse = np.linalg.inv(laplacian + 1.0 / count) - 1.0 / count
    for _round in range(ROUNDS):
        apart = np.maximum(_distances(points), 1e-9)
        pull = -weights * wished / apart
        np.fill_diagonal(pull, 0.0)
        np.fill_diagonal(pull, -pull.sum(axis=1))
        points = inverse @ (pull @ points)
    return points


def _with_room(points: Points, room: float, rounds: int = 40) -> Points:
    """The points pushed apart until no two are nearer than `room`, or as far as some rounds bring them."""
    for _round in range(rounds):
        between = points[:, None, :] - points[None, :, :]
        apart = np.sqrt((between**2).sum(axis=2))
        np.fill_diagonal(apart, np.inf)
        near = np.maximum(room - apart, 0.0) / np.maximum(apart, 1e-6)
        if not near.any():
            break
        points = points + 0.35 * (between * near[:, :, None]).sum(axis=1)
    return points


def _by_community(graph: Graph, groups: Sequence[int]) -> Points:
    """Each community laid out by itself, and set where the ties between the communities put it."""
    kinds = sorted(set(groups))
    inside = {kind: [point for point, own in enumerate(groups) if own == kind] for kind in kinds}
    radius = np.array([np.sqrt(len(inside[kind])) for kind in kinds])
    ends = ((kinds.index(groups[one]), kinds.index(groups[other])) for one, other in graph.edge_list())
    between = simple_graph(len(kinds), [(one, other) for one, other in ends if one != other])
    steps = rustworkx.distance_matrix(between)
    wished = np.where(steps > 0, 1.0 + 0.25 * (steps - 1), 0.0) * (radius[:, None] + radius[None, :])
    middles = _stress(wished, _start(wished)) if len(kinds) > 1 else np.zeros((1, 2))
    points = np.zeros((graph.num_nodes(), 2))
    for place, kind in enumerate(kinds):
        own = inside[kind]
        local = _spread(len(own)) if len(own) > AT_ONCE else _at_once(_connected(graph.subgraph(own)), [0] * len(own))
        local = local - local.mean(axis=0)
        points[own] = middles[place] + local * (0.9 * radius[place] / max(1.0, float(np.abs(local).max())))
    return points


def _connected(graph: Graph) -> Graph:
    """The graph with its parts strung together, so that all distances are finite."""
    first = [min(part) for part in rustworkx.connected_components(graph)]
    graph.add_edges_from([(first[0], other, None) for other in first[1:]])
    return graph


def _spread(count: int) -> Points:
    """An even disc, as the seeds of a sunflower."""
    index = np.arange(count)
    return np.sqrt(index + 0.5)[:, None] * np.stack([np.cos(index * 2.399963), np.sin(index * 2.399963)], axis=1)


def _packed(parts: Sequence[Points]) -> list[Points]:
    """The parts beside and below each other, largest first, in rows of about the picture's shape."""
    sizes = [np.ptp(points, axis=0) + 1.6 for points in parts]
    limit = max([np.sqrt(SHAPE * sum(float(size.prod()) for size in sizes)), *(float(size[0]) for size in sizes)], default=0.0)
    packed, x, y, height = [], 0.0, 0.0, 0.0
    for points, size in zip(parts, sizes, strict=True):
        if x and x + size[0] > limit:
            x, y, height = 0.0, y + height, 0.0
        packed.append(points - points.min(axis=0) + [x, y])
        x, height = x + float(size[0]), max(height, float(size[1]))
    return packed


def _distances(points: Points) -> Points:
    between = points[:, None, :] - points[None, :, :]
    return np.sqrt((between**2).sum(axis=2))
