"""Bringing in what a plan says, in one action."""

from collections.abc import Iterable, Mapping
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.access import get_row
from data_layer.action import Recorder, acting
from data_layer.editing.note_table import TABLES_AND_NOTES
from data_layer.editing.tables import FieldKind, Table
from data_layer.imports.plan import Plan
from data_layer.imports.row import PlannedRow, State
from data_layer.imports.uncollected import uncollected
from data_layer.models import Action, Change, Network
from data_layer.models.columns import home_name
from data_layer.problem import NotFound
from data_layer.undo import undone_among

IMPORT = "import"


def apply(session: Session, plan: Plan) -> int | None:
    """Write the new and changed rows of a plan; returns the action's id, None where nothing changes. Refused rows stay out.

    The rows must still be as they were when the plan was made: what is looked at here is only that they are there. Raises NotFound for
    a LEN that the session does not see and for a row that is gone, Problem for what shows only in the whole.
    """
    network = get_row(session, Network, plan.network_id)
    if not any(row.state in (State.NEW, State.CHANGED) for row in plan.rows):
        return None
    ids: dict[int, int] = {}
    with uncollected(), acting(session, IMPORT) as recorder:
        for table in TABLES_AND_NOTES.values():
            rows = [row for row in plan.rows if row.target == table.name]
            _insert(recorder, table, [row for row in rows if row.state is State.NEW], network.id, ids)
            _update(recorder, table, [row for row in rows if row.state is State.CHANGED], ids)
        return recorder.action.id


def _insert(recorder: Recorder, table: Table, rows: Iterable[PlannedRow], network_id: int, ids: dict[int, int]) -> None:
    made = [(row.ref, table.model(**{home_name(table.model): network_id}, **_linked(table, row.columns, ids))) for row in rows]
    if made:
        recorder.insert_all([row for _ref, row in made])
    ids.update({ref: row.id for ref, row in made})


def _update(recorder: Recorder, table: Table, rows: Iterable[PlannedRow], ids: Mapping[int, int]) -> None:
    wanted: dict[int, dict[str, Any]] = {}
    for row in rows:
        wanted.setdefault(row.ref, {}).update(_linked(table, row.columns, ids))
    if not wanted:
        return
    model = table.model
    found = list(recorder.session.scalars(sa.select(model).where(model.id.in_(wanted)).order_by(model.id)))
    if len(found) != len(wanted):
        raise NotFound(model.__name__)
    recorder.update_all((row, wanted[row.id]) for row in found)


def _linked(table: Table, columns: Mapping[str, Any], ids: Mapping[int, int]) -> dict[str, Any]:
    """The columns with the ids that rows of the file have got meanwhile."""
    links = {field.columns[0] for field in table.fields.values() if field.kind is FieldKind.LINK}
    return {column: ids.get(value, value) if column in links else value for column, value in columns.items()}


def applied(session: Session, account_id: int, action_id: int) -> dict[str, int]:
    """Table -> rows that an import of this account has written; empty for any other action, and for one that was taken back."""
    if action_id in undone_among(session, [action_id]):
        return {}
    query = (
        sa.select(Change.table_name, sa.func.count())
        .join(Action, Action.id == Change.action_id)
        .where(Action.id == action_id, Action.account_id == account_id, Action.kind == IMPORT)
        .group_by(Change.table_name)
        .order_by(Change.table_name)
    )
    return {row[0]: row[1] for row in session.execute(query)}
