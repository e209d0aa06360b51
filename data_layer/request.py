"""Requests that come twice because an answer was lost on its way."""

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.models import Action


def repeated(session: Session, account_id: int, name: str) -> int | None:
    """The action that this request of the account has led to already; None when it is new."""
    return session.scalar(sa.select(Action.id).where(Action.account_id == account_id, Action.request == name))
