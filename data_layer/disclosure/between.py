"""How figures of different releases hang together though no release has them all."""

from collections import defaultdict
from collections.abc import Mapping, Set
from dataclasses import replace

from data_layer.disclosure.covers import covers, nested
from data_layer.disclosure.fact import total
from data_layer.disclosure.parts import Parts
from data_layer.disclosure.program import INFINITE
from data_layer.disclosure.rules import Rules
from data_layer.disclosure.system import Need, Place, Stood, System, need_of
from data_layer.disclosure.table import Key

Homes = Mapping[Key, Set[int]]


def add_between(made: System, rules: Rules, again: Set[tuple[str, str]]) -> None:
    """Sums of parts, figures that hold each other, and figures that hold one together, each as it stood in the latest release with it.

    What came and went in between may be known to somebody who watched.
    """
    latest: Place = {}
    homes: dict[Key, set[int]] = defaultdict(set)
    for number, place in reversed(list(enumerate(made.places))):
        latest |= place
        for key in place:
            homes[key].add(number)
    _add_sums(made, latest, rules, again)
    _add_nested(made, latest, homes, rules, again)
    _add_covers(made, latest, homes, rules)


def _add_sums(made: System, latest: Place, rules: Rules, again: Set[tuple[str, str]]) -> None:
    """What one release has and another has in parts is the sum of these, but for the few who came or went."""
    for place in made.places:
        parts = Parts(place, again)
        for key, stood in latest.items():
            some = [place[part] for part in parts.of(key)] if key not in place else []
            if some and stood.fact.near(total(part.fact for part in some), rules):
                made.equate([(stood.variable, -1), *((part.variable, 1) for part in some)])


def _add_nested(made: System, latest: Place, homes: Homes, rules: Rules, again: Set[tuple[str, str]]) -> None:
    """Where the rest of two figures is a figure too, it tells by how much the three are off.

    Else what is left of a count must stay uncertain enough whatever came and went.
    """
    for whole, part, name in nested(latest):
        if homes[whole] & homes[part]:
            continue
        codes = tuple(sorted(set(whole.codes(name)) - set(part.codes(name))))
        left = None if (whole.measure, name) in again else latest.get(whole.at(name, codes))
        one, other = latest[whole], latest[part]
        if left is not None and one.fact.rest(other.fact).near(left.fact, rules):
            made.equate([(one.variable, -1), (other.variable, 1), (left.variable, 1)])
        else:
            _add_rest(made, one, other, rules)


def _add_covers(made: System, latest: Place, homes: Homes, rules: Rules) -> None:
    """A count is no more than those that hold it: a rest of few people under the threshold must stay uncertain, too."""
    counts = {key: stood.fact.value for key, stood in latest.items() if stood.fact.is_count}
    for key, others in covers(counts, homes, rules.k) if len(made.places) > 1 else ():
        one, by = latest[key], [latest[other] for other in others]
        if len(by) == 1 and by[0].fact.value < rules.k:
            _add_rest(made, by[0], one, rules)
        else:
            more = sum(other.fact.value for other in by) - one.fact.value
            _add_left(made, by, one, least=min(more, 0))


def _add_rest(made: System, one: Stood, other: Stood, rules: Rules) -> None:
    """What one has more than the other, which must stay uncertain enough where that are a few people, or what one giver gives."""
    rest = one.fact.rest(other.fact)
    few = -rules.k < rest.value < 2 * rules.k if rest.is_count else rest.telling(rules, watched=rules.givers - 1)
    least = min(rest.value, 0) if rest.is_count else rest.value - sum(rest.givers.values())
    left = _add_left(made, [one], other, least=least)
    if few:
        need = need_of(made.truth, left, rules)
        made.virtual.append(need if need.both else Need(left.variable, rules.k - 1, -INFINITE, INFINITE))


def _add_left(made: System, by: list[Stood], one: Stood, *, least: int) -> Stood:
    """What several figures have more than one, `least` at least as each stood in its release."""
    rest = total(other.fact for other in by).rest(one.fact)
    shift = sum(other.shift for other in by) - one.shift
    rest = replace(rest, value=sum(made.truth[other.variable] for other in by) - made.truth[one.variable])
    variable = made.add(rest, least=least - shift)
    made.equate([(one.variable, -1), (variable, -1), *((other.variable, 1) for other in by)])
    return Stood(variable, 0, rest)
