"""What readings on the pyramid say together: counts, the lower median, what is missing. Steps are never averaged."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from data_layer.analysis.pair import PARTICIPATION_BEGINS, TOP, Pair
from data_layer.participation import SubjectKind, Tally

K = TypeVar("K", bound=Hashable)
T = TypeVar("T")


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
class Coverage:
    """Of how many micro projects (`projects`) a reading is missing: on both sides (`unread`), or on one of them.

    Where service users stand on step 7 professionals have no role: such projects are in `no_role`, not in `unread_staff`.
    """

    projects: int
    unread: int
    unread_staff: int
    unread_users: int
    no_role: int


def coverage(found: Sequence[Pair], *, unread: int) -> Coverage:
    """What is missing of micro projects; `found` are the subjects with a reading, `unread` is the number of micro projects without any."""
    pairs = [pair for pair in found if pair.subject.kind == SubjectKind.MICRO_PROJECT]
    no_role = sum(pair.no_role for pair in pairs)
    return Coverage(
        projects=len(pairs) + unread,
        unread=unread,
        unread_staff=unread + sum(pair.staff is None for pair in pairs) - no_role,
        unread_users=unread + sum(pair.users is None for pair in pairs),
        no_role=no_role,
    )


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


def by(tallies: Iterable[T], key: Callable[[T], Iterable[K]]) -> dict[K, list[T]]:
    """The tallies (or pairs) under each of their keys; one with several keys (target groups) stands under each."""
    found: dict[K, list[T]] = {}
    for tally in tallies:
        for value in key(tally):
            found.setdefault(value, []).append(tally)
    return found
