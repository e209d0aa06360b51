"""Which figures hold which others: one in one side, and one or two, whatever their sides, that hold all of another together."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set

import numpy as np
import numpy.typing as npt

from data_layer.disclosure.table import Key
from data_layer.giving_way import answered

Pair = tuple[Key, Key, str]
Cover = tuple[Key, tuple[Key, ...]]
Places = npt.NDArray[np.int64]
Truths = npt.NDArray[np.bool_]
# Of each key which codes of a side it holds, and last whether it holds the whole side.
Members = npt.NDArray[np.float32]


def nested(keys: Iterable[Key]) -> Iterator[Pair]:
    """Pairs of which one key holds the other and more in one side, with that side."""
    families: dict[tuple[Key, str], list[Key]] = defaultdict(list)
    for key in keys:
        for name, _codes in key.scope:
            families[key.without(name), name].append(key)
    for (_rest, name), family in families.items():
        codes = {key: frozenset(key.codes(name)) for key in family}
        wholes = [key for key in family if len(codes[key]) > 1]
        yield from ((whole, part, name) for whole in wholes for part in family if codes[part] < codes[whole])


def covers(values: Mapping[Key, int], homes: Mapping[Key, Set[int]], few: int) -> Iterator[Cover]:
    """Each figure with one that holds it and more in several sides, or with two that hold all of it together.

    Only where they are not `few` more or less than it, for else they tell nothing of each other, and where no one release has them all
    (`homes`: which have a figure). Of several that hold each other the smallest.
    """
    measures: dict[str, list[Key]] = defaultdict(list)
    for key in sorted(values):
        measures[key.measure].append(key)
    for keys in measures.values():
        yield from _Measure(keys, values, homes, few).covers()


class _Measure:
    """The figures of one measure."""

    def __init__(self, keys: list[Key], values: Mapping[Key, int], homes: Mapping[Key, Set[int]], few: int) -> None:
        self._keys, self._few = keys, few
        self._values = np.array([values[key] for key in keys])
        numbers = sorted(set().union(*(homes[key] for key in keys)))
        self._homes = np.array([[number in homes[key] for number in numbers] for key in keys])
        self._sides = [_members(keys, name) for name in sorted({name for key in keys for name, _codes in key.scope})]

    def covers(self) -> Iterator[Cover]:
        for place, key in enumerate(self._keys):
            answered.give_way()
            for found in self._about(place):
                for some in self._smallest(self._between(place, found)):
                    yield key, tuple(self._keys[other] for other in some)

    def _about(self, place: int) -> Iterator[Places]:
        """What holds a figure: those that do alone, then those that do in twos, by the side in which they share it."""
        misses = np.array([(1 - members) @ members[place] > 0 for members in self._sides])
        more = np.array([members @ (1 - members[place]) > 0 for members in self._sides])
        meets = np.array([members @ members[place] > 0 for members in self._sides])
        over = self._values - self._values[place]
        missed, near = misses.sum(axis=0), meets.all(axis=0) & (over < self._few)
        yield np.flatnonzero((missed == 0) & near & (over > -self._few) & (more.sum(axis=0) > 1))[:, None]
        for side, members in zip(misses, self._sides, strict=True):
            some = np.flatnonzero((missed == 1) & near & side)
            left = (1 - members[some]) * members[place]
            close = abs(self._values[some][:, None] + over[some]) < self._few
            yield some[np.argwhere(np.triu((left @ left.T == 0) & close))]

    def _between(self, place: int, found: Places) -> Places:
        """Those that are not all in one release."""
        together = self._homes[place] & self._homes[found].all(axis=1)
        return found[~together.any(axis=1)]

    def _smallest(self, found: Places) -> Places:
        """Those that hold no others."""
        some, where = np.unique(found, return_inverse=True)
        first, last = where.reshape(found.shape)[:, 0], where.reshape(found.shape)[:, -1]
        holds: Truths = np.logical_and.reduce([(1 - members[some]) @ members[some].T == 0 for members in self._sides])
        over = (holds[first][:, first] & holds[last][:, last]) | (holds[first][:, last] & holds[last][:, first])
        return found[~(over & ~over.T).any(axis=1)]


def _members(keys: list[Key], name: str) -> Members:
    codes = sorted({code for key in keys for code in key.codes(name)})
    number = {code: place for place, code in enumerate(codes)}
    found = np.zeros((len(keys), len(codes) + 1), dtype=np.float32)
    for place, key in enumerate(keys):
        some = key.codes(name)
        found[place, [number[code] for code in some] if some else slice(None)] = 1
    return found
