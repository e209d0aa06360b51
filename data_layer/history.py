"""Who changed what, when: the actions on the data of the LENs that the session sees."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session, aliased

from data_layer.access import WITH_TRASH
from data_layer.editing.titles import Key, titles
from data_layer.history_filter import Wanted, actor_of, fitting_changes, visible_changes
from data_layer.models import Account, Action, Change, Note
from data_layer.row_change import RowChange, named_rows, row_change
from data_layer.undo import takeable_changes, undone_among

PER_PAGE = 25
NOTE = Note.__tablename__
# Of an action on more rows than these (an import) the first ones are shown, and how many there are.
SHOWN_ROWS = 20


@dataclass(frozen=True, slots=True)
class Entry:
    """One action.

    `who`: e-mail address, None for the server; `again`: it took the taking back of another action back; `counts`: table -> rows;
    `undone`: it was taken back itself and does not hold.
    """

    id: int
    at: datetime
    who: str | None
    own: bool
    kind: str
    again: bool
    undone: bool
    undoable: bool
    counts: Mapping[str, int]
    rows: tuple[RowChange, ...]


@dataclass(frozen=True, slots=True)
class History:
    """A page of entries, the latest first; `total` actions fit (0 beyond the last page); `names`: what linked rows are called."""

    entries: tuple[Entry, ...]
    total: int
    names: Mapping[Key, str]


def history(session: Session, wanted: Wanted, *, page: int = 1) -> History:
    """One page of the actions that fit. The number of statements does not grow with the rows."""
    which = _which(session, wanted)
    taken_back = aliased(Action)
    query = (
        sa.select(Action, Account.email, taken_back.undoes_id.is_not(None), sa.func.count().over())
        .outerjoin(Account, Account.id == Action.account_id)
        .outerjoin(taken_back, taken_back.id == Action.undoes_id)
        .where(Action.id.in_(which))
        .order_by(Action.id.desc())
        .limit(PER_PAGE)
        .offset((page - 1) * PER_PAGE)
    )
    actions = session.execute(query).all()
    ids = [row.Action.id for row in actions]
    total = actions[0][3] if actions else 0
    counts, whole = _counts(session, ids)
    rows = _row_changes(session, ids)
    named = titles(session, named_rows(change for changes in rows.values() for change in changes))
    undone = undone_among(session, ids)
    me = actor_of(session)
    entries = [
        Entry(
            id=action.id,
            at=action.at,
            who=email,
            own=me is not None and action.account_id == me.account_id,
            kind=action.kind,
            again=again,
            undone=action.id in undone,
            undoable=action.id in whole and action.id not in undone,
            counts=counts.get(action.id, {}),
            rows=tuple(row_change(change, named) for change in rows.get(action.id, ())),
        )
        for action, email, again, _total in actions
    ]
    return History(tuple(entries), total, {key: title.plain for key, title in named.items()})


def people(session: Session) -> list[tuple[int, str]]:
    """The accounts that changed something in what the session sees: (id, e-mail address), by address; the server is (0, "")."""
    query = (
        sa.select(Action.account_id, Account.email)
        .outerjoin(Account, Account.id == Action.account_id)
        .where(Action.id.in_(_which(session, Wanted())))
        .distinct()
        .order_by(Account.email)
    )
    return [(account_id or 0, email or "") for account_id, email in session.execute(query)]


def rows_touched(session: Session, action_id: int) -> Counter[str]:
    """How many rows of each table an action changed."""
    query = sa.select(Change.table_name, sa.func.count()).where(Change.action_id == action_id).group_by(Change.table_name)
    return Counter(dict(session.execute(query.order_by(Change.table_name)).all()))


def tables_touched(session: Session, action_id: int) -> set[str]:
    """The tables whose rows an action changed; a note on a field counts as a change of the row that it is about. Two statements at most."""
    query = sa.select(Change.table_name, Change.row_id).where(Change.action_id == action_id).distinct()
    rows = session.execute(query.order_by(Change.table_name, Change.row_id)).all()
    noted = [row_id for table, row_id in rows if table == NOTE]
    about: set[str] = set()
    if noted:
        notes = sa.select(Note.table_name).where(Note.id.in_(noted)).distinct().order_by(Note.table_name)
        about = set(session.scalars(notes.execution_options(**{WITH_TRASH: True})))
    return {table for table, _row_id in rows if table != NOTE} | about


def _which(session: Session, wanted: Wanted) -> sa.Select[Any]:
    """The ids of the actions that fit."""
    return sa.select(Change.action_id).where(*fitting_changes(session, wanted)).distinct()


def _counts(session: Session, ids: list[int]) -> tuple[dict[int, dict[str, int]], set[int]]:
    """The rows of each action by table that the session sees, and the actions that it may take back."""
    visible, takeable = (
        sa.func.sum(sa.case((criterion, 1), else_=0)) for criterion in (visible_changes(session), takeable_changes(session))
    )
    query = (
        sa.select(Change.action_id, Change.table_name, sa.func.count(), visible, takeable)
        .where(Change.action_id.in_(ids))
        .group_by(Change.action_id, Change.table_name)
        .order_by(Change.action_id, Change.table_name)
    )
    counts: dict[int, dict[str, int]] = {}
    partly: set[int] = set()
    for action_id, table, n, seen, taken in session.execute(query):
        if seen:
            counts.setdefault(action_id, {})[table] = seen
        if taken < n:
            partly.add(action_id)
    return counts, set(ids) - partly


def _row_changes(session: Session, ids: list[int]) -> dict[int, list[Change]]:
    """The first visible changes of each action."""
    place = sa.func.row_number().over(partition_by=Change.action_id, order_by=Change.id).label("place")
    numbered = sa.select(Change.id, place).where(Change.action_id.in_(ids), visible_changes(session)).subquery()
    first = sa.select(numbered.c.id).where(numbered.c.place <= SHOWN_ROWS)
    found: dict[int, list[Change]] = {}
    for change in session.scalars(sa.select(Change).where(Change.id.in_(first)).order_by(Change.id)):
        found.setdefault(change.action_id, []).append(change)
    return found
