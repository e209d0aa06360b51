"""How many different people counts stand for at least, where nobody knows who came twice."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from data_layer.disclosure.table import Position
from data_layer.releases.dated import OTHERS, SEVERAL, Counting


@dataclass(frozen=True, slots=True)
class Count:
    """How many people of a target group a micro project counted, and the figure of which they are a part."""

    position: Position
    by: Counting
    group: str
    persons: int


def different(counts: Iterable[Count]) -> dict[Position, int]:
    """By figure. People of two networks or of two target groups are different; those of two micro projects of one network may be the same
    ones, and those whose group is not told apart may be among the others.
    """
    by_position: dict[Position, list[Count]] = defaultdict(list)
    for count in counts:
        by_position[count.position].append(count)
    return {position: different_in_all(parts) for position, parts in by_position.items()}


def different_in_all(counts: Iterable[Count]) -> int:
    """The same for all of them together."""
    most: dict[int, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for count in counts:
        network, _project = count.by
        most[network][count.group] = max(most[network][count.group], count.persons)
    return sum(_of_one_network(groups) for groups in most.values())


def _of_one_network(groups: dict[str, int]) -> int:
    apart = sum(persons for group, persons in groups.items() if group not in (SEVERAL, OTHERS))
    return max(apart, groups.get(SEVERAL, 0), groups.get(OTHERS, 0))
