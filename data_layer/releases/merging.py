"""Which groups of a release would show figures again if they were shown as one."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise

from data_layer.disclosure.fact import Basis
from data_layer.disclosure.protection import Protection, protect
from data_layer.disclosure.table import COUNTED, Dimension, Table
from data_layer.releases.composition import Merge, MergeOffer
from data_layer.releases.grouping import LEVEL, MERGEABLE
from data_layer.releases.tabulating import Facts, tabulated

# How many are looked at, and how many of them are tried out in full, so that what is promised is kept.
MOST_TRIED = 6
MOST_OFFERED = 3


def offers(facts: Facts, protection: Protection, earlier: Sequence[Basis]) -> list[MergeOffer]:
    """Merges that show more figures of people than now, the best first.

    Earlier releases cost most of the time: which merges are promising is seen without them, what they show then with them.
    """
    candidates = list(dict.fromkeys(_candidates(protection)))[:MOST_TRIED]
    if not candidates:
        return []
    alone = protect(tabulated(facts)) if earlier else protection
    promising = _gaining(facts, candidates, _shown(alone), ())[:MOST_OFFERED]
    return _gaining(facts, [offer.merge for offer in promising], _shown(protection), earlier) if earlier else promising


def _gaining(facts: Facts, merges: Iterable[Merge], before: int, earlier: Sequence[Basis]) -> list[MergeOffer]:
    found = []
    for merge in merges:
        together = tuple(sorted((*(each for each in facts.composition.merges if not _within(each, merge)), merge)))
        tried = replace(facts, composition=replace(facts.composition, merges=together))
        gained = _shown(protect(tabulated(tried), earlier=earlier)) - before
        if gained > 0:
            found.append(MergeOffer(merge, gained))
    return sorted(found, key=lambda offer: (-offer.shown_again, offer.merge))


def _within(old: Merge, new: Merge) -> bool:
    return old.dimension == new.dimension and set(old.codes) <= set(new.codes)


def _shown(protection: Protection) -> int:
    """How many figures of people are shown."""
    return sum(
        cell is not None
        for table, shown in zip(protection.basis.tables, protection.shown, strict=True)
        if table.unit in COUNTED
        for cell in shown.cells.values()
    )


def _candidates(protection: Protection) -> Iterator[Merge]:
    """For each side of a table with hidden figures: the smallest groups that are enough together; of steps, neighbours."""
    hidden = {(cell.table, cell.position) for cell in protection.hidden}
    threshold = protection.basis.rules.k
    for table in protection.basis.tables:
        if table.unit not in COUNTED or not any(code == table.code for code, _position in hidden):
            continue
        for place, dimension in enumerate((table.rows, table.columns)):
            if dimension is not None and dimension.name in MERGEABLE and len(dimension.codes) > 2:
                yield from _merges(table, dimension, place, threshold)


def _merges(table: Table, dimension: Dimension, place: int, threshold: int) -> Iterator[Merge]:
    sums = {code: sum(table.amounts[cell] for cell in table.inner if cell[place] == code) for code in dimension.codes}
    if dimension.name == LEVEL:
        least = min(pairwise(dimension.codes), key=lambda pair: sums[pair[0]] + sums[pair[1]])
        yield _merge(dimension, least)
        yield _merge(dimension, dimension.codes[:2])
        yield _merge(dimension, dimension.codes[-2:])
        return
    ordered = sorted(dimension.codes, key=lambda code: (sums[code], code))
    enough = next((n for n, total in enumerate(accumulate(sums[code] for code in ordered), 1) if n > 1 and total >= threshold), None)
    small = sum(sums[code] < threshold for code in ordered)
    for number in (enough, small, small + 1):
        if number and 1 < number < len(ordered):
            yield _merge(dimension, ordered[:number])


def _merge(dimension: Dimension, codes: Iterable[str]) -> Merge:
    return Merge(dimension.name, tuple(sorted(atom for code in codes for atom in dimension.atoms(code))))
