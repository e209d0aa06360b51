"""The same body in other networks."""

from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.models import Network, Stakeholder
from data_layer.vocabulary import NetworkStatus


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The row of the same body in another network that the session sees."""

    stakeholder_id: int
    name: str
    role: str | None
    network_id: int
    network: str
    is_len: bool


def elsewhere(session: Session, row: Stakeholder) -> tuple[Elsewhere, ...]:
    """Where else the body of a stakeholder appears, by network; nowhere while nobody said which body it is. One statement."""
    if row.body_id is None:
        return ()
    query = (
        sa.select(Stakeholder.id, Stakeholder.name, Stakeholder.role, Network.id, Network.name, Network.status == NetworkStatus.LEN)
        .join(Network, Network.id == Stakeholder.network_id)
        .where(Stakeholder.body_id == row.body_id, Stakeholder.id != row.id)
        .order_by(Network.name, Stakeholder.name, Stakeholder.id)
    )
    return tuple(Elsewhere(*found) for found in session.execute(query))
