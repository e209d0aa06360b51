"""What an attacker knows of one measure, from one release or several."""

from dataclasses import dataclass, field

import numpy as np

from tests.attacker.atoms import Atoms, nested
from tests.attacker.release import Box, Seen

MONEY_SHARE = 0.15
# Of money that fewer givers changed he knows how it changed.
GIVERS = 3


@dataclass(frozen=True)
class Known:
    """A figure of a release, or of other data: what is shown of it, and the truth to judge by."""

    box: Box
    unit: str
    shown: int | None
    truth: int
    public: int
    secret: int
    givers: dict[str, int]


@dataclass(frozen=True)
class Release:
    """A release before the attacker: of which data it is (`state`), its tables, and the truth of its figures in other data, by state."""

    state: int
    tables: list[Seen]
    elsewhere: dict[int, list[Seen]] = field(default_factory=dict)


@dataclass(frozen=True)
class Target:
    """Something that must stay uncertain: the sum of some cells. `margin`: of money, how far off he must be to either side."""

    name: tuple
    cells: np.ndarray
    truth: int
    margin: float | None = None


def figures(tables: list[Seen], measure: str) -> dict[Box, Known]:
    """The figures of a measure, each once."""
    return {
        box: Known(
            box,
            table.unit,
            table.cells.get(place),
            table.truth[place],
            table.public[place],
            table.secret[place],
            table.givers[place],
        )
        for table in tables
        if table.measure == measure
        for place, box in table.boxes.items()
    }


def lines(tables: list[Seen]) -> set[tuple[Box, Box]]:
    """Each total with each part of its line."""
    found = set()
    for table in tables or ():
        rows, columns = table.codes[0], table.codes[1] if len(table.codes) > 1 else ("",)
        for row in (*rows, "") if table.totals else ():
            for column in (*columns, "") if columns != ("",) else ("",):
                for whole in ((row, ""), ("", column), ("", "")):
                    found.add((table.boxes[whole], table.boxes[row, column]))
    return found


class Knowledge:
    """The cells of each state of the data, bounds of sums of them, and what must stay uncertain. `latest`: bounds from the last release."""

    def __init__(self, k: int, measure: str, releases: list[Release]) -> None:
        self.k = k
        told = [figures(release.tables, measure) for release in releases]
        self.atoms = Atoms(box for each in told for box in each)
        self.states = sorted({release.state for release in releases})
        self.size = self.atoms.size * len(self.states)
        self.bounds: list[tuple[np.ndarray, float, float]] = []
        self.latest: list[tuple[np.ndarray, float, float]] = []
        self.changes: list[tuple[np.ndarray, np.ndarray, int]] = []
        self.targets: list[Target] = []
        self.shown: list[Target] = []
        self.total = max((known.truth for each in told for known in each.values()), default=0)
        for number, (release, each) in enumerate(zip(releases, told, strict=True)):
            for box, known in each.items():
                self._take_in(number, release.state, box, known, last=number == len(releases) - 1)
        self._know_changes(measure, releases)
        self._differences(measure, releases, told)

    def _cells(self, box: Box, state: int) -> np.ndarray:
        return self.atoms.of(box) + self.states.index(state) * self.atoms.size

    def _take_in(self, number: int, state: int, box: Box, known: Known, *, last: bool) -> None:
        cells = self._cells(box, state)
        money = known.unit == "money"
        if money:
            self.bounds.append((cells, known.public, known.truth if known.public == known.truth else np.inf))
        if known.shown is None:
            margin = MONEY_SHARE * known.secret if money else None
            self.targets.append(Target((number, box), cells, known.truth, margin))
            return
        least, most = known.shown, known.shown
        if not money:
            smallest = -(-self.k // 5) * 5
            least, most = (self.k if known.shown == smallest else known.shown - 2), known.shown + 2
            self.shown.append(Target(box, cells, known.truth))
        (self.latest if last else self.bounds).append((cells, least, most))

    def _know_changes(self, measure: str, releases: list[Release]) -> None:
        """From one state of the data to the next: how every figure that was told changed, if by fewer people than the threshold.

        Of money only figures that are told again. A figure that no release told (a table names networks only where enough count) is left
        out where it is not the sum of cells.
        """
        for before, after in zip(self.states, self.states[1:], strict=False):
            again = set().union(*(_at(release, measure, release.state) for release in releases if release.state >= after))
            seen = set()
            for release in (release for release in releases if release.state <= before):
                here, there = (_at(release, measure, state) for state in (before, after))
                for box in filter(self.atoms.divide, (here.keys() & there.keys()) - seen):
                    seen.add(box)
                    if _small(here[box], there[box], self.k) and (here[box].unit != "money" or box in again):
                        change = there[box].truth - here[box].truth
                        self.changes.append((self._cells(box, before), self._cells(box, after), change))

    def _differences(self, measure: str, releases: list[Release], told) -> None:
        """What one figure has more than another that is a part of it, as far as that are a few people or one giver's money."""
        apart = set().union(*(lines([table for table in release.tables if table.measure == measure]) for release in releases))
        where = {box: number for number, each in enumerate(told) for box in each}
        for whole, part in nested(where):
            if (whole, part) in apart:
                continue
            one, other = where[whole], where[part]
            state = max(releases[one].state, releases[other].state)
            large, small = (_at(releases[number], measure, state).get(box) for number, box in ((one, whole), (other, part)))
            if large is None or small is None:
                continue
            rest, margin = large.truth - small.truth, None
            if large.unit == "money":
                margin = _margin(large, small)
            if 0 < rest < self.k if margin is None else margin > 0:
                cells = np.setdiff1d(self._cells(whole, state), self._cells(part, state))
                self.targets.append(Target(("difference", whole, part), cells, rest, margin))


def _margin(large: Known, small: Known) -> float:
    """How far off he must be of the rest of a sum of money; 0 where it may be shown."""
    rest = {name: amount - small.givers.get(name, 0) for name, amount in large.givers.items()}
    rest = {name: amount for name, amount in rest.items() if amount > 0}
    may = len(rest) >= GIVERS and max(rest.values()) <= (1 - MONEY_SHARE) * sum(rest.values())
    if not rest or may or sum(rest.values()) <= large.public - small.public:
        return 0
    return MONEY_SHARE * min(max(rest.values()), large.secret)


def _at(release: Release, measure: str, state: int) -> dict[Box, Known]:
    return figures(release.tables if state == release.state else release.elsewhere.get(state, []), measure)


def _small(one: Known, other: Known, k: int) -> bool:
    if one.unit != "money":
        return abs(one.truth - other.truth) < k
    names = one.givers.keys() | other.givers.keys()
    return sum(one.givers.get(name) != other.givers.get(name) for name in names) < GIVERS
