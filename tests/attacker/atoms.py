"""The smallest parts into which everything that is told of a measure can be taken apart."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import chain, combinations, product

import numpy as np

from tests.attacker.release import CAME, Box


class Atoms:
    """The cells that no box of a measure divides: each box is the sum of some of them, which are given by their numbers.

    Of persons that are counted once over several years there is one cell for each set of years in which they may have come.
    """

    def __init__(self, boxes: Iterable[Box]) -> None:
        cuts: dict[str, set[frozenset]] = defaultdict(set)
        for _measure, sides in boxes:
            for side, codes in sides:
                cuts[side].add(codes)
        self._sides = sorted(cuts)
        self._blocks = [_blocks(cuts[side]) for side in self._sides]
        for place, side in enumerate(self._sides):
            if side == CAME:
                whole = self._blocks[place]
                self._blocks[place] = [
                    frozenset(some) for some in chain.from_iterable(combinations(whole, size) for size in range(1, len(whole) + 1))
                ]
        self.size = int(np.prod([len(blocks) for blocks in self._blocks], dtype=int))
        self._numbers = np.arange(self.size, dtype=np.int32).reshape([len(blocks) for blocks in self._blocks])

    def of(self, box: Box) -> np.ndarray:
        """The numbers of the cells that a box is the sum of."""
        codes = dict(box[1])
        chosen = [self._inside(side, blocks, codes.get(side)) for side, blocks in zip(self._sides, self._blocks, strict=True)]
        return self._numbers[np.ix_(*chosen)].ravel()

    def divide(self, box: Box) -> bool:
        """Whether a box is the sum of cells: every box that they were made for, and others where they happen to divide them."""
        codes = dict(box[1])
        known = zip(self._sides, self._blocks, strict=True)
        return codes.keys() <= set(self._sides) and all(
            codes[side] == frozenset().union(*(block for block in _single(side, blocks) if block <= codes[side]))
            for side, blocks in known
            if side in codes
        )

    @staticmethod
    def _inside(side: str, blocks, codes) -> list[int]:
        if codes is None:
            return list(range(len(blocks)))
        if side == CAME:
            return [place for place, some in enumerate(blocks) if any(block <= codes for block in some)]
        return [place for place, block in enumerate(blocks) if block <= codes]


def _single(side: str, blocks) -> list[frozenset]:
    return [next(iter(some)) for some in blocks if len(some) == 1] if side == CAME else blocks


def _blocks(cuts: set[frozenset]) -> list[frozenset]:
    """The codes that stand together in every cut."""
    ordered = sorted(cuts, key=sorted)
    blocks: dict[tuple[bool, ...], set] = defaultdict(set)
    for code in sorted(frozenset().union(*ordered)):
        blocks[tuple(code in cut for cut in ordered)].add(code)
    return [frozenset(block) for block in blocks.values()]


def nested(boxes: Iterable[Box]) -> Iterable[tuple[Box, Box]]:
    """Pairs of which one box holds the other and more in one side, all else being the same."""
    families: dict[tuple, list] = defaultdict(list)
    for measure, sides in boxes:
        for side, codes in sides:
            families[measure, side, sides - {(side, codes)}].append((codes, (measure, sides)))
    for family in families.values():
        for (codes, whole), (fewer, part) in product(family, family):
            if fewer < codes:
                yield whole, part
