"""Tables of which no two live rows of one LEN may agree in some columns, and what is said where two would."""

import re
from functools import cache

import sqlalchemy as sa

from data_layer.engine import Base

COLUMN = re.compile(r"(?:coalesce\()?(\w+)")
NAME = "name"
# Where it is said that two agree, if neither in a name nor in the last column.
SAID: dict[str, tuple[str, str]] = {"assessment": ("assessed_twice", "day_first"), "coding": ("told_twice", "theme")}


@cache
def told_once(table: str) -> tuple[str, ...]:
    """The columns in which no two live rows of one LEN may agree; none for a table whose rows may be alike."""
    for index in Base.metadata.tables[table].indexes:
        if index.unique and index.name in _indexes():
            columns = (COLUMN.match(str(part)) for part in _parts(index))
            return tuple(found[1] for found in columns if found and found[1] != "network_id")
    return ()


def twice(table: str) -> tuple[str, str]:
    """Code and field of the problem of a second row that says the same."""
    columns = told_once(table)
    alone = ("name_taken", NAME) if not columns or NAME in columns else ("told_twice", columns[-1])
    return SAID.get(table, alone)


def refused_by(text: str) -> tuple[str, str]:
    """The same from what the database says of a row that it refuses: an index, or table and columns."""
    for index, table in _indexes().items():
        if index in text or re.search(rf"\b{table}\.", text):
            return twice(table)
    return "name_taken", NAME


def _parts(index: sa.Index) -> list[str]:
    return [part.name if isinstance(part, sa.Column) else str(part) for part in index.expressions]


@cache
def _indexes() -> dict[str, str]:
    """Index -> table, of the indexes over live rows."""
    tables = Base.metadata.tables.values()
    return {str(index.name): table.name for table in tables for index in table.indexes if str(index.name).endswith("_live")}
