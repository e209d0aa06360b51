"""The rows of a table as a grid asks for them: a stretch, in an order, filtered, live or in the trash."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session, aliased

from data_layer.access import WITH_TRASH
from data_layer.actor import Actor
from data_layer.editing.grid_filters import NETWORK, Filter, anywhere, criterion, name_of
from data_layer.editing.in_trash import InTrash, what_comes_back
from data_layer.editing.tables import TABLES, FieldKind, Table
from data_layer.editing.titles import titles
from data_layer.editing.values import Value, shown
from data_layer.models import Account, Action, Network
from data_layer.models.columns import home_column, home_of
from data_layer.vocabulary import AccountRole

MOST_ROWS = 500
# Columns that only the trash has; a number of an action says which was earlier.
TRASHED_AT, TRASHED_WHO = "trashed_at", "trashed_who"


@dataclass(frozen=True, slots=True)
class Asked:
    """Rows from `start` up to `end` (not included), in order of (field, is it downwards), of one LEN or all, live or in the trash.

    `text`: what one of the texts or names of a row holds.
    """

    start: int
    end: int
    order: Sequence[tuple[str, bool]] = ()
    filters: Mapping[str, Filter] | None = None
    network_id: int | None = None
    row_id: int | None = None
    trash: bool = False
    text: str = ""


@dataclass(frozen=True, slots=True)
class GridRow:
    """One row: its values by field, its LEN, whether others look after it, so that it can only be read, and how it is in the trash."""

    id: int
    network: str | None
    network_id: int | None
    locked: bool
    values: Mapping[str, Value]
    in_trash: InTrash | None = None


@dataclass(frozen=True, slots=True)
class GridRows:
    """The rows asked for, how many fit in all, and what the rows are called that links point to: (table, id) -> name."""

    rows: tuple[GridRow, ...]
    total: int
    names: Mapping[tuple[str, int], str]


def grid_rows(session: Session, table: Table, asked: Asked) -> GridRows:
    """The rows of a table that fit, those in the trash the latest first where no order is asked for.

    The number of statements does not grow with the rows. KeyError for a field that there is not.
    """
    model = table.model
    home = home_column(model)
    place = aliased(Network)
    query = sa.select(model, place.name, sa.func.count().over()).outerjoin(place, place.id == home)
    query = _thrown_away(query, model) if asked.trash else query.where(model.trashed_by.is_(None))
    if asked.network_id is not None:
        query = query.where(home == asked.network_id)
    if asked.row_id is not None:
        query = query.where(model.id == asked.row_id)
    if asked.text.strip():
        query = query.where(anywhere(table, asked.text.strip()))
    for name, wanted in (asked.filters or {}).items():
        query = query.where(criterion(table, name, wanted, place))
    for name, downwards in asked.order:
        query, column = _ordered_by(query, table, name, place)
        query = query.order_by(column.is_(None), column.desc() if downwards else column)
    last = (model.trashed_by.desc(), model.id) if asked.trash else (model.id,)
    query = query.order_by(*last).execution_options(**{WITH_TRASH: True})
    found = session.execute(query.offset(asked.start).limit(min(asked.end - asked.start, MOST_ROWS))).all()
    actor: Actor | None = session.info.get("actor")
    gone = _in_trash(session, table, actor, found) if asked.trash else {}
    rows = tuple(_row(table, actor, row, network, gone.get(row.id)) for row, network, *_more in found)
    named = titles(session, _linked(table, rows))
    total = found[0][2] if found else _beyond(session, query, asked)
    return GridRows(rows, total, {key: title.plain for key, title in named.items()})


def _beyond(session: Session, query: sa.Select[Any], asked: Asked) -> int:
    """How many rows there are where none was found: none at all, or those before the stretch."""
    first = session.execute(query.limit(1)).first() if asked.start else None
    return first[2] if first else 0


def _thrown_away(query: sa.Select[Any], model: Any) -> sa.Select[Any]:
    """The rows in the trash, with when they went there, and who did it."""
    query = query.join(Action, Action.id == model.trashed_by).outerjoin(Account, Account.id == Action.account_id)
    return query.add_columns(Action.at, Action.account_id, Account.email)


def _in_trash(session: Session, table: Table, actor: Actor | None, found: Sequence[Any]) -> dict[int, InTrash]:
    back = what_comes_back(session, table, {row.id: row.trashed_by for row, *_more in found})
    me = actor.account_id if actor is not None else None
    return {
        row.id: InTrash(at, who, account_id is not None and account_id == me, back[row.id])
        for row, _place, _n, at, account_id, who in found
    }


def _row(table: Table, actor: Actor | None, row: Any, network: str | None, in_trash: InTrash | None) -> GridRow:
    home = home_of(row)
    keeper = actor is None or actor.sees(home) or (home is None and actor.role == AccountRole.ADMINISTRATOR)
    return GridRow(row.id, network, home, not keeper, shown(table, row), in_trash)


def _linked(table: Table, rows: Sequence[GridRow]) -> dict[str, set[int]]:
    wanted: dict[str, set[int]] = {}
    for field in table.fields.values():
        if field.kind is FieldKind.LINK:
            ids = {value for row in rows if isinstance(value := row.values[field.name], int)}
            wanted.setdefault(field.target, set()).update(ids)
    return wanted


def _ordered_by(query: sa.Select[Any], table: Table, name: str, place: Any) -> tuple[sa.Select[Any], Any]:
    """The column to order by; for a link the name of what it points to."""
    if name in (NETWORK, TRASHED_AT, TRASHED_WHO):
        return query, {NETWORK: place.name, TRASHED_AT: table.model.trashed_by, TRASHED_WHO: Account.email}[name]
    field = table.fields[name]
    column = getattr(table.model, field.columns[0])
    if field.kind is not FieldKind.LINK:
        return query, column
    target = aliased(TABLES[field.target].model)
    return query.outerjoin(target, target.id == column), name_of(field, target)
