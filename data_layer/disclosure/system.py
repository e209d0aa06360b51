"""What an attacker knows of one release, or of several together, as one system of sums and bounds."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field

from data_layer.disclosure.fact import Basis, Fact
from data_layer.disclosure.rules import Rules
from data_layer.disclosure.table import Key, Sum
from data_layer.giving_way import answered

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


@dataclass(frozen=True, slots=True)
class Stood:
    """A figure of a release: its unknown, and what to add to that for its value in that release."""

    variable: int
    shift: int
    fact: Fact


Place = dict[Key, Stood]


@dataclass
class System:
    """The unknowns of the attacker. Each is the value of a figure in the release that is being made, or in an earlier one.

    `least`, `most`: what is known of it whatever the new release hides. `places`: where the figures of each release stand, the new one
    first, then the earlier ones from the latest on. `virtual`: what must stay uncertain though no table has it. `figure`: which unknowns
    are more than cells of figures; `carried`: cells of the last data that hold what was told of earlier data, too.
    """

    truth: list[int] = field(default_factory=list)
    least: list[int] = field(default_factory=list)
    most: list[int | None] = field(default_factory=list)
    counted: list[bool] = field(default_factory=list)
    figure: list[bool] = field(default_factory=list)
    rows: dict[Row, float] = field(default_factory=dict)
    places: list[Place] = field(default_factory=list)
    virtual: list[Need] = field(default_factory=list)
    carried: set[int] = field(default_factory=set)

    @property
    def own(self) -> dict[Key, int]:
        """Which unknown a figure of the new release is."""
        return {key: stood.variable for key, stood in self.places[0].items()}

    def add(self, fact: Fact, *, least: int | None = None) -> int:
        """A new unknown that is never negative, or never under `least`."""
        self.truth.append(fact.value)
        self.least.append((0 if fact.is_count else fact.public) if least is None else least)
        self.most.append(fact.value if fact.known else None)
        self.counted.append(fact.is_count)
        self.figure.append(True)
        return len(self.truth) - 1

    def add_cell(self, *, counted: bool) -> int:
        """A new unknown that no figure tells and that is never negative; its truth plays no part."""
        self.truth.append(0)
        self.least.append(0)
        self.most.append(None)
        self.counted.append(counted)
        self.figure.append(False)
        return len(self.truth) - 1

    def bound(self, variable: int, least: int, most: int | None) -> None:
        """What is known of an unknown, on top of what was known."""
        self.least[variable] = max(self.least[variable], least)
        if most is not None:
            known = self.most[variable]
            self.most[variable] = most if known is None else min(most, known)

    def equate(self, terms: Iterable[tuple[int, int]]) -> None:
        """Terms of (unknown, factor) keep the sum that they truly have: an attacker knows the shifts that make it up."""
        answered.give_way()
        factors: dict[int, int] = defaultdict(int)
        for variable, factor in terms:
            factors[variable] += factor
        row = tuple(sorted((variable, factor) for variable, factor in factors.items() if factor))
        if row:
            self.rows[row] = sum(factor * self.truth[variable] for variable, factor in row)

    def say(self, terms: Iterable[tuple[int, int]], right: float) -> None:
        """The sum of terms, each of another unknown."""
        answered.give_way()
        self.rows[tuple(sorted(terms))] = right


def placed(facts: Mapping[Key, Fact], sums: Iterable[Sum], rules: Rules, earlier: Sequence[Basis] = ()) -> System:
    """Where the figures of all releases stand, with the sums of each.

    A figure that changed from one release to the next by fewer people than the threshold (or fewer givers than needed) is one unknown.
    """
    made = System(places=[{key: Stood(-1, 0, facts[key]) for key in sorted(facts)}])
    made.places[0] = {key: Stood(made.add(stood.fact), 0, stood.fact) for key, stood in made.places[0].items()}
    _add_sums(made, made.places[0], sums)
    latest = dict(made.places[0])
    for release in reversed(earlier):
        place = {key: _stood(made, latest.get(key), fact, rules) for key, fact in sorted(release.facts.items(), key=lambda item: item[0])}
        for key, stood in place.items():
            if key not in release.hidden:
                least, most = stood.fact.interval(release.rules.k)
                made.bound(stood.variable, least - stood.shift, most - stood.shift)
        latest |= place
        made.places.append(place)
        _add_sums(made, place, release.sums)
    return made


def _add_sums(made: System, place: Place, sums: Iterable[Sum]) -> None:
    for line in sums:
        made.equate([(place[line.total].variable, -1), *((place[part].variable, 1) for part in line.parts)])


def _stood(made: System, later: Stood | None, fact: Fact, rules: Rules) -> Stood:
    if later is None or later.fact.unit != fact.unit or not fact.near(later.fact, rules):
        return Stood(made.add(fact), 0, fact)
    shift = later.shift + fact.value - later.fact.value
    made.bound(later.variable, (0 if fact.is_count else fact.public) - shift, fact.value - shift if fact.known else None)
    return Stood(later.variable, shift, fact)


def needs(made: System, hidden: Set[Key], rules: Rules, earlier: Sequence[Basis]) -> list[Need]:
    """What must stay uncertain: every hidden figure of each release.

    Counts: bounds at least `width` apart that reach the threshold, or down to nobody. Money: at least 15 %
    of the largest secret gift to either side, so that neither an outsider nor a giver who takes off his own gift can tell it closer.
    """
    found = [need_of(made.truth, made.places[0][key], rules) for key in sorted(hidden)]
    for place, release in zip(made.places[1:], reversed(earlier), strict=True):
        found += [need_of(made.truth, place[key], rules) for key in sorted(release.hidden)]
    return list(dict.fromkeys([*found, *made.virtual]))


def need_of(truth: Sequence[int], stood: Stood, rules: Rules) -> Need:
    """What a figure needs in order to stay hidden."""
    if stood.fact.is_count:
        return Need(stood.variable, rules.width, rules.k - stood.shift, -stood.shift)
    margin = (1 - rules.dominance) * stood.fact.secret
    value = truth[stood.variable]
    return Need(stood.variable, 2 * margin, value + margin, value - margin, both=True)
