"""How both sides compare over many subjects: where they agree, which side names more, and by how much at most."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from data_layer.analysis.pair import TOP, Gap, Pair, Span, gap, is_claimed


class Both(Protocol):
    """Both sides of the same stage of a subject, or of `number` that agree in their steps; a side is None where it did not judge."""

    @property
    def staff(self) -> Span | None: ...
    @property
    def users(self) -> Span | None: ...
    @property
    def number(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Comparison:
    """Of the subjects of which both sides judged the same stage (`compared`): how many stand apart, and of these, in how many users feel
    less, and say is only claimed. `stages_differ` counts those whose sides judged different stages.
    """

    compared: int
    apart: int
    users_lower: int
    claimed: int
    stages_differ: int = 0


@dataclass(frozen=True, slots=True)
class Agreement:
    """Of `pairs` of both sides: how many agree, in how many one side names the higher step, in how many say is only claimed.

    `no_role` counts those beside them where service users stand on step 7 without professionals; `widest` are the steps of
    professionals and service users that lie furthest apart, None where none do for sure.
    """

    pairs: int
    agree: int
    staff_higher: int
    users_higher: int
    claimed: int
    no_role: int
    widest: tuple[Span, Span] | None


def comparison(pairs: Sequence[Pair]) -> Comparison:
    """How both sides compare over all subjects; a gap counts only where it is sure."""
    gaps = [found for pair in pairs if (found := pair.gap) is not None]
    apart = [found for found in gaps if found.least]
    lower, claimed = sum(found.users_lower for found in apart), sum(pair.claimed for pair in pairs)
    return Comparison(len(gaps), len(apart), lower, claimed, sum(pair.stages_differ for pair in pairs))


def agreement(pairs: Iterable[Both]) -> Agreement:
    """How both sides of the same subject and stage compare; where a span touches the other side's step the two count as agreeing."""
    counts = {"agree": 0, "staff_higher": 0, "users_higher": 0}
    claimed = no_role = 0
    widest: tuple[Span, Span] | None = None
    for pair in pairs:
        if pair.staff is None or pair.users is None:
            no_role += pair.number if pair.staff is None and pair.users is not None and pair.users.low == TOP else 0
            continue
        counts[_way(gap(pair.staff, pair.users))] += pair.number
        claimed += pair.number if is_claimed(pair.staff, pair.users) else 0
        if widest is None or _width(pair.staff, pair.users) > _width(*widest):
            widest = (pair.staff, pair.users)
    sure = widest if widest and gap(*widest).least else None
    return Agreement(sum(counts.values()), **counts, claimed=claimed, no_role=no_role, widest=sure)


def _way(found: Gap) -> str:
    return "agree" if found.least == 0 else "staff_higher" if found.users_lower else "users_higher"


def _width(staff: Span, users: Span) -> tuple[int, int, bool]:
    found = gap(staff, users)
    return (found.least, found.most, found.users_lower)
