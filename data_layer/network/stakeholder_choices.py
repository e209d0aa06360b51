"""Stakeholders to choose one from, by name."""

from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.models import Network, Stakeholder


@dataclass(frozen=True, slots=True)
class StakeholderChoice:
    """One stakeholder with the name of its LEN."""

    id: int
    name: str
    network_id: int
    network: str


def stakeholder_choices(session: Session, network_id: int | None = None, *, limit: int) -> list[StakeholderChoice]:
    """The stakeholders of a LEN, or of all that the session sees, by name; at most `limit`. One statement."""
    query = (
        sa.select(Stakeholder.id, Stakeholder.name, Network.id, Network.name)
        .join(Network, Network.id == Stakeholder.network_id)
        .order_by(Stakeholder.name, Network.name, Stakeholder.id)
        .limit(limit)
    )
    if network_id is not None:
        query = query.where(Stakeholder.network_id == network_id)
    return [StakeholderChoice(*row) for row in session.execute(query)]
