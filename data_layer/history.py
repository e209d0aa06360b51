"""Who changed what, when: the actions on the data of the LENs that the session sees."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session, aliased

from data_layer.actor import Actor
from data_layer.editing.tables import TABLES, FieldKind
from data_layer.editing.titles import Key, Title, titles
from data_layer.editing.values import Value, value_of
from data_layer.models import Account, Action, Change, FundingSource
from data_layer.snapshot import kept_values
from data_layer.stack import undone_among
from data_layer.undo import MODELS

PER_PAGE = 25
# Of an action on more rows than these (an import) the first ones are shown, and how many there are.
SHOWN_ROWS = 20


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field before and after; None is unknown."""

    field: str
    before: Value
    after: Value


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row: `what` happened to it ("new", "changed", "trashed", "restored", "removed"), and its fields."""

    table: str
    row_id: int
    what: str
    title: Title | None
    fields: tuple[FieldChange, ...]
    moved: bool


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


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which actions: of one LEN, person (account id, 0 for the server), table, row, and at or after an instant; None leaves nothing out."""

    network_id: int | None = None
    account_id: int | None = None
    table: str | None = None
    row_id: int | None = None
    since: datetime | None = None
    until: datetime | None = None


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
    named = titles(session, _named_rows(rows))
    undone = undone_among(session, ids)
    me = _actor(session)
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
            rows=tuple(_row_change(change, named) for change in rows.get(action.id, ())),
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


def _actor(session: Session) -> Actor | None:
    actor: Actor | None = session.info.get("actor")
    return actor


def visible_changes(session: Session) -> sa.ColumnElement[bool]:
    """Criterion on changes. The session does not filter history: a change is seen where its LEN is, and on the catalogue by all."""
    actor = _actor(session)
    data = Change.table_name.in_(TABLES.keys() | MODELS.keys())
    if actor is None or actor.all_networks:
        return data
    return sa.and_(data, sa.or_(Change.network_id.in_(sorted(actor.network_ids)), Change.table_name == FundingSource.__tablename__))


def _which(session: Session, wanted: Wanted) -> sa.Select[Any]:
    """The ids of the actions that fit."""
    query = sa.select(Change.action_id).where(visible_changes(session)).distinct()
    if wanted.network_id is not None:
        query = query.where(Change.network_id == wanted.network_id)
    if wanted.table is not None:
        query = query.where(Change.table_name == wanted.table)
    if wanted.row_id is not None:
        query = query.where(Change.row_id == wanted.row_id)
    if wanted.account_id is None and wanted.since is None and wanted.until is None:
        return query
    query = query.join(Action, Action.id == Change.action_id)
    if wanted.account_id is not None:
        query = query.where(Action.account_id == wanted.account_id if wanted.account_id else Action.account_id.is_(None))
    if wanted.since is not None:
        query = query.where(Action.at >= wanted.since)
    return query if wanted.until is None else query.where(Action.at < wanted.until)


def _counts(session: Session, ids: list[int]) -> tuple[dict[int, dict[str, int]], set[int]]:
    """The rows of each action by table, and the actions of which the session sees all and which can be taken back."""
    query = (
        sa.select(Change.action_id, Change.table_name, sa.func.count(), sa.func.sum(sa.case((visible_changes(session), 1), else_=0)))
        .where(Change.action_id.in_(ids))
        .group_by(Change.action_id, Change.table_name)
        .order_by(Change.action_id, Change.table_name)
    )
    counts: dict[int, dict[str, int]] = {}
    partly: set[int] = set()
    for action_id, table, n, visible in session.execute(query):
        if visible:
            counts.setdefault(action_id, {})[table] = visible
        if visible < n or table not in MODELS:
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


def _named_rows(rows: Mapping[int, Iterable[Change]]) -> dict[str, set[int]]:
    """The rows that changed, and those to which links point, before or after."""
    wanted: dict[str, set[int]] = {}
    for change in (change for changes in rows.values() for change in changes):
        if change.table_name not in TABLES:
            continue
        wanted.setdefault(change.table_name, set()).add(change.row_id)
        for field in TABLES[change.table_name].fields.values():
            if field.kind is FieldKind.LINK:
                ids = {(snap or {}).get(field.columns[0]) for snap in (change.before, change.after)}
                wanted.setdefault(field.target, set()).update(row_id for row_id in ids if row_id is not None)
    return wanted


def _row_change(change: Change, named: Mapping[Key, Title]) -> RowChange:
    before, after = change.before or {}, change.after or {}
    return RowChange(
        change.table_name,
        change.row_id,
        _what(change),
        named.get((change.table_name, change.row_id)),
        _field_changes(change.table_name, before, after),
        bool(before) and (before.get("x"), before.get("y")) != (after.get("x"), after.get("y")),
    )


def _what(change: Change) -> str:
    if change.before is None:
        return "new"
    if change.after is None:
        return "removed"
    was, now = change.before.get("trashed_by"), change.after.get("trashed_by")
    return "changed" if was == now else "trashed" if now is not None else "restored"


def _field_changes(table: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[FieldChange, ...]:
    if table not in TABLES:
        return _plain_changes(before, after)
    model = TABLES[table].model
    changes = []
    for field in TABLES[table].fields.values():
        old = value_of(field, *kept_values(model, field.columns, before)) if before else None
        new = value_of(field, *kept_values(model, field.columns, after)) if after else None
        if (old or None) != (new or None) or (old != new and before):
            changes.append(FieldChange(field.name, old, new))
    return tuple(changes)


# What a note on a field says; its place is told by the row that it belongs to.
NOTE_FIELDS = ("field", "kind", "other_value", "text", "source")


def _plain_changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[FieldChange, ...]:
    return tuple(FieldChange(key, before.get(key), after.get(key)) for key in NOTE_FIELDS if before.get(key) != after.get(key))
