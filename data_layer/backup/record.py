"""What history knows about back-ups."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.action import acting
from data_layer.models import Action

BACKUP = "backup"


def note_backup(session: Session) -> None:
    """Write down that a back-up was made just now."""
    with acting(session, BACKUP):
        pass


def last_backup(session: Session) -> datetime | None:
    """When the last back-up was made (UTC), as far as this database knows; None when there was none. One statement."""
    return session.scalar(sa.select(sa.func.max(Action.at)).where(Action.kind == BACKUP))
