"""Who is tied to whom in an invented network: dense groups with a few bridges between them, each group in its own corner."""

from dataclasses import dataclass
from math import cos, pi, sin, sqrt
from random import Random

GROUP = (20, 40)
WIDTH = 1000.0
BRIDGES = 0.08
ALONE = 0.02


@dataclass(frozen=True, slots=True)
class Community:
    """`groups` are lists of places (0 ...), `points` the x and y of each place from 0 to 1000, `pairs` who is tied, each pair once."""

    groups: list[list[int]]
    points: list[tuple[float, float]]
    pairs: list[tuple[int, int]]


def community(random: Random, *, count: int, ties: int) -> Community:
    """A network of `count` places and exactly `ties` pairs; a few places have no tie."""
    groups = _groups(random, count)
    tied = [group[: max(3, round(len(group) * (1 - ALONE)))] for group in groups]
    pairs = {pair for group in tied for pair in _path(random, group)}
    bridges = round(ties * BRIDGES)
    while len(pairs) < ties - bridges:
        pairs.add(_pair(random, random.choice(tied)))
    while len(pairs) < ties:
        one, other = random.sample(tied, 2) if len(tied) > 1 else (tied[0], tied[0])
        pairs.add(_ordered(random.choice(one), random.choice(other)))
    return Community(groups, _points(random, groups, count), sorted(pairs - {(place, place) for place in range(count)}))


def _groups(random: Random, count: int) -> list[list[int]]:
    groups: list[list[int]] = []
    first = 0
    while first < count:
        size = random.randint(*GROUP)
        size = size if count - first - size >= GROUP[0] else count - first
        groups.append(list(range(first, first + size)))
        first += size
    return groups


def _path(random: Random, group: list[int]) -> list[tuple[int, int]]:
    """Everybody in the group hangs on somebody before them, so that the group is one part."""
    return [_ordered(place, random.choice(group[:index])) for index, place in enumerate(group) if index]


def _pair(random: Random, group: list[int]) -> tuple[int, int]:
    return _ordered(*random.sample(group, 2))


def _ordered(one: int, other: int) -> tuple[int, int]:
    return (one, other) if one < other else (other, one)


def _points(random: Random, groups: list[list[int]], count: int) -> list[tuple[float, float]]:
    points = [(0.0, 0.0)] * count
    for index, group in enumerate(groups):
        turn = 2 * pi * index / len(groups)
        middle = (WIDTH / 2 + 360 * cos(turn), WIDTH / 2 + 360 * sin(turn))
        for rank, place in enumerate(group):
            angle, radius = rank * 2.4, 110 * sqrt((rank + random.random()) / len(group))
            points[place] = (round(middle[0] + radius * cos(angle), 1), round(middle[1] + radius * sin(angle), 1))
    return points
