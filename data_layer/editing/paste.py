"""A block from a spreadsheet: new values for rows that there are, and new rows below the last one, in one action."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from data_layer.action import Recorder
from data_layer.editing.edit import Edit, Edited, Refusal, edit_fields, new_row
from data_layer.editing.following import FOLLOWING
from data_layer.editing.tables import Table
from data_layer.hanging import pointing_into_trash
from data_layer.problem import Problem
from data_layer.rules import check_row

Line = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Pasted:
    """What became of a block: of its edits, the rows that are new, and why the others are not (`place`: that of the line)."""

    edited: Edited
    rows: tuple[Any, ...]
    refusals: tuple[Refusal, ...]


def paste(session: Session, edits: Sequence[Edit], table: Table, network_id: int | None, lines: Sequence[Line]) -> Pasted:
    """Make all edits and add all lines (field -> value) as rows of a LEN that can be, in one action.

    What cannot be is refused one by one. Raises as `edit_fields` and `add_row` do; nothing is kept then.
    """
    adding = _Adding(table, network_id, lines)
    edited = edit_fields(session, edits, also=adding)
    return Pasted(edited, tuple(adding.rows), tuple(adding.refusals))


class _Adding:
    """Adds lines to an action: all at once, or one by one where only the database can tell which of them cannot be."""

    def __init__(self, table: Table, network_id: int | None, lines: Sequence[Line]) -> None:
        self.table, self.network_id, self.lines = table, network_id, lines
        self.rows: list[Any] = []
        self.refusals: list[Refusal] = []

    def __call__(self, recorder: Recorder) -> None:
        places = range(len(self.lines))
        if self.table.model in FOLLOWING:
            self._add_in_turn(recorder, places)  # what follows from a row before it is known once that is written
        else:
            self._add_at_once(recorder, places)
        self.refusals.sort(key=lambda refusal: refusal.place)

    def _made(self, session: Session, places: Sequence[int]) -> dict[int, Any]:
        """Place -> row, not yet written, for the lines that can be rows by themselves."""
        rows = {}
        for place in places:
            try:
                rows[place] = new_row(session, self.table, self.network_id, self.lines[place])
                check_row(rows[place])
            except Problem as problem:
                rows.pop(place, None)
                self._refuse(place, problem)
        gone = set(pointing_into_trash(session, rows.values()))
        for place in [place for place, row in rows.items() if row in gone]:
            del rows[place]
            self._refuse(place, Problem("parent_in_trash"))
        return rows

    def _add_at_once(self, recorder: Recorder, places: Sequence[int]) -> None:
        rows = self._made(recorder.session, places)
        try:
            self._insert(recorder, list(rows.values()))
        except Problem:
            self._add_in_turn(recorder, list(rows))

    def _add_in_turn(self, recorder: Recorder, places: Sequence[int]) -> None:
        for place in places:
            for row in self._made(recorder.session, [place]).values():
                try:
                    self._insert(recorder, [row])
                except Problem as problem:
                    self._refuse(place, problem)

    def _insert(self, recorder: Recorder, rows: list[Any]) -> None:
        try:
            with recorder.session.begin_nested():
                recorder.insert_all(rows)
        except Problem:
            for row in rows:
                recorder.befores.pop(row, None)
            raise
        self.rows += rows

    def _refuse(self, place: int, problem: Problem) -> None:
        self.refusals.append(Refusal(place, Problem(problem.code, self.table.field_of(problem.field), **problem.values)))
