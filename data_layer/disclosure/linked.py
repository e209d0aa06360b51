"""How figures of different tables hang together: one holds the other, one is the sum of others."""

from collections.abc import Mapping, Sequence, Set

from data_layer.disclosure.between import add_between
from data_layer.disclosure.fact import Basis, Fact
from data_layer.disclosure.held import add_cells
from data_layer.disclosure.nested import nested
from data_layer.disclosure.rules import Rules
from data_layer.disclosure.system import Place, Stood, System, need_of, placed
from data_layer.disclosure.table import Key, Sum

# With more releases at once figures hang together by their sums and rests alone: cells would be too many.
APART = 3
# A measure and a side of it whose parts do not add up.
Again = tuple[str, str]


def system(
    facts: Mapping[Key, Fact],
    sums: Sequence[Sum],
    rules: Rules,
    earlier: Sequence[Basis] = (),
    again: Set[Again] = frozenset(),
    *,
    carried: bool = False,
) -> System:
    """What is known of a release, with earlier ones where given (the oldest first).

    Assumed of the attacker: he knows the threshold, the rounding, that nothing is negative, all sums, and of every figure that changed
    by fewer people than the threshold (or fewer givers than needed) by exactly how much it changed: he may have seen those few come and
    go. That takes in the release over the same data one day later, where nothing changed. Of larger changes he knows nothing. Whoever
    knows less finds wider bounds, because the truth stays among what he must think possible. `again`: where the same people may be in
    several parts, so that these are at least the whole together. Figures of up to three earlier releases are taken apart into cells.
    """
    made = placed(facts, sums, rules, earlier)
    lines = {(line.total, part) for line in (*sums, *(line for release in earlier for line in release.sums)) for part in line.parts}
    if len(earlier) <= APART:
        add_cells(made, rules, again, carried=carried)
    for place in made.places:
        for whole, part, name in nested(place):
            if (whole, part) not in lines:
                _add_rest(made, place, whole, part, name, rules, again)
    add_between(made, rules, again)
    return made


def _add_rest(made: System, place: Place, whole: Key, part: Key, name: str, rules: Rules, again: Set[Again]) -> None:
    """What a figure has more than a part of it counts as a hidden figure of its own where nobody may know it.

    Not so a total and a part of it in one table: the rest of that line is made of figures that are protected themselves.
    """
    one, other = place[whole], place[part]
    rest = one.fact.rest(other.fact)
    codes = tuple(sorted(set(whole.codes(name)) - set(part.codes(name))))
    if rest.telling(rules) and ((whole.measure, name) in again or whole.at(name, codes) not in place):
        variable = made.add(rest)
        made.equate([(one.variable, -1), (other.variable, 1), (variable, 1)])
        made.virtual.append(need_of(made.truth, Stood(variable, 0, rest), rules))
