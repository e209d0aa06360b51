"""How figures of different tables hang together: one holds the other, one is the sum of others."""

from collections.abc import Mapping, Sequence, Set

from data_layer.disclosure.between import add_between
from data_layer.disclosure.covers import Pair, nested
from data_layer.disclosure.fact import Basis, Fact
from data_layer.disclosure.rules import Rules
from data_layer.disclosure.system import Place, Stood, System, need_of, placed
from data_layer.disclosure.table import Key, Sum

# A measure and a side of it whose parts do not add up.
Again = tuple[str, str]


def system(
    facts: Mapping[Key, Fact], sums: Sequence[Sum], rules: Rules, earlier: Sequence[Basis] = (), again: Set[Again] = frozenset()
) -> System:
    """What is known of a release, with earlier ones where given (the oldest first).

    Assumed of the attacker: he knows the threshold, the rounding, that nothing is negative, all sums, and of every figure that changed
    by fewer people than the threshold (or fewer givers than needed) by exactly how much it changed: he may have seen those few come and
    go. That takes in the release over the same data one day later, where nothing changed. Of larger changes he knows nothing. Whoever
    knows less finds wider bounds, because the truth stays among what he must think possible. `again`: where the same people may be in
    several parts, so that these are at least the whole together.
    """
    made = placed(facts, sums, rules, earlier)
    lines = {(line.total, part) for line in (*sums, *(line for release in earlier for line in release.sums)) for part in line.parts}
    for place in made.places:
        whole = _add_parts(made, place, again)
        for pair in nested(place):
            if pair[:2] not in lines:
                _add_rest(made, place, pair, rules, again, apart=pair[0::2] in whole)
    add_between(made, rules, again)
    return made


def _add_parts(made: System, place: Place, again: Set[Again]) -> set[tuple[Key, str]]:
    """A figure of several codes is the sum of those codes, wherever these are shown; returns of which that is known."""
    found = set()
    for key, stood in place.items():
        for name, atoms in key.scope:
            known = _apart(place, key, name, atoms)
            if known:
                terms = [(stood.variable, -1), *((part.variable, 1) for part in known)]
                if (key.measure, name) in again:
                    more = sum(part.fact.value for part in known) - stood.fact.value
                    terms.append((made.add(Fact(more, stood.fact.unit)), -1))
                else:
                    found.add((key, name))
                made.equate(terms)
    return found


def _apart(place: Place, key: Key, name: str, atoms: Sequence[str]) -> list[Stood]:
    """The figures of single codes whose sum a figure is; none as soon as one is missing: a period has many months, and few stand alone."""
    known: list[Stood] = []
    for atom in atoms if len(atoms) > 1 else ():
        part = place.get(key.at(name, (atom,)))
        if part is None:
            return []
        known.append(part)
    return known


def _add_rest(made: System, place: Place, pair: Pair, rules: Rules, again: Set[Again], *, apart: bool) -> None:
    """A figure is no less than a part of it. What it has more counts as a hidden figure of its own where nobody may know it.

    Not so a total and a part of it in one table: the rest of that line is made of figures that are protected themselves.
    """
    whole, part, name = pair
    one, other = place[whole], place[part]
    rest = one.fact.rest(other.fact)
    codes = tuple(sorted(set(whole.codes(name)) - set(part.codes(name))))
    left = None if (whole.measure, name) in again else place.get(whole.at(name, codes))
    if left is not None:
        made.equate([(one.variable, -1), (other.variable, 1), (left.variable, 1)])
    elif rest.telling(rules) or not apart:
        variable = made.add(rest)
        made.equate([(one.variable, -1), (other.variable, 1), (variable, 1)])
        if rest.telling(rules):
            made.virtual.append(need_of(made.truth, Stood(variable, 0, rest), rules))
