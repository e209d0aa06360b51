"""How much say service users have, where both sides differ or only one was asked."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from data_layer.analysis.participation import Pair
from data_layer.attention.kind import Kind
from data_layer.vocabulary import Side


@dataclass(frozen=True, slots=True)
class UsersBelow:
    """A micro project where service users, in the latest readings, stand below professionals; levels as (low, high)."""

    kind: ClassVar[Kind] = Kind.USERS_BELOW
    network: str
    micro_project_id: int
    micro_project: str
    staff: tuple[int, int]
    users: tuple[int, int]


@dataclass(frozen=True, slots=True)
class NotAsked:
    """A micro project of which one side was read and the other, `side`, was not; `level` is the known side's (low, high)."""

    kind: ClassVar[Kind] = Kind.NOT_ASKED
    network: str
    micro_project_id: int
    micro_project: str
    side: str
    level: tuple[int, int]


def users_below(pairs: Sequence[Pair]) -> list[UsersBelow]:
    """The micro projects whose users stand for sure below professionals, in the order of the pairs (widest gap first)."""
    return [
        UsersBelow(
            pair.subject.network,
            pair.subject.micro_project_id,
            pair.subject.micro_project,
            (pair.staff.low, pair.staff.high),
            (pair.users.low, pair.users.high),
        )
        for pair in pairs
        if pair.staff and pair.users and pair.gap and pair.gap.users_lower
    ]


def not_asked(pairs: Sequence[Pair]) -> list[NotAsked]:
    """The micro projects with one side only; where users stand on step 7 professionals have no role, so nothing is missing."""
    found = []
    for pair in pairs:
        known = pair.users or pair.staff
        if known is not None and not pair.no_role and (pair.users is None or pair.staff is None):
            side = Side.PROFESSIONALS if pair.staff is None else Side.USERS
            found.append(NotAsked(known.network, known.micro_project_id, known.micro_project, side, (known.low, known.high)))
    return sorted(found, key=lambda item: item.side != Side.USERS)
