"""What the columns of a grid are to hold, as criteria on its rows."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import aliased

from data_layer.days import parse_day
from data_layer.editing.amount import parse_amount
from data_layer.editing.tables import TABLES, Field, FieldKind, Table
from data_layer.problem import Problem
from data_layer.search import ESCAPE, forms
from data_layer.whole_number import whole_number

NETWORK = "network"
BLANK, NOT_BLANK = "blank", "notBlank"


@dataclass(frozen=True, slots=True)
class Filter:
    """What a column is to hold: `how` is "contains", "blank" or "notBlank"; `codes` are those whose words hold the text."""

    how: str
    text: str = ""
    codes: frozenset[str] = frozenset()


def name_of(field: Field, target: Any) -> Any:
    """The first column by which people know a row; a funding case is known by its number."""
    first = TABLES[field.target].fields[TABLES[field.target].title[0]]
    return getattr(target, "id" if first.kind is FieldKind.LINK else first.columns[0])


def criterion(table: Table, name: str, wanted: Filter, place: Any) -> sa.ColumnElement[bool]:
    """That a column of a table holds what is wanted; `place` is its network."""
    if name == NETWORK:
        return _holds(place.name, wanted.text) if wanted.how == "contains" else sa.true()
    field = table.fields[name]
    column = getattr(table.model, field.columns[0])
    if wanted.how in (BLANK, NOT_BLANK):
        empty = sa.cast(column, sa.String).in_(("", "|")) if field.kind is FieldKind.CODES else column.is_(None)
        return empty if wanted.how == BLANK else sa.not_(empty)
    return CRITERIA.get(field.kind, _text)(table, field, column, wanted)


def anywhere(table: Table, text: str) -> sa.ColumnElement[bool]:
    """That one of the texts or names of a row holds a text."""
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
    number = whole_number(digits)
    return sa.false() if number is None else _compared(column, sign, number)


def _money(_table: Table, _field: Field, column: Any, wanted: Filter) -> sa.ColumnElement[bool]:
    text = wanted.text.strip()
    sign, amount = (text[0], text[1:]) if text[:1] in ("<", ">") else ("", text)
    try:
        minor = parse_amount(amount)
    except Problem:
        return sa.false()
    return _compared(column, sign, minor)


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
    return column.in_(sa.select(target.id).where(_holds(sa.cast(name_of(field, target), sa.String), wanted.text)))


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
