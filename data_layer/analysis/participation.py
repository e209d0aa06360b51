"""What readings on the pyramid say together: counts, the lower median, the gap between both sides. Steps are never averaged."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from data_layer.participation import LatestReading, Tally
from data_layer.vocabulary import Side, Stage

K = TypeVar("K", bound=Hashable)

PARTICIPATION_BEGINS = 4
TOP = 7
STAGE_ORDER = [Stage.EVALUATION, Stage.DELIVERY, Stage.DESIGN, Stage.NEEDS, Stage.UNKNOWN]


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the readings of one side stand. A reading between two steps counts at the lower one.

    `exact` and `spans` count readings per step (steps without any are left out), `middle` is the lower median (None without
    readings), `upper` how many of `total` stand at step 4 or above.
    """

    exact: Mapping[int, int]
    spans: Mapping[int, int]
    middle: int | None
    upper: int
    total: int

    def on(self, step: int) -> int:
        """How many readings count at this step."""
        return self.exact.get(step, 0) + self.spans.get(step, 0)


@dataclass(frozen=True, slots=True)
class Gap:
    """How many steps lie between both sides, at least and at most; `users_lower` tells the direction of a sure gap."""

    least: int
    most: int
    users_lower: bool


@dataclass(frozen=True, slots=True)
class Pair:
    """What both sides last said of one micro project; a side is None where it has no reading."""

    staff: LatestReading | None
    users: LatestReading | None

    @property
    def subject(self) -> LatestReading:
        """One of the readings, for what they share: the micro project and its network."""
        reading = self.users or self.staff
        assert reading is not None
        return reading

    @property
    def gap(self) -> Gap | None:
        """The gap between both sides; None where it cannot be told or professionals have no role."""
        return None if self.staff is None or self.users is None else gap(self.staff, self.users)

    @property
    def no_role(self) -> bool:
        """Whether service users stand on step 7, so that the professionals' side is not missing."""
        return self.staff is None and self.users is not None and self.users.low == TOP

    @property
    def claimed(self) -> bool:
        """Whether professionals speak of step 4 or above while service users stand for sure on step 3 or below."""
        if self.staff is None or self.users is None:
            return False
        return self.staff.low >= PARTICIPATION_BEGINS > self.users.high

    @property
    def stages_differ(self) -> bool:
        """Whether both sides are known but judged different stages."""
        return self.staff is not None and self.users is not None and self.staff.stage != self.users.stage


@dataclass(frozen=True, slots=True)
class Coverage:
    """Of how many micro projects (`projects`) a reading is missing: on both sides (`unread`), or on one of them.

    Where service users stand on step 7 professionals have no role: such projects are in `no_role`, not in `unread_staff`.
    """

    projects: int
    unread: int
    unread_staff: int
    unread_users: int
    no_role: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """Of the micro projects whose sides are both known (`compared`): how many stand apart, where users feel less, where say is claimed."""

    compared: int
    apart: int
    users_lower: int
    claimed: int


def coverage(pairs: Sequence[Pair], *, unread: int) -> Coverage:
    """What is missing; `pairs` are the micro projects with a reading, `unread` is the number of those without any."""
    no_role = sum(pair.no_role for pair in pairs)
    return Coverage(
        projects=len(pairs) + unread,
        unread=unread,
        unread_staff=unread + sum(pair.staff is None for pair in pairs) - no_role,
        unread_users=unread + sum(pair.users is None for pair in pairs),
        no_role=no_role,
    )


def comparison(pairs: Sequence[Pair]) -> Comparison:
    """How both sides compare over all micro projects; a gap counts only where it is sure."""
    gaps = [found for pair in pairs if (found := pair.gap) is not None]
    apart = [found for found in gaps if found.least]
    return Comparison(len(gaps), len(apart), sum(found.users_lower for found in apart), sum(pair.claimed for pair in pairs))


def standing(tallies: Iterable[Tally], side: str) -> Standing:
    """The standing of one side among the tallies."""
    exact: dict[int, int] = {}
    spans: dict[int, int] = {}
    for tally in tallies:
        if tally.side == side:
            kind = spans if tally.high > tally.low else exact
            kind[tally.low] = kind.get(tally.low, 0) + tally.number
    counts = {step: exact.get(step, 0) + spans.get(step, 0) for step in range(1, TOP + 1)}
    upper = sum(number for step, number in counts.items() if step >= PARTICIPATION_BEGINS)
    return Standing(exact, spans, lower_median(counts), upper, sum(counts.values()))


def lower_median(counts: Mapping[int, int]) -> int | None:
    """The step in the middle of all readings counted by step, of two middle ones the lower; None without readings."""
    half = (sum(counts.values()) + 1) // 2
    passed = 0
    for step in sorted(counts):
        passed += counts[step]
        if 0 < half <= passed:
            return step
    return None


def by(tallies: Iterable[Tally], key: Callable[[Tally], Iterable[K]]) -> dict[K, list[Tally]]:
    """The tallies under each of their keys; one with several keys (target groups) stands under each."""
    found: dict[K, list[Tally]] = {}
    for tally in tallies:
        for value in key(tally):
            found.setdefault(value, []).append(tally)
    return found


def gap(staff: LatestReading, users: LatestReading) -> Gap:
    """The distance between two readings; spans give the least and the most, nothing is averaged."""
    least = max(0, users.low - staff.high, staff.low - users.high)
    most = max(users.high - staff.low, staff.high - users.low)
    return Gap(least, most, users_lower=users.high < staff.low)


def pairs(readings: Sequence[LatestReading]) -> list[Pair]:
    """Both sides per micro project, the widest gap first, then those where it cannot be told, then those without a role; then by name.

    Of two gaps of the same width the one where service users stand lower comes first.
    Where a side judged several stages on its latest date, the stage that the other side judged too counts, else the one furthest on.
    """
    projects: dict[int, dict[str, list[LatestReading]]] = {}
    for reading in readings:
        projects.setdefault(reading.micro_project_id, {}).setdefault(reading.side, []).append(reading)
    found = [_pair(sides.get(Side.PROFESSIONALS, []), sides.get(Side.USERS, [])) for sides in projects.values()]
    return sorted(found, key=_widest_first)


def _pair(staff: Sequence[LatestReading], users: Sequence[LatestReading]) -> Pair:
    shared = {reading.stage for reading in staff} & {reading.stage for reading in users}
    return Pair(_furthest_on(staff, shared), _furthest_on(users, shared))


def _furthest_on(readings: Sequence[LatestReading], shared: set[str]) -> LatestReading | None:
    candidates = [reading for reading in readings if reading.stage in shared] or list(readings)
    return min(candidates, key=lambda reading: STAGE_ORDER.index(Stage(reading.stage)), default=None)


def _widest_first(pair: Pair) -> tuple[int, int, int, bool, str]:
    distance = pair.gap
    name = pair.subject.micro_project.casefold()
    if distance is None:
        return (2 if pair.no_role else 1, 0, 0, False, name)
    return (0, -distance.least, -distance.most, not distance.users_lower, name)
