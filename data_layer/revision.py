"""How far the data has come."""

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.models import Action


def revision(session: Session) -> int:
    """The number of the last action: every change of any row raises it, 0 before the first."""
    return session.scalar(sa.select(sa.func.max(Action.id))) or 0
