"""Synthetic programmes: people by network, target group, phase and year, people reached, answers, money; and what changes after."""

import random
from collections import Counter
from dataclasses import dataclass, field, replace
from itertools import combinations

DIMENSIONS = ("network", "group", "phase", "year")
# Tables of a release: the sides and what they are limited to.
PERSON_TABLES = (
    (("group",), None),
    (("group", "phase"), None),
    (("network", "group"), None),
    (("network", "phase"), None),
    (("network", "year"), None),
    (("group", "year"), None),
    (("network", "group"), "year"),
)


@dataclass
class Programme:
    """True data. `people`: persons by codes of `DIMENSIONS`; `reached`: persons by network, group and the years in which they came;
    `answers` by side and level; `money`: (network, instrument, year, giver) -> amount.
    """

    codes: dict[str, tuple[str, ...]]
    people: Counter = field(default_factory=Counter)
    reached: Counter = field(default_factory=Counter)
    answers: Counter = field(default_factory=Counter)
    money: Counter = field(default_factory=Counter)
    public: frozenset = frozenset()

    def changed(self, chance: random.Random) -> "Programme":
        """The same after 1 to 9 persons came or went in each count, and here and there one more giver."""
        places = [tuple(chance.choice(self.codes[name]) for name in DIMENSIONS) for _ in range(9)]
        again = [(network, group, tuple(sorted({year, chance.choice(self.codes["year"])}))) for network, group, _phase, year in places]
        money = Counter(self.money)
        if chance.random() < 0.5:
            network, _group, _phase, year = places[0]
            money[network, chance.choice(self.codes["instrument"]), year, f"{network}p3"] += int(chance.lognormvariate(8, 1)) * 100
        return replace(self, people=_moved(self.people, places, chance), reached=_moved(self.reached, again, chance), money=money)


def _moved(counts: Counter, places, chance: random.Random) -> Counter:
    after = Counter(counts)
    for place in places[: chance.randint(1, 9)]:
        if chance.random() < 0.6 or not after:
            after[place] += 1
        else:
            after[chance.choice(sorted(after))] -= 1
            after = +after
    return after


def programme(seed: int, *, networks: int = 30) -> Programme:
    """A programme with 3 to that many networks, mostly few, a few large and many small; target groups skewed alike."""
    chance = random.Random(seed)
    few = min(networks, 3 + int(chance.expovariate(1 / 5)))
    sizes = {"network": few, "group": chance.randint(3, 6), "phase": 3, "year": 3}
    codes = {name: tuple(f"{name[0]}{number:02}" for number in range(size)) for name, size in sizes.items()}
    codes |= {"side": ("own", "others"), "level": tuple(f"l{number}" for number in range(1, 9))}
    weight = {name: {code: chance.lognormvariate(0, 0.8) for code in codes[name]} for name in DIMENSIONS}
    mean, made = chance.choice((0.3, 1.0, 3.0)), Programme(codes)
    for network in codes["network"]:
        for group in codes["group"]:
            for phase in codes["phase"]:
                for year in codes["year"]:
                    place = (network, group, phase, year)
                    expected = mean * weight["network"][network] * weight["group"][group] * weight["phase"][phase]
                    if chance.random() < 0.6:
                        made.people[place] = int(chance.expovariate(1 / expected))
    made.people = +made.people
    _reached(made, chance, mean, weight)
    _answers(made, chance)
    _money(made, chance)
    return made


def _reached(made: Programme, chance: random.Random, mean: float, weight) -> None:
    """Some come in one year only, some again."""
    patterns = [years for size in range(1, 4) for years in combinations(made.codes["year"], size)]
    for network in made.codes["network"]:
        for group in made.codes["group"]:
            expected = 5 * mean * weight["network"][network] * weight["group"][group]
            for years in chance.sample(patterns, 2):
                made.reached[network, group, years] += int(chance.expovariate(1 / expected))
    made.reached = +made.reached


def _answers(made: Programme, chance: random.Random) -> None:
    for side in made.codes["side"]:
        for level in made.codes["level"]:
            made.answers[side, level] = int(chance.expovariate(1 / 12))


def _money(made: Programme, chance: random.Random) -> None:
    made.codes["instrument"] = ("grant", "loan", "prize", "in_kind")
    givers = [(network, f"{network}p{number}") for network in made.codes["network"] for number in range(3)]
    for instrument in made.codes["instrument"]:
        for year in made.codes["year"]:
            for network, giver in chance.sample(givers, chance.choice((0, 1, 2, 4, 6))):
                made.money[network, instrument, year, giver] = int(chance.lognormvariate(8, 1)) * 100
    made.public = frozenset(place for place in sorted(made.money) if chance.random() < 0.3)
