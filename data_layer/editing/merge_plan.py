"""What becomes of the rows that hang on two stakeholders when the two become one."""

from collections.abc import Iterable, Mapping
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.editing.tables import TABLES, Field
from data_layer.editing.values import Value, value_of
from data_layer.hanging import links_to
from data_layer.models import Note, Position, Stakeholder, Tie
from data_layer.network.net_map import ANSWERS, HEAD
from data_layer.snapshot import snapshot

FIRST, SECOND, BOTH = "first", "second", "both"
TABLE = TABLES["stakeholder"]
# A note on this field guesses that two are the same; after a merger nobody needs to guess.
GUESSED = "body_id"
NOTHING: Mapping[str, str] = {}
# What two rows may differ in and still say the same.
OF_THE_ROW = frozenset({"id", "trashed_by"})


class MergePlan:
    """Which rows hang on the first from now on, and which have nothing left to say."""

    def __init__(self, session: Session, first: Stakeholder, second: Stakeholder, takes: Mapping[str, str] = NOTHING) -> None:
        self.first, self.second = first, second
        self.links = _links(session, {first.id, second.id})
        self.notes = _notes(session, (first.id, second.id))
        self.given_up: list[Any] = []
        self.moving: list[tuple[Any, str]] = []
        self.filled: list[tuple[Position, dict[str, Any]]] = []
        self._sort_links()
        self._sort_notes(takes)

    def of(self, row: Stakeholder) -> list[Any]:
        """The rows that hang on one of the two now."""
        linked = {(type(other), other.id): other for other, column in self.links if getattr(other, column) == row.id}
        return [*linked.values(), *(note for note in self.notes if note.row_id == row.id)]

    def _sort_links(self) -> None:
        said = {self._saying(row) for row, _column in self.links if not self._hangs_on_second(row)}
        between = {
            row.id for row, _column in self.links if isinstance(row, Tie) and {row.from_id, row.to_id} == {self.first.id, self.second.id}
        }
        for row, column in self.links:
            if not self._hangs_on_second(row):
                continue
            if isinstance(row, Tie) and row.id in between:
                self.given_up += [] if row in self.given_up else [row]
                continue
            saying = self._saying(row)
            twin = self._in_the_same_mapping(row)
            if twin is not None:
                self.given_up.append(row)
                self.filled.append((twin, {name: getattr(row, name) for name in ANSWERS if getattr(twin, name) is None}))
            elif saying in said:
                self.given_up.append(row)
            else:
                said.add(saying)
                self.moving.append((row, column))

    def _in_the_same_mapping(self, row: Any) -> Position | None:
        """What the same mapping says of the first: nobody stands in one mapping twice, so the first's answers stay and gaps are filled."""
        of_first = [other for other, _column in self.links if isinstance(other, Position) and other.stakeholder_id == self.first.id]
        same = [other for other in of_first if isinstance(row, Position) and _head(other) == _head(row)]
        return same[0] if same else None

    def _hangs_on_second(self, row: Any) -> bool:
        return any(getattr(row, column) == self.second.id for other, column in self.links if other is row)

    def _saying(self, row: Any) -> tuple[Any, ...]:
        """All that a row says once both are one; a tie that goes both ways has no first end."""
        columns = {column for other, column in self.links if other is row}
        told = {name: value for name, value in snapshot(row).items() if name not in OF_THE_ROW}
        told |= {column: self.first.id for column in columns if told[column] == self.second.id}
        if isinstance(row, Tie) and not row.directed:
            told["from_id"], told["to_id"] = sorted((told["from_id"], told["to_id"]))
        return (table_of(row), *(repr(item) for item in sorted(told.items())))

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


def _links(session: Session, ids: set[int]) -> list[tuple[Any, str]]:
    """(row, column) of all live rows that point to one of these stakeholders, by table and id."""
    kinds: dict[Any, list[Any]] = {}
    for model, column in links_to(Stakeholder):
        kinds.setdefault(model, []).append(column)
    found: list[tuple[Any, str]] = []
    for model, columns in kinds.items():
        where = sa.or_(*(column.in_(ids) for column in columns)), model.trashed_by.is_(None)
        rows = session.scalars(sa.select(model).where(*where).order_by(model.id))
        found += [(row, column.key) for row in rows for column in columns if getattr(row, column.key) in ids]
    return found


def _notes(session: Session, ids: Iterable[int]) -> list[Note]:
    about = Note.table_name == Stakeholder.__tablename__, Note.row_id.in_(tuple(ids)), Note.trashed_by.is_(None)
    return list(session.scalars(sa.select(Note).where(*about).order_by(Note.id)))


def _head(row: Position) -> tuple[Any, ...]:
    return tuple(getattr(row, column) for name in HEAD for column in TABLES["position"].fields[name].columns)


def value_in(field: Field, row: Stakeholder) -> Value:
    """The value of a field of one of the two."""
    return value_of(field, *(getattr(row, column) for column in field.columns))


def table_of(row: Any) -> str:
    """The table that a row is in."""
    return str(type(row).__tablename__)
