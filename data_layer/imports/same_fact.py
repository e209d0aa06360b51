"""Which rows tell the same fact, where no number says so: all of the key agrees, and what tells rows apart where both say it."""

from collections.abc import Container, Iterator, Mapping
from itertools import product
from typing import Any

import sqlalchemy as sa

from data_layer.editing.tables import TABLES, Table
from data_layer.models import Note
from data_layer.vocabulary import CaseState

Columns = Mapping[str, Any]
# Whatever a row says here.
ANY = "any"
REFUSED, OTHERWISE = "refused", "otherwise"
UNDECIDED = frozenset({CaseState.IDEA, CaseState.APPLIED})


class SameFacts:
    """The rows of one table that are there, by what they say. Columns of links hold refs."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.defaults = defaults(table)
        self.key_columns = [column for name in table.key or table.title for column in table.fields[name].columns]
        self.keys: dict[tuple[Any, ...], int] = {}
        self._refs: dict[tuple[Any, ...], list[int]] = {}
        self._passed: dict[tuple[Any, ...], int] = {}

    def add(self, ref: int, columns: Columns) -> None:
        """Take in a row; a row of the file (its ref is negative) only keeps its key from others."""
        key = self.key(columns)
        self.keys.setdefault(key, ref)
        if ref > 0:
            for marks in product(*((mark, ANY) for mark in self._marks(columns, there=True))):
                self._refs.setdefault((key, marks), []).append(ref)

    def key(self, columns: Columns) -> tuple[Any, ...]:
        """What the fields of the key hold; a tie is between two, whichever is named first.

        A note is told by the field, in whichever of its columns that is kept.
        """
        told = [columns.get(column, self.defaults.get(column)) for column in self.key_columns]
        if self.table.name == "tie":
            told[:2] = sorted(told[:2], key=str)
        if self.table.model is Note and told[1] in TABLES:
            told[2] = TABLES[told[1]].field_of(told[2])
        return tuple(told)

    def exact(self, columns: Columns, used: Container[int]) -> int | None:
        """The first row that tells the same as this would if it were there; none that is in `used`."""
        return self._first((self.key(columns), tuple(self._marks(columns, there=True))), used)

    def agreeing(self, columns: Columns, used: Container[int]) -> int | None:
        """The first row that agrees where both say something; none that is in `used`."""
        key = self.key(columns)
        wanted = (((ANY,) if mark is None else (mark, None)) for mark in self._marks(columns, there=False))
        return next(filter(None, (self._first((key, marks), used) for marks in product(*wanted))), None)

    def _first(self, place: tuple[Any, ...], used: Container[int]) -> int | None:
        refs, passed = self._refs.get(place, ()), self._passed.get(place, 0)
        while passed < len(refs) and refs[passed] in used:
            passed += 1
        self._passed[place] = passed
        return refs[passed] if passed < len(refs) else None

    def _marks(self, columns: Columns, *, there: bool) -> Iterator[Any]:
        """What tells a row apart from others with its key, None where it says nothing."""
        for name in self.table.apart:
            kept = tuple(columns.get(column) for column in self.table.fields[name].columns)
            yield None if not any(kept) else kept
        if self.table.name == "tie":
            directed = columns.get("directed", not there)
            yield (columns.get("from_id"), columns.get("to_id")) if directed else None
        if self.table.name == "funding_case":
            yield _outcome(columns.get("state"), there=there)


def _outcome(state: str | None, *, there: bool) -> str | None:
    """Refusals stay, and what was awarded is not refused afterwards; a case that is there undecided may become both."""
    if state in (None, CaseState.UNKNOWN) or (there and state in UNDECIDED):
        return None
    return REFUSED if state == CaseState.REFUSED else OTHERWISE


def defaults(table: Table) -> dict[str, Any]:
    """Column -> what it holds where nobody says anything, for columns that may not be empty."""
    columns = sa.inspect(table.model).columns
    return {column.key: column.default.arg for column in columns if column.default is not None and column.default.is_scalar}
