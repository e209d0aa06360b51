"""How much say service users have, where both sides differ or only one was asked."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from data_layer.analysis.pair import Pair
from data_layer.attention.kind import Kind
from data_layer.participation import LatestReading
from data_layer.vocabulary import Side


@dataclass(frozen=True, slots=True)
class Judged:
    """What was judged, a micro project, an event or a pilot (`about`); `micro_project_id` is also that of an event."""

    about: str
    subject_id: int
    name: str
    micro_project_id: int | None
    network: str
    network_id: int


@dataclass(frozen=True, slots=True)
class BothSides:
    """Where service users stand below professionals at the same stage; levels as (low, high)."""

    subject: Judged
    staff: tuple[int, int]
    users: tuple[int, int]

    @property
    def network(self) -> str:
        """The network that it happened in."""
        return self.subject.network


@dataclass(frozen=True, slots=True)
class WordsOnly(BothSides):
    """Professionals name step 4 or above, service users step 3 or below: shared in words only."""

    kind: ClassVar[Kind] = Kind.WORDS_ONLY


@dataclass(frozen=True, slots=True)
class UsersBelow(BothSides):
    """Service users stand below professionals, and it is no case of words only."""

    kind: ClassVar[Kind] = Kind.USERS_BELOW


@dataclass(frozen=True, slots=True)
class NotAsked:
    """One side was read and the other, `side`, was not; `level` is the known side's (low, high)."""

    kind: ClassVar[Kind] = Kind.NOT_ASKED
    subject: Judged
    side: str
    level: tuple[int, int]

    @property
    def network(self) -> str:
        """The network that it happened in."""
        return self.subject.network


def words_only(pairs: Sequence[Pair]) -> list[WordsOnly]:
    """Where say is shared in words only, in the order of the pairs (widest gap first)."""
    return [WordsOnly(_judged(pair.subject), *_levels(pair)) for pair in pairs if pair.claimed]


def users_below(pairs: Sequence[Pair]) -> list[UsersBelow]:
    """Where users stand for sure below professionals without a case of words only, in the order of the pairs."""
    below = [pair for pair in pairs if pair.gap and pair.gap.users_lower and not pair.claimed]
    return [UsersBelow(_judged(pair.subject), *_levels(pair)) for pair in below]


def not_asked(pairs: Sequence[Pair]) -> list[NotAsked]:
    """Where only one side judged; where users stand on step 7 professionals have no role, so nothing is missing."""
    found = []
    for pair in pairs:
        known = pair.users or pair.staff
        if known is not None and not pair.no_role and (pair.users is None or pair.staff is None):
            side = Side.PROFESSIONALS if pair.staff is None else Side.USERS
            found.append(NotAsked(_judged(known), side, (known.low, known.high)))
    return sorted(found, key=lambda item: item.side != Side.USERS)


def _judged(reading: LatestReading) -> Judged:
    return Judged(reading.kind, reading.subject_id, reading.name, reading.micro_project_id, reading.network, reading.network_id)


def _levels(pair: Pair) -> tuple[tuple[int, int], tuple[int, int]]:
    assert pair.staff is not None
    assert pair.users is not None
    return (pair.staff.low, pair.staff.high), (pair.users.low, pair.users.high)
