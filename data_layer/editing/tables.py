"""The tables that people edit, and the fields of each as people see them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, cached_property
from typing import Any

import sqlalchemy as sa

from data_layer.codes import codes_of
from data_layer.models import (
    Assessment,
    Attendance,
    Coding,
    Decision,
    Event,
    EventGuest,
    FundingCase,
    FundingSource,
    Handover,
    Indicator,
    KeyStakeholder,
    MicroProject,
    Need,
    Network,
    Observation,
    PeopleReached,
    PhaseChange,
    Pilot,
    PilotPoint,
    PilotProject,
    PilotStep,
    PilotTask,
    Position,
    Readiness,
    Receipt,
    Review,
    Stakeholder,
    Story,
    Tie,
    Voice,
    VoiceTheme,
)
from data_layer.models.columns import CodeSet

# Texts longer than this get a field of several lines, except where they are one word or one list.
LONG = 300
ONE_LINE = {"website", "external_ids"}
# Which LEN a row is in, whether it is in the trash, and what the program keeps for itself is nobody's to type.
NOT_FIELDS = {"id", "network_id", "trashed_by", "body_id", "entered_by_id", "coder_id", "x", "y", "sample", "revision"}
# These follow from another field: the money of a receipt has the currency of its case, a step begins where the last one ended.
DERIVED = {"receipt.currency", "phase_change.from_phase"}


class FieldKind(StrEnum):
    """How a field is typed, checked and shown."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    CHOICE = "choice"
    CODES = "codes"
    YES_NO = "yes_no"
    NUMBER = "number"
    MONEY = "money"
    DAY = "day"
    VAGUE_DAY = "vague_day"
    LINK = "link"


KINDS = {
    sa.Boolean: FieldKind.YES_NO,
    sa.Integer: FieldKind.NUMBER,
    sa.Date: FieldKind.DAY,
}


@dataclass(frozen=True, slots=True)
class Field:
    """One field. `columns`: where it is kept (a vague day in two); `required`: it may not be empty; `default`: what it holds in a new row
    where nobody says otherwise; `vocabulary`: whose codes it takes; `target`: the table it points to.
    """

    name: str
    kind: FieldKind
    columns: tuple[str, ...]
    required: bool
    default: str | bool | None = None
    limit: int | None = None
    codes: tuple[str, ...] = ()
    vocabulary: str = ""
    target: str = ""


@dataclass(frozen=True)
class Table:
    """One table. `title`: the fields that name a row for people.

    Two rows tell the same fact if they agree in all fields of `key` (in those of the title where it is empty), an unknown value being one
    of its own, and in those of `apart` where both say something.
    """

    model: type[Any]
    title: tuple[str, ...]
    key: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The name in the database, in addresses and in history."""
        return str(self.model.__tablename__)

    @cached_property
    def fields(self) -> Mapping[str, Field]:
        """What people see and type, by name, in order."""
        return {field.name: field for field in _fields(sa.inspect(self.model).local_table)}

    def field_of(self, column: str) -> str:
        """The field that is kept in this column; the name itself where there is none."""
        return next((field.name for field in self.fields.values() if column in field.columns), column)


def _fields(table: sa.Table) -> Iterator[Field]:
    for column in table.columns:
        if column.key in NOT_FIELDS or f"{table.name}.{column.key}" in DERIVED or column.key.endswith("_last"):
            continue
        yield _field(column)


def _field(column: sa.Column[Any]) -> Field:
    """A field whose kind its name tells, else one whose kind its column tells."""
    name, required = column.key, not column.nullable
    codes = codes_of(column)
    if name.endswith("_first"):
        vague = name.removesuffix("_first")
        return Field(vague, FieldKind.VAGUE_DAY, (name, f"{vague}_last"), required)
    if name.endswith("_minor"):
        return Field(_amount_name(name), FieldKind.MONEY, (name,), required)
    if name.endswith("_id") and column.foreign_keys:
        (target,) = {key.column.table.name for key in column.foreign_keys}
        return Field(name.removesuffix("_id"), FieldKind.LINK, (name,), required, target=target)
    if codes is not None:
        kind, needed, default = (
            (FieldKind.CODES, False, None) if isinstance(column.type, CodeSet) else (FieldKind.CHOICE, required, _default(column))
        )
        return Field(name, kind, (name,), needed, default, codes=tuple(codes), vocabulary=_snake(codes.__name__))
    limit = getattr(column.type, "length", None)
    kind = KINDS.get(type(column.type)) or (FieldKind.LONG_TEXT if (limit or 0) > LONG and name not in ONE_LINE else FieldKind.TEXT)
    return Field(name, kind, (name,), required, _default(column), limit=limit)


def _default(column: sa.Column[Any]) -> Any:
    return None if column.default is None else column.default.arg  # type: ignore[attr-defined]


def _amount_name(column: str) -> str:
    name = column.removesuffix("_minor")
    return name if name.startswith("amount") else f"{name}_amount"


def _snake(name: str) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()


# In the order in which rows can refer to each other.
TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        Table(Network, ("name",)),
        Table(Stakeholder, ("name",)),
        Table(Pilot, ("name",)),
        Table(MicroProject, ("name",)),
        Table(Event, ("title", "day")),
        Table(Attendance, ("event", "stakeholder")),
        Table(EventGuest, ("event", "guest")),
        Table(Need, ("what",), apart=("day",)),
        Table(Tie, ("from", "to", "relation"), apart=("start",)),
        Table(Position, ("stakeholder", "day"), key=("stakeholder", "day", "question", "mapped_by")),
        Table(PhaseChange, ("micro_project", "to_phase"), apart=("day",)),
        Table(FundingSource, ("funder", "name")),
        Table(FundingCase, ("micro_project", "funding_source"), apart=("what_for", "applied", "decided")),
        Table(Receipt, ("funding_case", "day", "amount")),
        Table(
            Assessment,
            ("micro_project", "event", "pilot", "side", "stage"),
            key=("micro_project", "event", "pilot", "side", "stage", "day"),
        ),
        Table(Readiness, ("micro_project", "dimension", "day")),
        Table(Handover, ("micro_project", "task"), apart=("what", "due")),
        Table(PeopleReached, ("micro_project", "day"), key=("micro_project", "day", "target_groups")),
        Table(PilotProject, ("pilot", "micro_project")),
        Table(PilotStep, ("pilot", "step")),
        Table(PilotPoint, ("pilot", "kind", "what")),
        Table(KeyStakeholder, ("pilot", "stakeholder")),
        Table(PilotTask, ("pilot", "what"), apart=("begins", "due")),
        Table(Review, ("pilot", "micro_project", "kind", "day")),
        Table(Story, ("title",), key=("pilot", "micro_project", "title")),
        Table(Decision, ("what",), key=("review", "story", "what")),
        Table(VoiceTheme, ("name",)),
        Table(Voice, ("words",), apart=("day",)),
        Table(Coding, ("voice", "round", "theme", "own_theme")),
        Table(Indicator, ("name",), key=("name", "micro_project", "pilot")),
        Table(Observation, ("indicator", "day")),
    )
}


@cache
def named_by(name: str) -> frozenset[str]:
    """The tables whose rows must be known to say what rows of this table are called, near and far; none for what is no table of these."""
    table = TABLES.get(name)
    targets = {table.fields[field].target for field in table.title} - {""} if table else set()
    return frozenset(targets.union(*(named_by(target) for target in targets)))
