"""What a figure of one release has more than a part of it of another: somebody may have watched who came and went in between."""

from collections import defaultdict
from collections.abc import Mapping, Set
from dataclasses import replace

from data_layer.disclosure.nested import held, nested
from data_layer.disclosure.program import INFINITE
from data_layer.disclosure.rules import Rules
from data_layer.disclosure.system import Need, Place, Stood, System, need_of
from data_layer.disclosure.table import Key

Homes = Mapping[Key, Set[int]]


def add_between(made: System, rules: Rules, again: Set[tuple[str, str]]) -> None:
    """Figures of different releases of which one holds the other, each as it stood in the latest release with it."""
    latest: Place = {}
    homes: dict[Key, set[int]] = defaultdict(set)
    for number, place in reversed(list(enumerate(made.places))):
        latest |= place
        for key in place:
            homes[key].add(number)
    _add_nested(made, latest, homes, rules, again)
    few = [key for key, stood in latest.items() if stood.fact.is_count and stood.fact.value < rules.k]
    for whole, part in held(few) if len(made.places) > 1 else ():
        if not homes[whole] & homes[part]:
            _add_rest(made, latest[whole], latest[part], rules)


def _add_nested(made: System, latest: Place, homes: Homes, rules: Rules, again: Set[tuple[str, str]]) -> None:
    """Of a whole and a part; not where their rest is a figure that is protected itself."""
    for whole, part, name in nested(latest):
        if homes[whole] & homes[part]:
            continue
        codes = tuple(sorted(set(whole.codes(name)) - set(part.codes(name))))
        left = None if (whole.measure, name) in again else latest.get(whole.at(name, codes))
        one, other = latest[whole], latest[part]
        if left is None or not one.fact.rest(other.fact).near(left.fact, rules):
            _add_rest(made, one, other, rules)


def _add_rest(made: System, one: Stood, other: Stood, rules: Rules) -> None:
    """What one has more than the other must stay uncertain enough where that are a few people, or what one giver gives.

    A few may have come or gone: no more is known here.
    """
    rest = one.fact.rest(other.fact)
    if not (-rules.k < rest.value < 2 * rules.k if rest.is_count else rest.telling(rules, watched=rules.givers - 1)):
        return
    least = min(rest.value, 0) - rules.k if rest.is_count else rest.value - sum(rest.givers.values())
    shift = one.shift - other.shift
    now = replace(rest, value=made.truth[one.variable] - made.truth[other.variable])
    variable = made.add(now, least=least - shift)
    made.equate([(one.variable, -1), (variable, 1), (other.variable, 1)])
    need = need_of(made.truth, Stood(variable, 0, now), rules)
    made.virtual.append(need if need.both else Need(variable, rules.k - 1, -INFINITE, INFINITE))
