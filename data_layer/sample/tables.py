"""The sample's CSV files: what their columns mean, and how a line becomes the values of a row."""

import csv
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from data_layer.days import parse_day
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
    Note,
    Observation,
    PeopleReached,
    PhaseChange,
    Pilot,
    PilotPoint,
    PilotProject,
    PilotStep,
    PilotTask,
    Readiness,
    Review,
    Stakeholder,
    Story,
    Tie,
    Voice,
)
from data_layer.models.columns import CodeSet
from data_layer.problem import Problem

IN_NETWORK = {"network": ("network_id", "network")}
IN_PILOT = IN_NETWORK | {"pilot": ("pilot_id", "pilot")}
WITH_STAKEHOLDER = {"stakeholder": ("stakeholder_id", "stakeholder")}
MONEY = {
    "amount_min": "amount_min_minor",
    "amount_max": "amount_max_minor",
    "applied_amount": "applied_minor",
    "awarded_amount": "awarded_minor",
}
# Tables whose rows are named once for the whole installation, not once per LEN.
SHARED = {"network", "funding_source"}


@dataclass(frozen=True)
class SampleTable:
    """One file. `key`: the columns that name a row; `links`: column -> (field, table whose key the column holds);
    `home`: the column that says in which LEN the row is; `others`: columns that the loader reads in its own way.
    """

    name: str
    model: type[Any]
    key: tuple[str, ...]
    links: Mapping[str, tuple[str, str]] = field(default_factory=lambda: IN_NETWORK)
    home: str = "network"
    others: frozenset[str] = frozenset()

    @property
    def columns(self) -> Mapping[str, sa.Column[Any]]:
        """The database columns by field name."""
        return sa.inspect(self.model).local_table.columns

    def known(self, column: str) -> bool:
        """Whether a file of this table may have this column."""
        return column in self.columns or column in self.links or column in self.others or column in MONEY or self.vague(column)

    def vague(self, column: str) -> bool:
        """Whether the column holds a vague date, kept as first and last day."""
        return f"{column}_first" in self.columns


# In the order in which rows can refer to each other.
TABLES = (
    SampleTable("network", Network, ("name",), {}, home="name"),
    SampleTable("stakeholder", Stakeholder, ("name",), others=frozenset({"body"})),
    SampleTable("micro_project", MicroProject, ("name",), IN_NETWORK | {"group": ("group_id", "stakeholder")}),
    SampleTable("event", Event, ("title",), IN_NETWORK | {"micro_project": ("micro_project_id", "micro_project")}),
    SampleTable(
        "attendance",
        Attendance,
        ("event", "stakeholder"),
        IN_NETWORK | {"event": ("event_id", "event"), "stakeholder": ("stakeholder_id", "stakeholder")},
    ),
    SampleTable(
        "event_guest",
        EventGuest,
        ("event", "guest"),
        IN_NETWORK | {"event": ("event_id", "event"), "guest": ("guest_id", "network")},
    ),
    SampleTable(
        "need",
        Need,
        ("what",),
        IN_NETWORK
        | {
            "event": ("event_id", "event"),
            "provider": ("provider_id", "stakeholder"),
            "micro_project": ("micro_project_id", "micro_project"),
        },
    ),
    SampleTable(
        "tie",
        Tie,
        ("from", "to", "relation"),
        IN_NETWORK | {"from": ("from_id", "stakeholder"), "to": ("to_id", "stakeholder"), "event": ("event_id", "event")},
    ),
    SampleTable("phase_change", PhaseChange, ("micro_project",), IN_NETWORK | {"micro_project": ("micro_project_id", "micro_project")}),
    SampleTable(
        "funding_source",
        FundingSource,
        ("funder",),
        {"entered_by": ("entered_by_id", "network")},
        home="entered_by",
        others=frozenset({"body"}),
    ),
    SampleTable(
        "funding_case",
        FundingCase,
        ("micro_project", "funding_source"),
        IN_NETWORK | {"micro_project": ("micro_project_id", "micro_project"), "funding_source": ("funding_source_id", "funding_source")},
    ),
    SampleTable("assessment", Assessment, ("micro_project", "side"), IN_NETWORK | {"micro_project": ("micro_project_id", "micro_project")}),
    SampleTable(
        "readiness", Readiness, ("micro_project", "dimension"), IN_NETWORK | {"micro_project": ("micro_project_id", "micro_project")}
    ),
    SampleTable(
        "handover",
        Handover,
        ("micro_project", "task"),
        IN_NETWORK | {"micro_project": ("micro_project_id", "micro_project"), "stakeholder": ("stakeholder_id", "stakeholder")},
    ),
    SampleTable(
        "people_reached", PeopleReached, ("micro_project", "day"), IN_NETWORK | {"micro_project": ("micro_project_id", "micro_project")}
    ),
    SampleTable("voice", Voice, ("words",), IN_NETWORK | {"micro_project": ("micro_project_id", "micro_project")}),
    SampleTable("coding", Coding, ("voice", "round", "theme"), IN_NETWORK | {"voice": ("voice_id", "voice")}),
    SampleTable("indicator", Indicator, ("name",), IN_NETWORK | {"micro_project": ("micro_project_id", "micro_project")}),
    SampleTable("observation", Observation, ("indicator", "day"), IN_NETWORK | {"indicator": ("indicator_id", "indicator")}),
    SampleTable("pilot", Pilot, ("name",), IN_NETWORK | {"provider": ("provider_id", "stakeholder")}),
    SampleTable("pilot_step", PilotStep, ("pilot", "step"), IN_PILOT),
    SampleTable("pilot_point", PilotPoint, ("what",), IN_PILOT | WITH_STAKEHOLDER),
    SampleTable("key_stakeholder", KeyStakeholder, ("pilot", "stakeholder"), IN_PILOT | WITH_STAKEHOLDER),
    SampleTable(
        "pilot_project",
        PilotProject,
        ("pilot", "micro_project"),
        IN_PILOT | {"micro_project": ("micro_project_id", "micro_project")},
    ),
    SampleTable("pilot_task", PilotTask, ("what",), IN_PILOT | WITH_STAKEHOLDER),
    SampleTable("review", Review, ("pilot", "kind"), IN_PILOT),
    SampleTable("story", Story, ("title",), IN_PILOT),
    SampleTable(
        "decision", Decision, ("what",), IN_NETWORK | WITH_STAKEHOLDER | {"review": ("review_id", "review"), "story": ("story_id", "story")}
    ),
    SampleTable("note", Note, ("table", "key", "field", "kind"), others=frozenset({"table", "key"})),
)


@dataclass(frozen=True)
class Line:
    """One line of a file, as text."""

    table: SampleTable
    number: int
    cells: Mapping[str, str]

    @property
    def network(self) -> str:
        """Name of the LEN that the line belongs to."""
        return self.cells[self.table.home]

    @property
    def key(self) -> str:
        """What the line is called by other lines of its LEN."""
        return " / ".join(self.cells[column] for column in self.table.key)

    @contextmanager
    def blamed(self) -> Iterator[None]:
        """Let a Problem raised inside say which file and line it comes from."""
        try:
            yield
        except Problem as problem:
            place = {"file": f"{self.table.name}.csv", "line": self.number}
            raise Problem(problem.code, problem.field, **problem.values | place) from problem

    def values(self) -> dict[str, Any]:
        """The fields that the line states itself; links, `body`, `table` and `key` are left to the loader."""
        for column in (self.table.home, "source"):
            if not self.cells[column].strip():
                raise Problem("required", column)
        values: dict[str, Any] = {}
        for column, text in self.cells.items():
            if column not in self.table.links and column not in self.table.others:
                values |= _field(self.table, column, text)
        return values


def read_lines(folder: Path, table: SampleTable) -> list[Line]:
    """All lines of a table's file in `folder`. Raises Problem for an unknown column or a line with too many or too few cells."""
    with (folder / f"{table.name}.csv").open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        _check_columns(table, reader.fieldnames or ())
        return [_line(table, reader.line_num, cells) for cells in reader]


def _check_columns(table: SampleTable, columns: Collection[str]) -> None:
    for column in columns:
        if not table.known(column):
            raise Problem("unknown_column", column, value=column, file=f"{table.name}.csv", line=1)
    for column in (table.home, *table.key, "source"):
        if column not in columns:
            raise Problem("required", column, file=f"{table.name}.csv", line=1)


def _line(table: SampleTable, number: int, cells: dict[Any, Any]) -> Line:
    line = Line(table, number, cells)
    with line.blamed():
        if None in cells or None in cells.values():
            raise Problem("cell_count")
    return line


def _field(table: SampleTable, column: str, text: str) -> dict[str, Any]:
    try:
        if table.vague(column):
            first, last = parse_day(text)
            return {f"{column}_first": first, f"{column}_last": last}
        if not text:
            return {}
        if column in MONEY:
            return {MONEY[column]: _minor(text)}
        return {column: _typed(table.columns[column].type, text)}
    except Problem as problem:
        raise Problem(problem.code, column, **problem.values) from problem
    except (ValueError, InvalidOperation, KeyError):
        raise Problem("unreadable", column, value=text) from None


def _minor(text: str) -> int:
    cents = Decimal(text) * 100
    if cents != cents.to_integral_value():
        raise ValueError(text)
    return int(cents)


def _typed(kind: Any, text: str) -> Any:
    if isinstance(kind, CodeSet):
        return tuple(sorted(set(text.split(";"))))
    if isinstance(kind, sa.Boolean):
        return {"yes": True, "no": False}[text]
    if isinstance(kind, sa.Integer):
        return int(text)
    if isinstance(kind, sa.Date):
        return date.fromisoformat(text)
    return text
