"""Networks: which there are, and what can be chosen from them."""

from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.action import acting
from data_layer.models import Network
from data_layer.problem import Problem
from data_layer.vocabulary import NetworkStatus


@dataclass(frozen=True, slots=True)
class NetworkChoice:
    """A network as the filter sentence offers it; `revision` tells whether its data changed."""

    id: int
    name: str
    country: str | None
    status: str
    revision: int
    time_zone: str | None
    target_groups: tuple[str, ...]

    @property
    def is_len(self) -> bool:
        """Whether it counts as a Local Empowerment Network."""
        return self.status == NetworkStatus.LEN


def network_choices(session: Session) -> list[NetworkChoice]:
    """The networks that the session sees, by name."""
    query = sa.select(
        Network.id, Network.name, Network.country, Network.status, Network.revision, Network.time_zone, Network.target_groups
    ).order_by(Network.name)
    return [NetworkChoice(*row) for row in session.execute(query)]


def has_sample(session: Session) -> bool:
    """Whether one of the networks comes from the sample data."""
    return bool(session.scalar(sa.select(sa.exists(sa.select(Network.id).where(Network.sample.is_(True))))))


def add_network(session: Session, *, name: str, region: str | None = None, country: str | None = None) -> Network:
    """Make a LEN; Problem("name_taken") when there is one of this name."""
    if session.scalars(sa.select(Network.id).where(Network.name == name, Network.trashed_by.is_(None))).first() is not None:
        raise Problem("name_taken", "name", name=name)
    with acting(session, "network.add") as action:
        return action.insert(Network(name=name, region=region, country=country))


def network_lines(session: Session) -> list[str]:
    """One line per network for the command line: name, country, status."""
    query = sa.select(Network).where(Network.trashed_by.is_(None)).order_by(Network.name)
    return [
        "  ".join(filter(None, (network.name, network.country, "status unclear" if network.status == NetworkStatus.UNCLEAR else None)))
        for network in session.scalars(query)
    ]
