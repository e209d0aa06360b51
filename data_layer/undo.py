"""Taking an action back, which is an action itself and can be taken back in turn."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.access import WITH_TRASH
from data_layer.action import Recorder, acting
from data_layer.actor import Actor
from data_layer.engine import Base
from data_layer.hanging import hanging
from data_layer.models import Action, Change, FundingSource, Network
from data_layer.models.columns import Trashable
from data_layer.problem import NotFound, Problem
from data_layer.snapshot import kept_value, snapshot
from data_layer.told_once import told_once
from data_layer.vocabulary import AccountRole

UNDO = "undo"
# What service users answered is counted five at a time, and stays: taking one such step back would show what the five had said.
LASTING = ("survey.answers",)
# Counts actions by itself; it is not what somebody entered.
COMPUTED = {"revision"}
NETWORK = Network.__tablename__
MODELS: dict[str, type[Any]] = {
    mapper.local_table.name: mapper.class_  # type: ignore[attr-defined]
    for mapper in Base.registry.mappers
    if issubclass(mapper.class_, Trashable)
}


def undo(session: Session, action_id: int) -> int:
    """Give every field that an action changed its former value, in one action; returns that action's id.

    New rows go to the trash, trashed ones come back. Undoing an undo does the action again. Raises NotFound for an action of which
    the session sees no row, and Problem: "not_undoable" (accounts), "network_stays" (it made a LEN), "undone_already",
    "answers_stay" (it counted answers of service users), "changed_since" (somebody changed the same field later, `field` says which),
    "needed_since" and "needed_elsewhere" (something else hangs on a row that would go to the trash), "parent_in_trash" (a row would
    come back to something that is in the trash).
    """
    changes = _changes(session, action_id)
    if not all(change.table_name in MODELS for change in changes):
        raise Problem("not_undoable")
    if session.scalar(sa.select(Action.kind).where(Action.id == action_id)) in LASTING:
        raise Problem("answers_stay")
    if _actor(session) is not None and any(change.table_name == NETWORK and change.before is None for change in changes):
        raise Problem("network_stays")
    if action_id in undone_among(session, [action_id]):
        raise Problem("undone_already")
    with acting(session, UNDO) as recorder:
        recorder.action.undoes_id = action_id
        rows = _rows(session, changes)
        former = [(change, rows[change.table_name, change.row_id], _former(recorder, rows, change)) for change in changes]
        recorder.update_all((row, values) for change, row, values in former if not _in_turn(change, values))
        for change, row, values in former:
            if _in_turn(change, values):
                recorder.update(row, **values)
        _refuse_loose_ends(session, rows.values())
        return recorder.action.id


def _in_turn(change: Change, values: Mapping[str, Any]) -> bool:
    """Whether the order matters in which rows get their values back: a name may be free only after another row has lost it."""
    return change.before is not None and bool({"trashed_by", *told_once(change.table_name)} & values.keys())


def _changes(session: Session, action_id: int) -> list[Change]:
    """What the action did, the last first. An action that touched a LEN of somebody else cannot be taken back in part."""
    query = sa.select(Change, _seen_changes(_actor(session))).where(Change.action_id == action_id).order_by(Change.id.desc())
    found = session.execute(query).all()
    if not found or not all(seen for _change, seen in found):
        raise NotFound("Action")
    return [change for change, _seen in found]


def takeable_changes(session: Session) -> sa.ColumnElement[bool]:
    """Criterion on changes: those that the session may take back. An action that holds another one stays, and so do counted answers."""
    actor = _actor(session)
    made = sa.true() if actor is None else sa.or_(Change.table_name != NETWORK, Change.before.is_not(sa.null()))
    lasting = sa.select(Action.id).where(Action.kind.in_(LASTING))
    return sa.and_(_seen_changes(actor), Change.table_name.in_(MODELS), made, Change.action_id.not_in(lasting))


def _seen_changes(actor: Actor | None) -> sa.ColumnElement[bool]:
    """Administrators look after the funding sources that no LEN entered."""
    if actor is None:
        return sa.true()
    here = sa.true() if actor.all_networks else Change.network_id.in_(sorted(actor.network_ids))
    inside = sa.and_(Change.network_id.is_not(None), here)
    if actor.role != AccountRole.ADMINISTRATOR:
        return inside
    return sa.or_(inside, sa.and_(Change.network_id.is_(None), Change.table_name == FundingSource.__tablename__))


def _actor(session: Session) -> Actor | None:
    actor: Actor | None = session.info.get("actor")
    return actor


def undone_among(session: Session, action_ids: list[int]) -> set[int]:
    """Those of the actions that were taken back, and not done again since. One statement."""
    if not action_ids:
        return set()
    query = sa.select(Action.id, Action.undoes_id).where(Action.undoes_id >= min(action_ids)).order_by(Action.id.desc())
    undone: set[int] = set()
    # From the last to the first: whether an undo holds is known before what it took back is judged.
    for action_id, undoes_id in session.execute(query):
        if undoes_id is not None and action_id not in undone:
            undone.add(undoes_id)
    return undone & set(action_ids)


def _rows(session: Session, changes: Iterable[Change]) -> dict[tuple[str, int], Trashable]:
    """The rows that changed, by table and id; one statement a table."""
    wanted: dict[str, set[int]] = {}
    for change in changes:
        wanted.setdefault(change.table_name, set()).add(change.row_id)
    found: dict[tuple[str, int], Trashable] = {}
    for name, ids in wanted.items():
        model = MODELS[name]
        query = sa.select(model).where(model.id.in_(ids)).order_by(model.id).execution_options(**{WITH_TRASH: True})
        rows = {(name, row.id): row for row in session.scalars(query)}
        if len(rows) != len(ids):
            raise NotFound(model.__name__)
        found |= rows
    return found


def _former(recorder: Recorder, rows: Mapping[tuple[str, int], Trashable], change: Change) -> dict[str, Any]:
    """Column -> the value that it had before; Problem where somebody has changed it since."""
    row = rows[change.table_name, change.row_id]
    after, now = change.after or {}, snapshot(row)
    before = change.before or {"trashed_by": recorder.action.id}
    changed = [field for field in after if field not in COMPUTED and (change.before is None or before[field] != after[field])]
    later = next((field for field in changed if now[field] != after[field]), None)
    if later is not None:
        raise Problem("changed_since", later, table=change.table_name)
    return {field: kept_value(type(row), field, before[field]) for field in changed if field in before}


def _refuse_loose_ends(session: Session, rows: Collection[Trashable]) -> None:
    """Nothing that is live may hang on what goes to the trash."""
    gone: dict[type[Trashable], set[int]] = {}
    for row in rows:
        if row.trashed_by is not None:
            gone.setdefault(type(row), set()).add(row.id)
    for model, ids in gone.items():
        if next(hanging(session, model, ids), None) is not None:
            raise Problem("needed_since", table=sa.inspect(model).local_table.name)
