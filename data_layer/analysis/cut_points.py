"""Which points hold a graph together: what falls apart when one of them is taken out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(slots=True)
class _Walk:
    """What the depth-first walk knows of each point; `low` is the earliest point that its branch reaches past its parent."""

    entered: dict[int, int] = field(default_factory=dict)
    low: dict[int, int] = field(default_factory=dict)
    size: dict[int, int] = field(default_factory=dict)
    cut_off: dict[int, list[int]] = field(default_factory=dict)


def parts_without(neighbours: Mapping[int, Sequence[int]]) -> dict[int, tuple[int, ...]]:
    """Point → the sizes of the parts that its part falls into without it, largest first; only points that split theirs.

    `neighbours` names each point with those it is tied to, both ways. One walk over all ties (Tarjan 1972).
    """
    walk = _Walk()
    parts: dict[int, tuple[int, ...]] = {}
    for root in neighbours:
        if root not in walk.entered:
            before = len(walk.entered)
            _walk_from(root, neighbours, walk)
            whole = len(walk.entered) - before
            for point in list(walk.entered)[before:]:
                parts[point] = _parts(walk.cut_off.get(point, []), whole)
    return {point: sizes for point, sizes in parts.items() if len(sizes) > 1}


def _walk_from(root: int, neighbours: Mapping[int, Sequence[int]], walk: _Walk) -> None:
    _enter(root, walk)
    stack = [(root, root, iter(neighbours[root]))]
    while stack:
        point, parent, rest = stack[-1]
        following = next(rest, None)
        if following is None:
            stack.pop()
            if point != root:
                _leave(point, parent, walk)
        elif following not in walk.entered:
            _enter(following, walk)
            stack.append((following, point, iter(neighbours[following])))
        elif following != parent:
            walk.low[point] = min(walk.low[point], walk.entered[following])


def _enter(point: int, walk: _Walk) -> None:
    walk.entered[point] = walk.low[point] = len(walk.entered)
    walk.size[point] = 1


def _leave(point: int, parent: int, walk: _Walk) -> None:
    walk.size[parent] += walk.size[point]
    walk.low[parent] = min(walk.low[parent], walk.low[point])
    if walk.low[point] >= walk.entered[parent]:
        walk.cut_off.setdefault(parent, []).append(walk.size[point])


def _parts(cut_off: Sequence[int], whole: int) -> tuple[int, ...]:
    rest = whole - 1 - sum(cut_off)
    return tuple(sorted([*cut_off, *([rest] if rest else [])], reverse=True))
