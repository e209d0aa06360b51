"""Column shapes that many tables share: rows of a LEN, sources, vague dates, codes, sets of codes."""

from collections.abc import Iterable
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, ClassVar

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, declared_attr, mapped_column
from sqlalchemy.types import TypeDecorator

LIVE = sa.text("trashed_by IS NULL")


class CodeSet(TypeDecorator[tuple[str, ...]]):
    """A few codes in one column, kept as `|a|b|` in alphabetical order so that `LIKE '%|a|%'` finds one of them."""

    impl = sa.String
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Any) -> str:
        return "|" + "".join(f"{code}|" for code in sorted(set(value or ())))

    def process_result_value(self, value: Any, dialect: Any) -> tuple[str, ...]:
        return tuple(code for code in (value or "").split("|") if code)

    class comparator_factory(TypeDecorator.Comparator[tuple[str, ...]]):
        def has(self, code: str) -> sa.ColumnElement[bool]:
            return sa.cast(self.expr, sa.String).like(f"%|{code}|%")


class UtcDateTime(TypeDecorator[datetime]):
    """An instant, always in UTC; a naive value is refused."""

    impl = sa.DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Any) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant needs its time zone")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Any) -> datetime | None:
        return None if value is None else value.replace(tzinfo=UTC)


class Row:
    """Every table: a single integer key that is never used again."""

    id: Mapped[int] = mapped_column(primary_key=True, sort_order=-2)


class Trashable(Row):
    """A row that goes to the trash, never away; `trashed_by` is the action that put it there.

    `HOME`: the column that says which LEN the row is of, None for rows of no LEN.
    """

    HOME: ClassVar[str | None] = None

    @declared_attr
    def trashed_by(cls) -> Mapped[int | None]:
        return mapped_column(sa.ForeignKey("action.id"), sort_order=2)


class Owned(Trashable):
    """A row that belongs to one LEN."""

    HOME = "network_id"

    @declared_attr
    def network_id(cls) -> Mapped[int]:
        return mapped_column(sa.ForeignKey("network.id"), index=True, sort_order=-1)


def home_name(model: type[Trashable]) -> str:
    """The name of the column that says which LEN rows of this kind are of. TypeError for a kind that is of none."""
    if model.HOME is None:
        raise TypeError(f"{model.__name__} is of no network")
    return model.HOME


def home_column(model: type[Trashable]) -> Any:
    """That column."""
    return getattr(model, home_name(model))


def home_of(row: Any) -> int | None:
    """The id of the LEN that a row is of, a network being of itself; None for a row of no LEN."""
    name = row.HOME if isinstance(row, Trashable) else None
    return None if name is None else getattr(row, name)


class Sourced:
    """Where the row's facts come from, in the reader's words; exceptions are notes on single fields."""

    source: Mapped[str | None] = mapped_column(sa.String(1000), sort_order=1)


def owned(*constraints: Any) -> tuple[Any, ...]:
    """Table arguments of a row of a LEN: `UNIQUE (network_id, id)`, so that children can refer by both."""
    return (*constraints, sa.UniqueConstraint("network_id", "id"), {"sqlite_autoincrement": True})


def in_network(column: str, table: str) -> sa.ForeignKeyConstraint:
    """A link to a row of the same LEN: the database itself refuses one into another LEN."""
    return sa.ForeignKeyConstraint(["network_id", column], [f"{table}.network_id", f"{table}.id"])


def one_of(column: str, codes: Iterable[StrEnum]) -> sa.CheckConstraint:
    """`column` holds one of these codes, or nothing where it may be empty."""
    listed = ", ".join(f"'{code}'" for code in codes)
    return sa.CheckConstraint(f"{column} IN ({listed})", name=column)


def vague(name: str) -> sa.CheckConstraint:
    """A vague date: `name_first` and `name_last` are both there or both empty (unknown), and in order."""
    first, last = f"{name}_first", f"{name}_last"
    return sa.CheckConstraint(f"({first} IS NULL) = ({last} IS NULL) AND ({first} IS NULL OR {first} <= {last})", name=f"{name}_vague")


def ordered(start: str, end: str) -> sa.CheckConstraint:
    """A period does not end before it begins, read as kindly as vague dates allow."""
    return sa.CheckConstraint(f"{end}_last IS NULL OR {start}_first IS NULL OR {end}_last >= {start}_first", name=f"{start}_{end}_order")
