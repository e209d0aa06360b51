"""The smallest cells that no figure of a measure divides: each figure is the sum of some of them."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Set
from functools import cached_property
from itertools import chain, combinations
from math import prod

import numpy as np
import numpy.typing as npt

from data_layer.disclosure.table import Key

Codes = tuple[str, ...]
# A cell with its factor.
Terms = list[tuple[int, int]]
# Of a side whose parts do not add up so many blocks are told apart by the sets of them in which somebody may be counted.
SETS = 5
# More cells are too many to go on with: then figures hang together by their sums alone, unless they have the same sides.
MOST = 4000


class Cells:
    """The cells of figures of one measure, by number. `again`: where the same people may be in several parts."""

    def __init__(self, keys: Iterable[Key], again: Set[tuple[str, str]]) -> None:
        every = list(keys)
        names = sorted({name for key in every for name, _codes in key.scope})
        self._sides = [_side(name, every, again) for name in names]
        self.size = prod(side.size for side in self._sides)

    @cached_property
    def _numbers(self) -> npt.NDArray[np.int64]:
        return np.arange(self.size).reshape([side.size for side in self._sides])

    def of(self, key: Key) -> list[int]:
        """The cells that a figure is the sum of."""
        inside = [side.inside(key.codes(side.name)) for side in self._sides]
        return [int(number) for number in self._numbers[np.ix_(*inside)].ravel()]

    def order(self) -> Iterator[Terms]:
        """Cells whose sum, each with its factor, is not negative."""
        for axis, side in enumerate(self._sides):
            lines = np.moveaxis(self._numbers, axis, 0).reshape(side.size, -1)
            for terms in side.order():
                for line in lines.T:
                    yield [(int(line[place]), factor) for place, factor in terms]


def families(keys: Collection[Key], again: Set[tuple[str, str]]) -> list[list[Key]]:
    """Figures that are taken apart together."""
    if Cells(keys, again).size <= MOST:
        return [list(keys)]
    found: dict[tuple[str, ...], list[Key]] = defaultdict(list)
    for key in keys:
        found[tuple(name for name, _codes in key.scope)].append(key)
    return list(found.values())


class _Side:
    """One side of the cells: blocks of codes that stand together in every figure."""

    def __init__(self, name: str, cuts: Set[Codes]) -> None:
        self.name = name
        by_cuts: dict[tuple[bool, ...], set[str]] = defaultdict(set)
        ordered = [(codes, frozenset(codes)) for codes in sorted(cuts) if codes]
        for code in sorted({code for codes, _some in ordered for code in codes}):
            by_cuts[tuple(code in some for _codes, some in ordered)].add(code)
        self._blocks = list(by_cuts.values())

    @property
    def size(self) -> int:
        """How many cells lie along it."""
        return len(self._blocks)

    def inside(self, codes: Codes) -> list[int]:
        """Which of them a figure of these codes holds; without codes all."""
        return [place for place, block in enumerate(self._blocks) if not codes or block <= set(codes)]

    def order(self) -> Iterator[Terms]:
        """Cells along it whose sum, each with its factor, is not negative."""
        return iter(())


class _SideAgain(_Side):
    """One along which the same people may be counted again: a cell for each set of blocks in which they may be."""

    def __init__(self, name: str, cuts: Set[Codes]) -> None:
        super().__init__(name, cuts)
        apart = list(range(len(self._blocks)))
        self._sets = list(chain.from_iterable(combinations(apart, size) for size in range(1, len(apart) + 1)))

    @property
    def size(self) -> int:
        """How many cells lie along it."""
        return len(self._sets)

    def inside(self, codes: Codes) -> list[int]:
        """Which of them a figure of these codes holds; without codes all."""
        some = set(super().inside(codes))
        return [place for place, blocks in enumerate(self._sets) if some.intersection(blocks)]


class _SideOfMany(_Side):
    """One along which the same people may be counted again, with too many blocks: a cell for all that a figure holds."""

    def __init__(self, name: str, cuts: Set[Codes]) -> None:
        super().__init__(name, cuts)
        self._cuts = {codes: place for place, codes in enumerate(sorted(cuts))}
        self._held = [frozenset(super(_SideOfMany, self).inside(codes)) for codes in self._cuts]

    @property
    def size(self) -> int:
        """How many cells lie along it."""
        return len(self._cuts)

    def inside(self, codes: Codes) -> list[int]:
        """Which of them a figure of these codes holds."""
        return [self._cuts[codes]]

    def order(self) -> Iterator[Terms]:
        """No part is more than the whole, no whole more than parts that make it up."""
        for whole, held in enumerate(self._held):
            parts = [part for part, some in enumerate(self._held) if some < held]
            yield from ([(whole, 1), (part, -1)] for part in parts)
            finest = [part for part in parts if not any(self._held[part] > self._held[other] for other in parts)]
            if parts and held == frozenset().union(*(self._held[part] for part in finest)):
                yield [(whole, -1), *((part, 1) for part in finest)]


def _side(name: str, keys: Iterable[Key], again: Set[tuple[str, str]]) -> _Side:
    every = list(keys)
    cuts = {key.codes(name) for key in every}
    together = any((key.measure, name) in again for key in every) and not _disjoint(cuts)
    plain = _Side(name, cuts)
    return plain if not together else _SideAgain(name, cuts) if plain.size <= SETS else _SideOfMany(name, cuts)


def _disjoint(cuts: Set[Codes]) -> bool:
    codes = [code for some in cuts for code in some]
    return () not in cuts and len(codes) == len(set(codes))
