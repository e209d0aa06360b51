"""Requests that come twice because an answer was lost on its way."""

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.editing.tables import TABLES
from data_layer.editing.values import Value, shown
from data_layer.models import Action, Change


def repeated(session: Session, account_id: int, name: str) -> int | None:
    """The action that this request of the account has led to already; None when it is new."""
    return session.scalar(sa.select(Action.id).where(Action.account_id == account_id, Action.request == name))


def rows_written(session: Session, action_id: int) -> list[tuple[str, int, dict[str, Value]]]:
    """Table, id and the values now of the rows that an action wrote and that are not in the trash.

    One statement, and one for each table.
    """
    written = sa.select(Change.table_name, Change.row_id).where(Change.action_id == action_id, Change.after.is_not(None))
    ids: dict[str, list[int]] = {}
    for name, row_id in session.execute(written.order_by(Change.id)):
        ids.setdefault(name, []).append(row_id)
    found: list[tuple[str, int, dict[str, Value]]] = []
    for name in ids.keys() & TABLES.keys():
        model = TABLES[name].model
        rows = session.scalars(sa.select(model).where(model.id.in_(ids[name])).order_by(model.id))
        found += [(name, row.id, shown(TABLES[name], row)) for row in rows]
    return found
