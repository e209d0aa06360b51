"""The values of fields outside the database: plain JSON, one value a field, None for unknown."""

from collections.abc import Callable
from datetime import date
from typing import Any

from data_layer.days import day_text, parse_day
from data_layer.editing.amount import amount_text, parse_amount
from data_layer.editing.tables import Field, FieldKind, Table
from data_layer.problem import Problem
from data_layer.whole_number import LARGEST, whole_number

Value = str | int | bool | list[str] | None


def shown(table: Table, row: Any) -> dict[str, Value]:
    """Field -> value of a row.

    Text, choice: str. Codes: list of str. Yes or no: bool. Number, link: int. Money: "2500.00". Day: "2016-07-19". Vague day: "2016",
    "2016-08", "2016-07-19" or "2016-08/2016-10".
    """
    return {field.name: value_of(field, *(getattr(row, column) for column in field.columns)) for field in table.fields.values()}


def value_of(field: Field, *kept: Any) -> Value:
    """The value of one field from what its columns hold."""
    (first, *_rest) = kept
    if field.kind is FieldKind.VAGUE_DAY:
        return day_text(*kept)
    if field.kind is FieldKind.MONEY:
        return amount_text(first)
    if isinstance(first, date):
        return first.isoformat()
    return sorted(first) if field.kind is FieldKind.CODES else first


def parsed(field: Field, value: Any) -> dict[str, Any]:
    """Column -> value to keep, from what a person typed or a program sent.

    Numbers, money, dates, yes or no may come as text. Raises Problem when it cannot be read, "required" when it may not be empty.
    """
    if isinstance(value, str):
        value = value.strip()
    empty = value is None or value in ("", [])
    if empty and field.required:
        raise Problem("required", field.name)
    try:
        kept = _empty(field) if empty else READERS[field.kind](field, value)
    except Problem as problem:
        raise Problem(problem.code, field.name, **problem.values) from None
    return dict(zip(field.columns, kept, strict=True))


def _empty(field: Field) -> tuple[Any, ...]:
    return ((),) if field.kind is FieldKind.CODES else (None,) * len(field.columns)


def _text(_field: Field, value: Any) -> tuple[str]:
    return (_said(value),)


def _choice(field: Field, value: Any) -> tuple[str]:
    if value not in field.codes:
        raise Problem("unknown_code", value=_said(value), allowed=", ".join(field.codes))
    return (str(value),)


def _codes(field: Field, value: Any) -> tuple[tuple[str, ...]]:
    codes = value if isinstance(value, list) else [part.strip() for part in _said(value).replace(";", "|").split("|") if part.strip()]
    for code in codes:
        _choice(field, code)
    return (tuple(sorted(set(codes))),)


def _yes_no(_field: Field, value: Any) -> tuple[bool]:
    known = {True: True, False: False, "yes": True, "no": False, "true": True, "false": False}
    if isinstance(value, list) or (key := value.lower() if isinstance(value, str) else value) not in known:
        raise Problem("unreadable", value=_said(value))
    return (known[key],)


def _number(_field: Field, value: Any) -> tuple[int]:
    if isinstance(value, bool | list):
        raise Problem("unreadable", value=str(value))
    text = str(value).strip()
    number = whole_number(text.removeprefix("-"))
    if number is None:
        raise Problem("unreadable", value=text)
    return (-number if text.startswith("-") else number,)


def _link(_field: Field, value: Any) -> tuple[int]:
    """The number of a row; a text is what somebody typed, and names nothing that there is."""
    if isinstance(value, bool) or not isinstance(value, int) or not 0 < value < LARGEST:
        raise Problem("no_such_row", value=_said(value))
    return (value,)


def _money(_field: Field, value: Any) -> tuple[int]:
    return (parse_amount(_said(value)),)


def _day(_field: Field, value: Any) -> tuple[date]:
    first, last = parse_day(_said(value))
    if first is None or first != last:
        raise Problem("day_exact", value=_said(value))
    return (first,)


def _vague_day(_field: Field, value: Any) -> tuple[date | None, date | None]:
    return parse_day(_said(value))


def _said(value: Any) -> str:
    return str(value) if isinstance(value, str | int) and not isinstance(value, bool) else "?"


READERS: dict[FieldKind, Callable[[Field, Any], tuple[Any, ...]]] = {
    FieldKind.TEXT: _text,
    FieldKind.LONG_TEXT: _text,
    FieldKind.CHOICE: _choice,
    FieldKind.CODES: _codes,
    FieldKind.YES_NO: _yes_no,
    FieldKind.NUMBER: _number,
    FieldKind.MONEY: _money,
    FieldKind.DAY: _day,
    FieldKind.VAGUE_DAY: _vague_day,
    FieldKind.LINK: _link,
}
