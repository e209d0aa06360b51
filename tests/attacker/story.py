"""What a programme releases one after another: what is asked for changes, and so do the people."""

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from tests.attacker.programme import Programme, programme

# What differs from release to release.
KINDS = ("days", "networks", "groups", "periods", "all of it")
DAYS = 3


@dataclass(frozen=True)
class Asked:
    """What a release is about; `merged` has, for a side, codes that are shown as one."""

    networks: tuple[str, ...]
    years: tuple[str, ...]
    merged: Mapping[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Telling:
    """A release that is made: of which data, by its number among all data of the story, and what is asked for."""

    state: int
    made: Programme
    asked: Asked


def kind(seed: int) -> str:
    """What differs in the story with this seed."""
    return KINDS[seed % len(KINDS)]


def story(seed: int, *, networks: int = 30) -> list[Telling]:
    """The releases of the programme with this seed; the last is the one before once more."""
    chance = random.Random(seed)
    states = [programme(seed, networks=networks)]
    for _ in range(DAYS - 1):
        states.append(states[-1].changed(chance))
    codes = states[0].codes
    steps = list(_days(codes) if kind(seed) == "days" else _steps(kind(seed), codes, chance))
    found = [Telling(state, states[state], asked) for state, asked in steps]
    return [*found, found[-1]]


def _days(codes) -> Iterator[tuple[int, Asked]]:
    """The same day after day, each with a few people more or less."""
    return ((day, Asked(codes["network"], codes["year"])) for day in range(DAYS))


def _steps(kind: str, codes, chance: random.Random) -> Iterator[tuple[int, Asked]]:
    """Three releases: two over the same data, one over data that changed; in an order by chance."""
    whole = Asked(codes["network"], codes["year"])
    every = [whole, *(_other(kind, codes, chance) for _ in range(2))]
    chance.shuffle(every)
    return zip((0, chance.choice((0, 1)), 1), every, strict=True)


def _other(kind: str, codes, chance: random.Random) -> Asked:
    networks, years, merged = codes["network"], codes["year"], {}
    if kind in ("networks", "all of it"):
        left = chance.sample(networks, chance.choice((1, 1, 2)) if len(networks) > 3 else 1)
        networks = tuple(code for code in networks if code not in left)
    if kind in ("periods", "all of it"):
        years = chance.choice((years[:-1], years[1:], years[:1], years[1:2]))
    if kind in ("groups", "all of it"):
        merged = {"group": _merged(codes["group"], chance), "level": _merged(codes["level"], chance)}
    return Asked(networks, years, merged)


def _merged(codes, chance: random.Random) -> tuple[tuple[str, ...], ...]:
    return (tuple(sorted(chance.sample(codes, chance.choice((2, 2, 3)) if len(codes) > 3 else 2))),)
