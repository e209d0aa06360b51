"""What would become of each row of a file: new, changed, unchanged, or refused with a reason. Nothing is written."""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import Protocol

from sqlalchemy.orm import Session

from data_layer.editing.note_table import NOTES, TABLES_AND_NOTES
from data_layer.files.source import ReadFile
from data_layer.files.words import plain
from data_layer.imports import step_order
from data_layer.imports.choice import Choices
from data_layer.imports.context import Context, wanted_tables
from data_layer.imports.known import NAMED_ONCE
from data_layer.imports.matching import match, offer
from data_layer.imports.note_row import note_columns
from data_layer.imports.reading import Question, Reader
from data_layer.imports.row import Draft, PlannedRow, State
from data_layer.imports.settling import settled
from data_layer.imports.uncollected import uncollected
from data_layer.problem import Problem


@dataclass(frozen=True, slots=True)
class Plan:
    """All rows of the file that go somewhere, in its order; `left_out`: rows of tables that go nowhere. Open `questions` refuse rows."""

    network_id: int
    rows: tuple[PlannedRow, ...]
    questions: tuple[Question, ...]
    left_out: int

    def counts(self) -> Counter[State]:
        """How many rows are new, changed, unchanged, refused; together all rows."""
        return Counter(row.state for row in self.rows)

    def seal(self) -> str:
        """A text that differs when anything differs that would be done, or that a person saw would be done away with."""
        told = [(row.key, row.state, row.ref, sorted(row.columns.items()), sorted(row.old.items())) for row in self.rows]
        return hashlib.sha256(repr((self.network_id, told)).encode()).hexdigest()[:16]

    def counts_by_table(self) -> dict[str, Counter[State]]:
        """The same for each of our tables."""
        found: dict[str, Counter[State]] = {}
        for row in self.rows:
            found.setdefault(row.target, Counter())[row.state] += 1
        return found


class Compare(Protocol):
    """Says what becomes of each row; `tick` is told how many more rows are done. To be called once."""

    def __call__(self, *, tick: Callable[[int], object] = int) -> Plan: ...


def prepared(session: Session, read: ReadFile, choices: Choices) -> Compare:
    """Read what is there in the chosen LEN, one statement a table. What is returned compares, without the database.

    While a session reads, nobody can save: so thousands of rows are compared afterwards. Raises NotFound for a LEN that the session does
    not see, Problem("import_no_len") where none is chosen.
    """
    if choices.network_id is None:
        raise Problem("import_no_len")
    places = [number for number, target in enumerate(choices.targets) if target]
    readers = [Reader(read.format, number, read.tables[number], choices) for number in places]
    context = Context(choices, read.format == "own", wanted_tables(readers))
    context.load(session, choices.network_id)
    left_out = sum(len(table.rows) for table, target in zip(read.tables, choices.targets, strict=True) if not target)
    before = list(accumulate((len(table.rows) for table in read.tables), initial=0))

    def compare(*, tick: Callable[[int], object] = int) -> Plan:
        with uncollected():
            context.take(readers)
            placed = [(reader, before[reader.number]) for reader in readers]
            return Plan(context.network.id, _all_planned(context, placed, tick), _questions(readers), left_out)

    return compare


def plan(session: Session, read: ReadFile, choices: Choices, *, tick: Callable[[int], object] = int) -> Plan:
    """The preview of an import into the chosen LEN, read and compared at once; `tick` is told how many more rows are done."""
    return prepared(session, read, choices)(tick=tick)


def _questions(readers: list[Reader]) -> tuple[Question, ...]:
    return tuple(question for reader in readers for question in reader.questions)


def _all_planned(context: Context, readers: list[tuple[Reader, int]], tick: Callable[[int], object]) -> tuple[PlannedRow, ...]:
    """Each reader with the rows that stand before its own."""
    rows: list[PlannedRow] = []
    for name in TABLES_AND_NOTES:
        rows += _planned(context, [(reader, before) for reader, before in readers if reader.table.name == name], tick)
    return tuple(sorted(rows, key=_place))


def _place(row: PlannedRow) -> tuple[int, ...]:
    return tuple(int(part) for part in row.key.split("."))


def _planned(context: Context, readers: list[tuple[Reader, int]], tick: Callable[[int], object]) -> Iterator[PlannedRow]:
    """The rows of one of our tables; those to which they point were planned before."""
    drafts = [draft for reader, before in readers for draft in _drafts(context, reader, before)]
    match(context, drafts)
    if drafts and drafts[0].reader.table.name in NAMED_ONCE and not context.own:
        offer(context, context.known[drafts[0].reader.table.name], drafts)
    if drafts and drafts[0].reader.table.name == step_order.TABLE:
        step_order.refuse_out_of_order(context.known[step_order.TABLE], drafts)
    for draft in drafts:
        yield _settled(context, draft)
        tick(1)


def _drafts(context: Context, reader: Reader, before: int) -> Iterator[Draft]:
    for place in range(len(reader.source.rows)):
        draft = Draft(reader, place, -1 - before - place, reader.cells(place))
        fault = reader.source.faults[place] if reader.source.faults else ""
        try:
            if fault:
                raise Problem(fault)
            context.refuse_others(draft)
            draft.columns = note_columns(context, draft) if reader.table is NOTES else reader.columns(draft.cells, context.resolve)
        except Problem as problem:
            draft.problem = problem
        yield draft


def _settled(context: Context, draft: Draft) -> PlannedRow:
    try:
        if draft.problem is not None:
            raise draft.problem
        return settled(context, draft)
    except Problem as problem:
        known = context.known[draft.reader.table.name]
        told = [draft.name, *(cell.text for name in ("id", "external_ids") for cell in draft.cells.get(name, ()))]
        known.refused.update({plain(text) for text in told} - {""})
        return draft.refused(problem)
