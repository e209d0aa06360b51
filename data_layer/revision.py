"""How far the data has come."""

from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.models import Action, Change, FundingSource, Network


@dataclass(frozen=True, slots=True)
class Revision:
    """`action`: the number of the last action, 0 before the first; `seen`: rises when something changes that the session sees."""

    action: int
    seen: str


def revision(session: Session) -> Revision:
    """The state of the data. One statement."""
    networks = sa.select(sa.func.coalesce(sa.func.sum(Network.revision), 0)).scalar_subquery()
    catalogue = sa.select(sa.func.max(Change.id)).where(Change.table_name == FundingSource.__tablename__).scalar_subquery()
    action, own, shared = session.execute(sa.select(sa.func.max(Action.id), networks, catalogue)).one()
    return Revision(action or 0, f"{own}-{shared or 0}")
