"""Rows as history keeps them: their columns as JSON values."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa

from data_layer.models.columns import CodeSet, Row, UtcDateTime

# A password hash is a secret even from those who may read history, and so is what a release hides.
SECRET = {"password_hash", "basis"}


def snapshot(row: Row) -> dict[str, Any]:
    """The row's columns as JSON values, secrets left out."""
    mapper = sa.inspect(type(row))
    return {column.key: _plain(getattr(row, column.key)) for column in mapper.column_attrs if column.key not in SECRET}


def kept_value(model: type[Any], column: str, plain: Any) -> Any:
    """A value as a snapshot holds it in the type of its column."""
    kind = sa.inspect(model).column_attrs[column].columns[0].type
    if plain is None:
        return None
    if isinstance(kind, CodeSet):
        return tuple(plain)
    if isinstance(kind, UtcDateTime):
        return datetime.fromisoformat(plain)
    return date.fromisoformat(plain) if isinstance(kind, sa.Date) else plain


def kept_values(model: type[Any], columns: tuple[str, ...], snap: Mapping[str, Any]) -> tuple[Any, ...]:
    """Several columns of a snapshot; None for a column that it does not have."""
    return tuple(kept_value(model, column, snap.get(column)) for column in columns)


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date | datetime) else list(value) if isinstance(value, tuple) else value
