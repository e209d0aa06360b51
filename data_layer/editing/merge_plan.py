"""What becomes of the rows that hang on two stakeholders when the two become one."""

from collections.abc import Iterable, Mapping
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.editing.merge_links import Linked, linked
from data_layer.editing.tables import TABLES, Field
from data_layer.editing.values import Value, value_of
from data_layer.models import Attendance, Note, Position, Stakeholder, Tie
from data_layer.network.net_map import ANSWERS, HEAD
from data_layer.told_once import told_once
from data_layer.vocabulary import Presence

FIRST, SECOND, BOTH = "first", "second", "both"
TABLE = TABLES["stakeholder"]
# A note on this field guesses that two are the same; after a merger nobody needs to guess.
GUESSED = "body_id"
NOTHING: Mapping[str, str] = {}
UNKNOWN = (None, "unknown")
# How databases write that a tie goes both ways.
NO = ("0", "false")


class MergePlan:
    """Which rows hang on the first from now on, and which have nothing left to say; `filled`: (row that stays, row that fills its gaps)."""

    def __init__(self, session: Session, first: Stakeholder, second: Stakeholder, takes: Mapping[str, str] = NOTHING) -> None:
        self.first, self.second = first, second
        self.links = linked(session, {first.id, second.id})
        self.notes = _notes(session, (first.id, second.id))
        self.given_up: list[Linked | Note] = []
        self.moving: list[tuple[Linked | Note, str]] = []
        self.filled: list[tuple[Linked, Linked]] = []
        self._sort_links()
        self._sort_notes(takes)

    def of(self, row: Stakeholder) -> list[Linked | Note]:
        """The rows that hang on one of the two now."""
        return [*(link for link in self.links if _hangs_on(link, row)), *(note for note in self.notes if note.row_id == row.id)]

    def _sort_links(self) -> None:
        said = {self._saying(row) for row in self.links if not _hangs_on(row, self.second)}
        for row in self.links:
            if not _hangs_on(row, self.second):
                continue
            twin, saying = self._twin(row), self._saying(row)
            if self._is_between(row):
                self.given_up.append(row)
            elif twin is not None:
                self.given_up.append(row)
                self.filled.append((twin, row))
            elif saying in said:
                self.given_up.append(row)
            else:
                said.add(saying)
                self.moving += [(row, column) for column in row.columns if row.points_to(column, self.second.id)]

    def _is_between(self, row: Linked) -> bool:
        return row.model is Tie and _hangs_on(row, self.first)

    def _twin(self, row: Linked) -> Linked | None:
        """What is said of the first where only one can be said: in one mapping, at one event, in one pilot. The first's stays."""
        columns = _told_apart_by(row)
        if not columns:
            return None
        alike = (other for other in self.links if other.model is row.model and _hangs_on(other, self.first))
        return next((other for other in alike if all(other.said[name] == row.said[name] for name in columns)), None)

    def _saying(self, row: Linked) -> tuple[Any, ...]:
        """All that a row says once both are one; a tie that goes both ways has no first end."""
        told = {**row.said, **{column: str(self.first.id) for column in row.columns}}
        if row.model is Tie and row.said["directed"] in NO:
            told["from_id"], told["to_id"] = sorted((str(told["from_id"]), str(told["to_id"])))
        return (table_of(row), *sorted(told.items()))

    def _sort_notes(self, takes: Mapping[str, str]) -> None:
        """A note goes where the value goes that it is about."""
        names = {self.first.name, self.second.name}
        for note in self.notes:
            guess = note.field == GUESSED and note.other_value in names
            field = TABLE.field_of(note.field)
            about = TABLE.fields.get(field)
            differs = about is not None and value_in(about, self.first) != value_in(about, self.second)
            gone = takes.get(field) == (FIRST if note.row_id == self.second.id else SECOND)
            if guess or (differs and gone):
                self.given_up.append(note)
            elif note.row_id == self.second.id:
                self.moving.append((note, "row_id"))


def fillings(stays: Any, goes: Any) -> dict[str, Any]:
    """Column -> what the row that goes knows and the one that stays does not. Whoever was there under one name was there."""
    names = ANSWERS if isinstance(stays, Position) else _said(stays)
    filled = {name: getattr(goes, name) for name in names if getattr(stays, name) in UNKNOWN}
    return filled | ({"presence": Presence.CAME} if isinstance(stays, Attendance) and goes.presence == Presence.CAME else {})


def _said(row: Any) -> list[str]:
    fields = TABLES[table_of(row)].fields.values()
    return [column for field in fields for column in field.columns if not field.target]


def _hangs_on(row: Linked, stakeholder: Stakeholder) -> bool:
    return any(row.points_to(column, stakeholder.id) for column in row.columns)


def _told_apart_by(row: Linked) -> list[str]:
    """The columns in which two rows on one stakeholder differ; none where it may have several that differ in nothing."""
    if row.model is Position:
        return [column for name in HEAD for column in TABLES["position"].fields[name].columns]
    once = told_once(table_of(row))
    return [column for column in once if column not in row.columns] if set(once) & set(row.columns) else []


def _notes(session: Session, ids: Iterable[int]) -> list[Note]:
    about = Note.table_name == Stakeholder.__tablename__, Note.row_id.in_(tuple(ids)), Note.trashed_by.is_(None)
    return list(session.scalars(sa.select(Note).where(*about).order_by(Note.id)))


def value_in(field: Field, row: Stakeholder) -> Value:
    """The value of a field of one of the two."""
    return value_of(field, *(getattr(row, column) for column in field.columns))


def table_of(row: Any) -> str:
    """The table that a row is in."""
    return str((row.model if isinstance(row, Linked) else type(row)).__tablename__)
