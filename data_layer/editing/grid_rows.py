"""The rows of a table as a grid asks for them: a stretch, in an order, filtered, live or in the trash."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session, aliased

from data_layer.access import WITH_TRASH
from data_layer.actor import Actor
from data_layer.days import parse_day
from data_layer.editing.amount import parse_amount
from data_layer.editing.tables import TABLES, Field, FieldKind, Table
from data_layer.editing.titles import titles
from data_layer.editing.values import Value, shown
from data_layer.models import FundingSource, Network
from data_layer.problem import Problem
from data_layer.search import ESCAPE, forms
from data_layer.vocabulary import AccountRole

MOST_ROWS = 500
NETWORK = "network"
# No database holds a larger number.
LARGEST = 2**63
BLANK, NOT_BLANK = "blank", "notBlank"


@dataclass(frozen=True, slots=True)
class Filter:
    """What a column is to hold: `how` is "contains", "blank" or "notBlank"; `codes` are those whose words hold the text."""

    how: str
    text: str = ""
    codes: frozenset[str] = frozenset()


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
    """One row: its values by field, its LEN, and whether others look after it, so that it can only be read."""

    id: int
    network: str | None
    network_id: int | None
    locked: bool
    values: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class GridRows:
    """The rows asked for, how many fit in all, and what the rows are called that links point to: (table, id) -> name."""

    rows: tuple[GridRow, ...]
    total: int
    names: Mapping[tuple[str, int], str]


def grid_rows(session: Session, table: Table, asked: Asked) -> GridRows:
    """The rows of a table that fit. The number of statements does not grow with the rows. KeyError for a field that there is not."""
    model = table.model
    home = model.id if model is Network else model.entered_by_id if model is FundingSource else model.network_id
    place = aliased(Network)
    query = sa.select(model, place.name, sa.func.count().over()).outerjoin(place, place.id == home)
    query = query.where(model.trashed_by.is_not(None) if asked.trash else model.trashed_by.is_(None))
    if asked.network_id is not None:
        query = query.where(home == asked.network_id)
    if asked.row_id is not None:
        query = query.where(model.id == asked.row_id)
    if asked.text.strip():
        query = query.where(_anywhere(table, asked.text.strip()))
    for name, wanted in (asked.filters or {}).items():
        query = query.where(_fits(table, name, wanted, place))
    for name, downwards in asked.order:
        query, column = _ordered_by(query, table, name, place)
        query = query.order_by(column.is_(None), column.desc() if downwards else column)
    query = query.order_by(model.id).execution_options(**{WITH_TRASH: True})
    found = session.execute(query.offset(asked.start).limit(min(asked.end - asked.start, MOST_ROWS))).all()
    actor: Actor | None = session.info.get("actor")
    rows = tuple(_row(table, actor, row, network) for row, network, _total in found)
    named = titles(session, _linked(table, rows))
    total = found[0][2] if found else _beyond(session, query, asked)
    return GridRows(rows, total, {key: title.plain for key, title in named.items()})


def _beyond(session: Session, query: sa.Select[Any], asked: Asked) -> int:
    """How many rows there are where none was found: none at all, or those before the stretch."""
    first = session.execute(query.limit(1)).first() if asked.start else None
    return first[2] if first else 0


def _row(table: Table, actor: Actor | None, row: Any, network: str | None) -> GridRow:
    home = row.id if isinstance(row, Network) else row.entered_by_id if isinstance(row, FundingSource) else row.network_id
    keeper = actor is None or actor.sees(home) or (home is None and actor.role == AccountRole.ADMINISTRATOR)
    return GridRow(row.id, network, home, not keeper, shown(table, row))


def _linked(table: Table, rows: Sequence[GridRow]) -> dict[str, set[int]]:
    wanted: dict[str, set[int]] = {}
    for field in table.fields.values():
        if field.kind is FieldKind.LINK:
            ids = {value for row in rows if isinstance(value := row.values[field.name], int)}
            wanted.setdefault(field.target, set()).update(ids)
    return wanted


def _ordered_by(query: sa.Select[Any], table: Table, name: str, place: Any) -> tuple[sa.Select[Any], Any]:
    """The column to order by; for a link the name of what it points to."""
    if name == NETWORK:
        return query, place.name
    field = table.fields[name]
    column = getattr(table.model, field.columns[0])
    if field.kind is not FieldKind.LINK:
        return query, column
    target = aliased(TABLES[field.target].model)
    return query.outerjoin(target, target.id == column), _name_of(field, target)


def _name_of(field: Field, target: Any) -> Any:
    """The first column by which people know a row; a funding case is known by its number."""
    first = TABLES[field.target].fields[TABLES[field.target].title[0]]
    return getattr(target, "id" if first.kind is FieldKind.LINK else first.columns[0])


def _fits(table: Table, name: str, wanted: Filter, place: Any) -> sa.ColumnElement[bool]:
    if name == NETWORK:
        return _holds(place.name, wanted.text) if wanted.how == "contains" else sa.true()
    field = table.fields[name]
    column = getattr(table.model, field.columns[0])
    if wanted.how in (BLANK, NOT_BLANK):
        empty = sa.cast(column, sa.String).in_(("", "|")) if field.kind is FieldKind.CODES else column.is_(None)
        return empty if wanted.how == BLANK else sa.not_(empty)
    return CRITERIA.get(field.kind, _text)(table, field, column, wanted)


def _anywhere(table: Table, text: str) -> sa.ColumnElement[bool]:
    wanted = Filter("contains", text)
    kinds = {FieldKind.TEXT: _text, FieldKind.LONG_TEXT: _text, FieldKind.LINK: _link}
    fields = [field for field in table.fields.values() if field.kind in kinds]
    return sa.or_(sa.false(), *(kinds[field.kind](table, field, getattr(table.model, field.columns[0]), wanted) for field in fields))


def _text(_table: Table, _field: Field, column: Any, wanted: Filter) -> sa.ColumnElement[bool]:
    return _holds(column, wanted.text)


def _holds(column: Any, text: str) -> sa.ColumnElement[bool]:
    return sa.or_(*(column.like(f"%{form}%", escape=ESCAPE) for form in forms(text)))


def _choice(_table: Table, _field: Field, column: Any, wanted: Filter) -> sa.ColumnElement[bool]:
    return column.in_(sorted(wanted.codes))


def _codes(_table: Table, _field: Field, column: Any, wanted: Filter) -> sa.ColumnElement[bool]:
    return sa.or_(sa.false(), *(column.has(code) for code in sorted(wanted.codes)))


def _yes_no(_table: Table, _field: Field, column: Any, wanted: Filter) -> sa.ColumnElement[bool]:
    return column.in_([code == "yes" for code in sorted(wanted.codes)])


def _number(_table: Table, _field: Field, column: Any, wanted: Filter) -> sa.ColumnElement[bool]:
    """ "7", ">7", "<7": what cannot be read fits nothing."""
    text = wanted.text.replace(" ", "")
    sign, digits = (text[0], text[1:]) if text[:1] in ("<", ">") else ("", text)
    if not (digits.isascii() and digits.isdigit() and len(digits) <= 15):
        return sa.false()
    return _compared(column, sign, int(digits))


def _money(_table: Table, _field: Field, column: Any, wanted: Filter) -> sa.ColumnElement[bool]:
    text = wanted.text.strip()
    sign, amount = (text[0], text[1:]) if text[:1] in ("<", ">") else ("", text)
    try:
        minor = parse_amount(amount)
    except Problem:
        return sa.false()
    return _compared(column, sign, minor) if minor < LARGEST else sa.false()


def _compared(column: Any, sign: str, value: Any) -> sa.ColumnElement[bool]:
    return column < value if sign == "<" else column > value if sign == ">" else column == value


def _day(table: Table, field: Field, _column: Any, wanted: Filter) -> sa.ColumnElement[bool]:
    """A year, a month or a day that the field touches; "<2018" before it, ">2018" after it."""
    text = wanted.text.strip()
    sign, day = (text[0], text[1:]) if text[:1] in ("<", ">") else ("", text)
    try:
        first, last = parse_day(day)
    except Problem:
        return sa.false()
    if first is None or last is None:
        return sa.true()
    begins, ends = (getattr(table.model, field.columns[place]) for place in (0, -1))
    return _touches(sign, begins, ends, first, last)


def _touches(sign: str, begins: Any, ends: Any, first: date, last: date) -> sa.ColumnElement[bool]:
    if sign == "<":
        return ends < first
    return begins > last if sign == ">" else sa.and_(begins <= last, ends >= first)


def _link(_table: Table, field: Field, column: Any, wanted: Filter) -> sa.ColumnElement[bool]:
    target = aliased(TABLES[field.target].model)
    return column.in_(sa.select(target.id).where(_holds(sa.cast(_name_of(field, target), sa.String), wanted.text)))


CRITERIA: dict[FieldKind, Callable[[Table, Field, Any, Filter], sa.ColumnElement[bool]]] = {
    FieldKind.CHOICE: _choice,
    FieldKind.CODES: _codes,
    FieldKind.YES_NO: _yes_no,
    FieldKind.NUMBER: _number,
    FieldKind.MONEY: _money,
    FieldKind.DAY: _day,
    FieldKind.VAGUE_DAY: _day,
    FieldKind.LINK: _link,
}
