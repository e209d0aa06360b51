"""Which figures of a release make up one that it does not have."""

from collections import defaultdict
from collections.abc import Collection, Set
from itertools import product

from data_layer.disclosure.table import Coordinate, Key

Codes = tuple[str, ...]


class Parts:
    """The figures of one release. Of a side in `again`, whose parts do not add up, only what stands there as it is counts."""

    def __init__(self, keys: Collection[Key], again: Set[tuple[str, str]]) -> None:
        self._keys, self._again = keys, again
        self._used: dict[tuple[str, str], set[Codes]] = defaultdict(set)
        self._ways: dict[tuple[str, Coordinate], list[list[Codes]]] = {}
        for key in keys:
            for name, codes in key.scope:
                self._used[key.measure, name].add(codes)

    def of(self, key: Key) -> list[Key]:
        """The figures whose sum this one is; none where it cannot be made up."""
        names = [name for name, _codes in key.scope]
        for blocks in product(*(self._split(key.measure, side) for side in key.scope)):
            parts = [Key(key.measure, tuple(zip(names, some, strict=True))) for some in product(*blocks)]
            if all(part in self._keys for part in parts):
                return parts
        return []

    def _split(self, measure: str, side: Coordinate) -> list[list[Codes]]:
        """The ways in which the release has the codes of a side: as they are, and taken apart as far as it goes."""
        if (measure, side) not in self._ways:
            name, codes = side
            used, wanted = self._used[measure, name], set(codes)
            inside = sorted(some for some in used if wanted > set(some)) if (measure, name) not in self._again else []
            finest = [some for some in inside if not any(set(some) > set(other) for other in inside)]
            apart = finest and sorted(code for some in finest for code in some) == sorted(codes)
            self._ways[measure, side] = [*([[codes]] if codes in used else []), *([finest] if apart else [])]
        return self._ways[measure, side]
