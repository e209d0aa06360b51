"""Networks: which there are, and what can be chosen from them."""

from collections.abc import Mapping
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.action import acting
from data_layer.models import Account, Grant, Network
from data_layer.problem import NotFound, Problem
from data_layer.vocabulary import NetworkStatus
from data_layer.whole_number import LARGEST

TYPED = ("name", "region", "country", "time_zone")


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


def add_network(
    session: Session, *, name: str | None, region: str | None = None, country: str | None = None, time_zone: str | None = None
) -> Network:
    """Make a LEN, with values as they were typed: white space around them and empty ones do not count.

    Country as two letters, time zone as IANA name. Problem("network_taken") when there is one of this name.
    """
    values = _typed(name, region, country, time_zone)
    _refuse_taken(session, values["name"])
    with acting(session, "network.add") as action:
        return action.insert(Network(**values))


def network_numbered(session: Session, number: int) -> Network:
    """The network with this id, as a browser sent it; NotFound for anything that is no such id."""
    found = session.scalars(sa.select(Network).where(Network.id == number)).one_or_none() if 0 < number < LARGEST else None
    if found is None:
        raise NotFound("Network")
    return found


def change_network(
    session: Session,
    network: Network,
    *,
    seen: Mapping[str, str | None],
    name: str | None,
    region: str | None,
    country: str | None,
    time_zone: str | None,
) -> None:
    """Give a network these values, typed as for a new one, where they differ from what the person saw (`seen`: field -> value).

    The same Problem, and "changed_on_page" for a field that somebody else has changed since.
    """
    before = _typed(*(seen.get(field) for field in TYPED))
    values: dict[str, str | None] = {}
    for field, value in _typed(name, region, country, time_zone).items():
        now = getattr(network, field)
        if value in (before[field], now):
            continue
        if now != before[field]:
            raise Problem("changed_on_page", field)
        values[field] = value
    if not values:
        return
    if "name" in values:
        _refuse_taken(session, values["name"])
    with acting(session, "network.change") as action:
        action.update(network, **values)


def _typed(name: str | None, region: str | None, country: str | None, time_zone: str | None) -> dict[str, str | None]:
    values = {"region": region, "country": (country or "").upper(), "time_zone": time_zone}
    return {"name": (name or "").strip()} | {key: (value or "").strip() or None for key, value in values.items()}


def _refuse_taken(session: Session, name: str | None) -> None:
    if session.scalars(sa.select(Network.id).where(Network.name == name, Network.trashed_by.is_(None))).first() is not None:
        raise Problem("network_taken", "name", name=name)


@dataclass(frozen=True, slots=True)
class NetworkLine:
    """A network as administrators look after it; `people` is how many accounts that are not shut may work in it by a grant."""

    id: int
    name: str
    is_len: bool
    region: str | None
    country: str | None
    time_zone: str | None
    people: int


def networks_and_people(session: Session) -> list[NetworkLine]:
    """All networks, by name, without a word on what is in them. One statement."""
    people = (
        sa.select(Grant.network_id, sa.func.count(Account.id).label("n"))
        .join(Account, Account.id == Grant.account_id)
        .where(Account.disabled_at.is_(None))
        .group_by(Grant.network_id)
        .subquery()
    )
    query = (
        sa.select(Network, people.c.n)
        .outerjoin(people, people.c.network_id == Network.id)
        .where(Network.trashed_by.is_(None))
        .order_by(Network.name, Network.id)
    )
    return [
        NetworkLine(
            network.id,
            network.name,
            network.status == NetworkStatus.LEN,
            network.region,
            network.country,
            network.time_zone,
            count or 0,
        )
        for network, count in session.execute(query)
    ]


def network_lines(session: Session) -> list[str]:
    """One line per network for the command line: name, country, status."""
    query = sa.select(Network).where(Network.trashed_by.is_(None)).order_by(Network.name)
    return [
        "  ".join(filter(None, (network.name, network.country, "status unclear" if network.status == NetworkStatus.UNCLEAR else None)))
        for network in session.scalars(query)
    ]
