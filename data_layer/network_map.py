"""A network as a whole: who is in it, how they are tied, how they were last seen."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.cache import results
from data_layer.models import Network
from data_layer.position import Standing, latest_positions
from data_layer.problem import NotFound
from data_layer.stakeholder import Member, members
from data_layer.tie import TieLine, ties


@dataclass(frozen=True)
class NetworkMap:
    """All that is recorded of one network at one revision; two maps are equal where network and revision are."""

    network_id: int
    revision: int
    members: tuple[Member, ...] = field(compare=False)
    ties: tuple[TieLine, ...] = field(compare=False)
    positions: Mapping[int, Standing] = field(compare=False)

    @cached_property
    def by_id(self) -> dict[int, Member]:
        """Each stakeholder by its id."""
        return {member.id: member for member in self.members}


def network_map(session: Session, network_id: int) -> NetworkMap:
    """The map of a network; NotFound where the session does not see it. One statement where it is cached, else four."""
    revision = session.scalar(sa.select(Network.revision).where(Network.id == network_id))
    if revision is None:
        raise NotFound("Network")
    return known_map(session, network_id, revision)


def known_map(session: Session, network_id: int, revision: int) -> NetworkMap:
    """The map of a network that the session sees, at its present revision. No statement where it is cached, else three."""
    return results.get(
        ("network_map", network_id, revision),
        lambda: NetworkMap(
            network_id, revision, members(session, network_id), ties(session, network_id), latest_positions(session, network_id)
        ),
    )
