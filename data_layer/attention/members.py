"""What a LEN still lacks: kinds of members of whom none is recorded, or everything."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from data_layer.attention.kind import Kind
from data_layer.network.standing import NetworkStanding
from data_layer.vocabulary import Sector

# Whom SEMPRE's facilitators invite: service users, public authorities with their social services, the job centre, providers,
# non-profits; and from the start-up stage on those who support business and innovation.
INVITED = (Sector.USERS, Sector.AUTHORITY, Sector.JOB_CENTRE, Sector.PROVIDER, Sector.NON_PROFIT, Sector.BUSINESS_SUPPORT)
COUNTS_AS = {Sector.HEALTH: Sector.PROVIDER}


@dataclass(frozen=True, slots=True)
class Missing:
    """A LEN and the sectors among the invited ones of which no member is recorded."""

    kind: ClassVar[Kind] = Kind.MISSING
    network: str
    network_id: int
    sectors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Empty:
    """A LEN without stakeholders, ties and micro projects."""

    kind: ClassVar[Kind] = Kind.EMPTY
    network: str
    network_id: int


def missing_members(networks: Sequence[NetworkStanding]) -> list[Missing]:
    """One item per running LEN that lacks invited kinds, most lacking first; empty LENs and networks of unclear status have none."""
    found = [Missing(network.name, network.id, _lacking(network)) for network in networks if network.is_len and network.has_rows]
    ended = {network.id for network in networks if network.ended}
    return sorted((item for item in found if item.sectors and item.network_id not in ended), key=lambda item: -len(item.sectors))


def empty_networks(networks: Sequence[NetworkStanding]) -> list[Empty]:
    """The LENs in which nothing is recorded, by name."""
    return [Empty(network.name, network.id) for network in networks if network.is_len and not network.has_rows]


def _lacking(network: NetworkStanding) -> tuple[str, ...]:
    present = {COUNTS_AS.get(Sector(sector), sector) for sector in network.sectors}
    return tuple(sector for sector in INVITED if sector not in present)
