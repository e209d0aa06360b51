"""What an attacker knows of one release, or of two together, as one system of sums and bounds."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field
from itertools import product

from data_layer.disclosure.fact import Basis, Fact
from data_layer.disclosure.rules import Rules
from data_layer.disclosure.table import Key, Sum, Unit

Row = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Need:
    """How wide the bounds of a hidden figure must stay, and that they reach up to `high` or down to `low`."""

    variable: int
    width: float
    high: float
    low: float
    both: bool = False

    def met(self, least: float, most: float) -> bool:
        """Whether bounds are wide enough; `both`: whether they must reach to either side."""
        reaches = (most >= self.high, least <= self.low)
        return most - least >= self.width and (all(reaches) if self.both else any(reaches))


@dataclass
class System:
    """The unknowns of the attacker. Each is the value of a figure in the release that is being made, or in an earlier one.

    `least`, `most`: what is known of it whatever the new release hides. `own`: which unknown a figure of the new release is.
    `shift`: what to add to an unknown for its value in the earlier release.
    """

    truth: list[int] = field(default_factory=list)
    least: list[int] = field(default_factory=list)
    most: list[int | None] = field(default_factory=list)
    counted: list[bool] = field(default_factory=list)
    rows: dict[Row, int] = field(default_factory=dict)
    own: dict[Key, int] = field(default_factory=dict)
    shift: dict[Key, tuple[int, int]] = field(default_factory=dict)
    virtual: list[int] = field(default_factory=list)

    def add(self, fact: Fact) -> int:
        """A new unknown that is never negative."""
        self.truth.append(fact.value)
        self.least.append(0 if fact.is_count else fact.public)
        self.most.append(fact.value if fact.known else None)
        self.counted.append(fact.is_count)
        return len(self.truth) - 1

    def bound(self, variable: int, least: int, most: int | None) -> None:
        """What is known of an unknown, on top of what was known."""
        self.least[variable] = max(self.least[variable], least)
        if most is not None:
            known = self.most[variable]
            self.most[variable] = most if known is None else min(most, known)

    def equate(self, terms: Iterable[tuple[int, int]]) -> None:
        """Terms of (unknown, factor) keep the sum that they truly have: an attacker knows the shifts that make it up."""
        factors: dict[int, int] = defaultdict(int)
        for variable, factor in terms:
            factors[variable] += factor
        row = tuple(sorted((variable, factor) for variable, factor in factors.items() if factor))
        if row:
            self.rows[row] = sum(factor * self.truth[variable] for variable, factor in row)


def system(facts: Mapping[Key, Fact], sums: Iterable[Sum], rules: Rules, earlier: Basis | None = None) -> System:
    """What is known of a release, with an earlier one where given.

    Assumed of the attacker: he knows the threshold, the rounding, that nothing is negative, all sums, and of every figure that changed
    by fewer people than the threshold (or fewer givers than needed) by exactly how much it changed: he may have seen those few come and
    go. That takes in the release over the same data one day later, where nothing changed. Of larger changes he knows nothing. Whoever
    knows less finds wider bounds, because the truth stays among what he must think possible.
    """
    made = System()
    for key in sorted(facts):
        made.own[key] = made.add(facts[key])
    places: list[dict[Key, int]] = [made.own]
    _add_sums(made, made.own, sums)
    if earlier is not None:
        places.append(_add_earlier(made, earlier, facts, rules))
        _add_sums(made, places[1], earlier.sums)
    _add_merged(made, places)
    _add_differences(made, places, [*sums, *(earlier.sums if earlier is not None else ())], rules)
    return made


def _add_sums(made: System, place: Mapping[Key, int], sums: Iterable[Sum]) -> None:
    for line in sums:
        made.equate([(place[line.total], -1), *((place[part], 1) for part in line.parts)])


def _add_earlier(made: System, earlier: Basis, facts: Mapping[Key, Fact], rules: Rules) -> dict[Key, int]:
    place = {}
    for key, fact in sorted(earlier.facts.items(), key=lambda item: item[0]):
        now = facts.get(key)
        shift = 0
        if now is not None and now.unit == fact.unit and fact.near(now, rules):
            variable, shift = made.own[key], fact.value - now.value
            made.bound(variable, (0 if fact.is_count else fact.public) - shift, fact.value - shift if fact.known else None)
        else:
            variable = made.add(fact)
        place[key] = variable
        made.shift[key] = variable, shift
        if key not in earlier.hidden:
            least, most = fact.interval(earlier.rules.k)
            made.bound(variable, least - shift, most - shift)
    return place


def _add_merged(made: System, places: Iterable[Mapping[Key, int]]) -> None:
    """A merged group is the sum of its parts, wherever those are shown."""
    for place in places:
        several = [(key, *part) for key in place for part in key.scope if len(part[1]) > 1]
        for key, name, atoms in several:
            parts = [place.get(key.at(name, (atom,))) for atom in atoms]
            if None not in parts:
                made.equate([(place[key], -1), *((part, 1) for part in parts if part is not None)])


def _add_differences(made: System, places: Iterable[Mapping[Key, int]], sums: Iterable[Sum], rules: Rules) -> None:
    """Two figures of which one is the other and a few people more give those few away: they count as a hidden figure of their own.

    Not so a total and a part of it in one table: the rest of that line is made of figures that are protected themselves.
    """
    families: dict[tuple[Key, str], dict[Key, list[int]]] = defaultdict(lambda: defaultdict(list))
    for place in places:
        for key, variable in place.items():
            for name, _codes in key.scope if made.counted[variable] else ():
                families[key.without(name), name][key].append(variable)
    in_one_table = {(line.total, part) for line in sums for part in line.parts}
    for (_rest, name), family in families.items():
        wholes = [key for key in family if len(key.codes(name)) > 1]
        for whole, part in product(wholes, family):
            if set(part.codes(name)) < set(whole.codes(name)) and (whole, part) not in in_one_table:
                _add_difference(made, family[whole], family[part], rules)


def _add_difference(made: System, wholes: Iterable[int], parts: Iterable[int], rules: Rules) -> None:
    for whole, part in product(wholes, parts):
        rest = made.truth[whole] - made.truth[part]
        if 0 < rest < rules.k and whole != part:
            virtual = made.add(Fact(rest, Unit.PERSONS))
            made.equate([(whole, -1), (part, 1), (virtual, 1)])
            made.virtual.append(virtual)


def needs(made: System, facts: Mapping[Key, Fact], hidden: Set[Key], rules: Rules, earlier: Basis | None) -> list[Need]:
    """What must stay uncertain: every hidden figure of either release.

    Counts: bounds at least `width` apart that reach the threshold, or down to nobody. Money: at least 15 %
    of the largest secret gift to either side, so that neither an outsider nor a giver who takes off his own gift can tell it closer.
    """
    found = [_need(made, made.own[key], 0, facts[key], rules) for key in sorted(hidden)]
    if earlier is not None:
        found += [_need(made, *made.shift[key], earlier.facts[key], rules) for key in sorted(earlier.hidden)]
    found += [Need(variable, rules.width, rules.k, 0) for variable in made.virtual]
    return found


def _need(made: System, variable: int, shift: int, fact: Fact, rules: Rules) -> Need:
    if fact.is_count:
        return Need(variable, rules.width, rules.k - shift, -shift)
    margin = (1 - rules.dominance) * fact.secret
    truth = made.truth[variable]
    return Need(variable, 2 * margin, truth + margin, truth - margin, both=True)
