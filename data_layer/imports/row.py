"""One row of a file as it would be brought in."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from data_layer.imports.reading import Cell, Reader
from data_layer.problem import Problem


class State(StrEnum):
    """What becomes of a row."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    REFUSED = "refused"


class Match(StrEnum):
    """How a row was found to be one that is there."""

    NUMBER = "number"
    EXTERNAL = "external"
    NAME = "name"
    CHOSEN = "chosen"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A row whose name looks like another's."""

    ref: int
    name: str


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """One row. `key`: "table.row" by places in the file; `ref`: the row that it becomes or is; `columns`: what would be written.

    `said`: field -> what the file says, for people; `old`, `new`: field -> what is there now and what it would be, for fields that would
    change; of a new row `new` says what is meant where the file says it in another form. A refused row has its `problem`, and in
    `place` the column of the file where it can be mended.
    """

    key: str
    target: str
    line: int
    ref: int
    state: State
    columns: Mapping[str, Any]
    said: Mapping[str, str]
    old: Mapping[str, str | None]
    new: Mapping[str, str | None]
    match: Match | None = None
    problem: Problem | None = None
    place: int | None = None
    candidates: tuple[Candidate, ...] = ()


# Problems that go away when another row is mended, a question is answered, or the file is.
MENDED_ELSEWHERE = frozenset(
    {
        "import_of_refused",
        "import_other_network",
        "import_several_rows",
        "import_source_of_others",
        "cell_count",
        "date_two_ways",
        "number_two_ways",
    }
)


@dataclass(slots=True)
class Draft:
    """A row under way: its cells by field, what they mean as columns, and what was found out about it so far."""

    reader: Reader
    place: int
    ref: int
    cells: dict[str, list[Cell]]
    columns: dict[str, Any] = field(default_factory=dict)
    row_id: int | None = None
    match: Match | None = None
    problem: Problem | None = None
    candidates: tuple[Candidate, ...] = ()

    @property
    def key(self) -> str:
        """Its place in the file: "table.row"."""
        return f"{self.reader.number}.{self.place}"

    @property
    def name(self) -> str:
        """What the first field that names it says."""
        return self.text(self.reader.table.title[0])

    def text(self, name: str, missing: str = "") -> str:
        """What the first cell of a field says; `missing` where there is none."""
        cells = self.cells.get(name)
        return cells[0].text if cells else missing

    def planned(
        self,
        state: State,
        columns: Mapping[str, Any],
        *,
        ref: int | None = None,
        old: Mapping[str, str | None] | None = None,
        new: Mapping[str, str | None] | None = None,
    ) -> PlannedRow:
        """The row as it is shown and applied."""
        title = self.reader.table.title
        names = sorted(self.cells, key=lambda name: title.index(name) if name in title else len(title))
        said = {name: " | ".join(cell.text for cell in self.cells[name] if cell.text) for name in names}
        line = self.reader.source.lines[self.place]
        target = self.reader.table.name
        final = self.ref if ref is None else ref
        return PlannedRow(self.key, target, line, final, state, columns, said, old or {}, new or {}, self.match)

    def refused(self, problem: Problem) -> PlannedRow:
        """The row with the reason why it stays out, and the column where that can be mended."""
        table = self.reader.table
        name = table.field_of(problem.field) if problem.field else ""
        cells = self.cells.get(name)
        place = cells[0].place if cells else self.reader.fields.index(name) if name in self.reader.fields else None
        if problem.code in MENDED_ELSEWHERE:
            place = None
        told = Problem(problem.code, name, **problem.values)
        plain = self.planned(State.REFUSED, {})
        return replace(plain, problem=told, place=place, candidates=self.candidates)
