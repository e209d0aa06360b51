"""A network as a whole: who is in it, how they are tied, how they were last seen."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.cache import results
from data_layer.models import Network
from data_layer.network.position import NetMap, Standing, latest, net_maps, standings
from data_layer.network.stakeholder import Member, members
from data_layer.network.tie import TieLine, ties
from data_layer.problem import NotFound
from data_layer.vocabulary import NetworkStatus


@dataclass(frozen=True)
class NetworkMap:
    """All that is recorded of one network at one revision; two maps are equal where network and revision are."""

    network_id: int
    revision: int
    name: str = field(compare=False)
    region: str | None = field(compare=False)
    status: str = field(compare=False)
    members: tuple[Member, ...] = field(compare=False)
    ties: tuple[TieLine, ...] = field(compare=False)
    positions: Mapping[int, Standing] = field(compare=False)
    net_maps: tuple[NetMap, ...] = field(default=(), compare=False)

    @property
    def is_len(self) -> bool:
        """Whether it counts as a Local Empowerment Network."""
        return self.status == NetworkStatus.LEN

    @cached_property
    def names(self) -> dict[int, str]:
        """The name of each stakeholder by its id."""
        return {member.id: member.name for member in self.members}


def network_map(session: Session, network_id: int) -> NetworkMap:
    """The map of a network; NotFound where the session does not see it. One statement where it is kept, else four."""
    query = sa.select(Network.id, Network.revision, Network.name, Network.region, Network.status).where(Network.id == network_id)
    head = session.execute(query).one_or_none()
    if head is None:
        raise NotFound("Network")
    return results.get(("network_map", network_id, head.revision), lambda: NetworkMap(*head, *_rows(session, network_id)))


def _rows(session: Session, network_id: int) -> tuple[Any, ...]:
    seen = standings(session, network_id)
    return members(session, network_id), ties(session, network_id), latest(seen), net_maps(seen)
