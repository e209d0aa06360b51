"""Which figures hold which others: one in one side, or one in several."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from data_layer.disclosure.table import Key

Pair = tuple[Key, Key, str]


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


def held(keys: Iterable[Key]) -> Iterator[tuple[Key, Key]]:
    """Pairs of which one key holds the other and more in several sides."""
    measures: dict[str, list[tuple[Key, dict[str, frozenset[str]]]]] = defaultdict(list)
    for key in sorted(keys):
        measures[key.measure].append((key, {name: frozenset(codes) for name, codes in key.scope}))
    for family in measures.values():
        for whole, sides in family:
            for part, others in family:
                inside = sides.keys() <= others.keys() and all(others[name] <= codes for name, codes in sides.items())
                if inside and sum(sides.get(name) != codes for name, codes in others.items()) > 1:
                    yield whole, part
