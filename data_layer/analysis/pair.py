"""Both sides of one subject, and the gap between them. Steps are never averaged."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Protocol

from data_layer.participation import LatestReading, SubjectKind
from data_layer.vocabulary import Side, Stage

PARTICIPATION_BEGINS = 4
TOP = 7
STAGE_ORDER = [Stage.EVALUATION, Stage.DELIVERY, Stage.DESIGN, Stage.NEEDS, Stage.UNKNOWN]


class Span(Protocol):
    """A step, or the span between two."""

    @property
    def low(self) -> int: ...
    @property
    def high(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Gap:
    """How many steps lie between both sides, at least and at most; `users_lower` tells the direction of a sure gap."""

    least: int
    most: int
    users_lower: bool


@dataclass(frozen=True, slots=True)
class Pair:
    """What both sides last said of one subject; a side is None where it has no reading."""

    staff: LatestReading | None
    users: LatestReading | None
    number: int = 1

    @property
    def subject(self) -> LatestReading:
        """One of the readings, for what they share: what they are about and its network."""
        reading = self.users or self.staff
        assert reading is not None
        return reading

    @property
    def gap(self) -> Gap | None:
        """The gap between both sides; None where it cannot be told, stages differ or professionals have no role."""
        return None if self.staff is None or self.users is None or self.stages_differ else gap(self.staff, self.users)

    @property
    def no_role(self) -> bool:
        """Whether service users stand on step 7, so that the professionals' side is not missing."""
        return self.staff is None and self.users is not None and self.users.low == TOP

    @property
    def claimed(self) -> bool:
        """Whether professionals speak of step 4 or above while service users stand for sure on step 3 or below, at the same stage."""
        if self.staff is None or self.users is None or self.stages_differ:
            return False
        return is_claimed(self.staff, self.users)

    @property
    def stages_differ(self) -> bool:
        """Whether both sides are known but judged different stages, or only one says which."""
        return self.staff is not None and self.users is not None and self.staff.stage != self.users.stage


def gap(staff: Span, users: Span) -> Gap:
    """The distance between two readings; spans give the least and the most, nothing is averaged."""
    return _gap(staff.low, staff.high, users.low, users.high)


@cache
def _gap(staff_low: int, staff_high: int, users_low: int, users_high: int) -> Gap:
    """There are a few hundred pairs of steps, and thousands of pairs of readings."""
    least = max(0, users_low - staff_high, staff_low - users_high)
    most = max(users_high - staff_low, staff_high - users_low)
    return Gap(least, most, users_lower=users_high < staff_low)


def is_claimed(staff: Span, users: Span) -> bool:
    """Whether professionals name step 4 or above and service users for sure step 3 or below: say is shared in words only."""
    return staff.low >= PARTICIPATION_BEGINS > users.high


def stage_pairs(readings: Iterable[LatestReading]) -> list[Pair]:
    """Both sides per subject and stage, one of them None where it did not judge that stage."""
    found: dict[tuple[str, int, str], dict[str, LatestReading]] = {}
    for reading in readings:
        found.setdefault((reading.kind, reading.subject_id, reading.stage), {})[reading.side] = reading
    return [Pair(sides.get(Side.PROFESSIONALS), sides.get(Side.USERS)) for sides in found.values()]


def pairs(staged: Iterable[Pair]) -> list[Pair]:
    """Of the pairs per stage one per subject: the widest gap first, then where it cannot be told, then no role; then by name.

    Of the stages that both sides judged, the one that both had judged last stands; where they share none, what each side said last.
    Of two gaps of the same width the one where service users stand lower comes first.
    """
    subjects: dict[tuple[str, int], list[Pair]] = {}
    for pair in staged:
        subjects.setdefault((pair.subject.kind, pair.subject.subject_id), []).append(pair)
    return sorted(map(_one_of, subjects.values()), key=_widest_first)


def _one_of(found: Sequence[Pair]) -> Pair:
    if len(found) == 1:
        return found[0]
    shared = [
        (min(_place(pair.staff)[:2], _place(pair.users)[:2]), _place(pair.staff)[2], pair) for pair in found if pair.staff and pair.users
    ]
    if shared:
        return max(shared, key=lambda each: each[:2])[2]
    return Pair(last_of(pair.staff for pair in found), last_of(pair.users for pair in found))


def last_of(readings: Iterable[LatestReading | None]) -> LatestReading | None:
    """The reading of the latest date, one without a date first; of several at once the one at the stage furthest on."""
    return max(filter(None, readings), key=_place, default=None)


def last_of_each(readings: Iterable[LatestReading], side: str) -> list[LatestReading]:
    """What this side last said of each micro project, whatever the stage."""
    found: dict[int, list[LatestReading]] = {}
    for reading in readings:
        if reading.kind == SubjectKind.MICRO_PROJECT and reading.side == side:
            found.setdefault(reading.subject_id, []).append(reading)
    return [max(each, key=_place) for each in found.values()]


def _place(reading: LatestReading) -> tuple[date, date, int]:
    return (reading.day_last or date.min, reading.day_first or date.min, -STAGE_ORDER.index(Stage(reading.stage)))


def _widest_first(pair: Pair) -> tuple[int, int, int, bool, str]:
    distance = pair.gap
    name = pair.subject.name.casefold()
    if distance is None:
        return (2 if pair.no_role else 1, 0, 0, False, name)
    return (0, -distance.least, -distance.most, not distance.users_lower, name)
