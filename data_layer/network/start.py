"""The first five steps in a LEN that people began themselves, and which of them are taken."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import sqlalchemy as sa

from data_layer.models import Account, Assessment, Grant, Network
from data_layer.vocabulary import AccountRole, Side

STEPS = ("stakeholders", "ties", "micro_project", "both_sides", "colleague")


class Standing(Protocol):
    """What is asked of a network; `steps` are those that are taken."""

    @property
    def id(self) -> int: ...
    @property
    def name(self) -> str: ...
    @property
    def is_len(self) -> bool: ...
    @property
    def sample(self) -> bool: ...
    @property
    def ended(self) -> bool: ...
    @property
    def steps(self) -> frozenset[str]: ...


@dataclass(frozen=True, slots=True)
class Start:
    """A LEN in which not all of `STEPS` are taken; `done` are those that are."""

    network_id: int
    network: str
    done: frozenset[str]


def starts(networks: Sequence[Standing]) -> list[Start]:
    """The LENs among these that are neither sample nor ended and lack a step, in their order."""
    own = [network for network in networks if network.is_len and not network.sample and not network.ended]
    return [Start(network.id, network.name, network.steps) for network in own if len(network.steps) < len(STEPS)]


def both_sides() -> sa.ColumnElement[bool]:
    """Criterion on Network: there are readings of service users and of professionals."""
    return sa.and_(_read(Side.USERS), _read(Side.PROFESSIONALS))


def several_coordinators() -> sa.ColumnElement[bool]:
    """Criterion on Network: at least two open coordinators' accounts have a grant for it, or for all networks."""
    open_accounts = (
        sa.select(sa.func.count(sa.distinct(Account.id)))
        .outerjoin(Grant, sa.and_(Grant.account_id == Account.id, Grant.network_id == Network.id))
        .where(
            Account.role == AccountRole.COORDINATOR,
            Account.disabled_at.is_(None),
            sa.or_(Grant.id.is_not(None), Account.all_networks),
        )
        .correlate(Network)
    )
    return open_accounts.scalar_subquery() > 1


def _read(side: str) -> sa.ColumnElement[bool]:
    readings: sa.Select[Any] = sa.select(Assessment.id).where(Assessment.network_id == Network.id, Assessment.side == side)
    return sa.exists(readings)
