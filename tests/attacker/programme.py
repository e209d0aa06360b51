"""Synthetic programmes: people by network, target group, phase and year, answers, money; and what changes until the next release."""

import random
from collections import Counter
from dataclasses import dataclass, field

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
    """True data. `people`: persons by codes of `DIMENSIONS`; `answers` by side and level; `money`: (instrument, year, giver) -> amount."""

    codes: dict[str, tuple[str, ...]]
    people: Counter = field(default_factory=Counter)
    answers: Counter = field(default_factory=Counter)
    money: Counter = field(default_factory=Counter)
    public: frozenset = frozenset()

    def changed(self, chance: random.Random) -> "Programme":
        """The same after 1 to 9 persons came or went."""
        people = Counter(self.people)
        for _ in range(chance.randint(1, 9)):
            if chance.random() < 0.6 or not people:
                people[tuple(chance.choice(self.codes[name]) for name in DIMENSIONS)] += 1
            else:
                people[chance.choice(sorted(people))] -= 1
                people = +people
        return Programme(self.codes, people, self.answers, self.money, self.public)


def programme(seed: int, *, networks: int = 30) -> Programme:
    """A programme with 3 to that many networks, a few large and many small; target groups skewed alike."""
    chance = random.Random(seed)
    sizes = {"network": chance.randint(3, networks), "group": chance.randint(3, 8), "phase": 5, "year": chance.randint(2, 3)}
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
    _answers(made, chance)
    _money(made, chance)
    return made


def _answers(made: Programme, chance: random.Random) -> None:
    for side in made.codes["side"]:
        for level in made.codes["level"]:
            made.answers[side, level] = int(chance.expovariate(1 / 12))


def _money(made: Programme, chance: random.Random) -> None:
    made.codes["instrument"] = ("grant", "loan", "prize", "in_kind")
    givers = [f"p{number}" for number in range(12)]
    for instrument in made.codes["instrument"]:
        for year in made.codes["year"]:
            for giver in chance.sample(givers, chance.choice((0, 1, 2, 4, 6))):
                made.money[instrument, year, giver] = int(chance.lognormvariate(8, 1)) * 100
    made.public = frozenset(place for place in sorted(made.money) if chance.random() < 0.3)
