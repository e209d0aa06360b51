"""One body in several LENs: its rows share a number, set by somebody who may read them all."""

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.access import get_row, next_body_number
from data_layer.action import acting
from data_layer.models import Stakeholder
from data_layer.problem import Problem

LINK, UNLINK = "link_body", "unlink_body"


def link_body(session: Session, first_id: int, second_id: int) -> int:
    """Say that two stakeholders of different LENs are the same body, in one action; returns its number.

    Whoever was the same as one of them, among the rows that the session sees, is then the same as both. Raises NotFound where the
    session does not see both, Problem("body_in_one_network") for two of one LEN (merge them), "body_known" where it is known already.
    """
    first, second = get_row(session, Stakeholder, first_id), get_row(session, Stakeholder, second_id)
    if first.network_id == second.network_id:
        raise Problem("body_in_one_network")
    if first.body_id is not None and first.body_id == second.body_id:
        raise Problem("body_known")
    number = first.body_id or second.body_id or next_body_number(session)
    with acting(session, LINK) as recorder:
        recorder.update_all((row, {"body_id": number}) for row in _same(session, first, second) if row.body_id != number)
        return recorder.action.id


def unlink_body(session: Session, row_id: int) -> int:
    """Say that a stakeholder is not the same body as those of other LENs, in one action; returns its number.

    Raises NotFound, Problem("body_unknown") where nobody said so.
    """
    row = get_row(session, Stakeholder, row_id)
    if row.body_id is None:
        raise Problem("body_unknown")
    with acting(session, UNLINK) as recorder:
        recorder.update(row, body_id=None)
        return recorder.action.id


def _same(session: Session, *rows: Stakeholder) -> list[Stakeholder]:
    """These rows and those that share a body with one of them."""
    numbers = [row.body_id for row in rows if row.body_id is not None]
    which = sa.or_(Stakeholder.id.in_([row.id for row in rows]), Stakeholder.body_id.in_(numbers))
    return list(session.scalars(sa.select(Stakeholder).where(which, Stakeholder.trashed_by.is_(None)).order_by(Stakeholder.id)))
