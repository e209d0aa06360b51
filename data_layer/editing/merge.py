"""Two stakeholders of one LEN that are the same become one, field by field, with all that hangs on them."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.action import acting
from data_layer.editing.tables import TABLES, Field
from data_layer.editing.values import Value, parsed, value_of
from data_layer.hanging import links_to, with_hanging
from data_layer.models import Network, Note, Stakeholder, Tie
from data_layer.problem import NotFound, Problem
from data_layer.snapshot import snapshot

MERGE = "merge"
TABLE = TABLES["stakeholder"]
FIRST, SECOND, BOTH = "first", "second", "both"
# Fields that can hold what both say, and what stands between the two.
JOINTS = {"description": "\n", "external_ids": "|", "contact_point": "; ", "source": "; "}
# A note on this field guesses that two are the same; after a merger nobody needs to guess.
GUESSED = "body_id"
NOTHING: Mapping[str, str] = {}
# What two rows may differ in and still say the same.
OF_THE_ROW = frozenset({"id", "trashed_by"})


@dataclass(frozen=True, slots=True)
class Choice:
    """What the person chose for a field ("first", "second", "both"), and what stood on both sides."""

    take: str
    first: Value
    second: Value


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two: its LEN (id, name), its fields, and how many rows hang on it by table."""

    id: int
    name: str
    network: tuple[int, str]
    values: Mapping[str, Value]
    counts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Merger:
    """What would become of two stakeholders. `given_up`: rows by table that would say nothing new, so that they go to the trash.

    `one_body`: somebody said already that both are the same body; two of different LENs can be that, but not become one.
    """

    one_body: bool
    first: Side
    second: Side
    given_up: Mapping[str, int]

    @property
    def one_network(self) -> bool:
        """Whether both are in the same LEN."""
        return self.first.network == self.second.network

    @property
    def differing(self) -> list[Field]:
        """The fields in which the two differ: somebody must choose."""
        return [field for field in TABLE.fields.values() if self.first.values[field.name] != self.second.values[field.name]]


def merger(session: Session, first_id: int, second_id: int) -> Merger:
    """What a merger would do, nothing written. Raises NotFound, Problem for one and the same. At most nine statements."""
    first, second = _two(session, first_id, second_id)
    plan = _Plan(session, first, second)
    query = sa.select(Network.id, Network.name).where(Network.id.in_((first.network_id, second.network_id)))
    networks = {row.id: (row.id, row.name) for row in session.execute(query)}
    one_body = first.body_id is not None and first.body_id == second.body_id
    one, other = (_side(row, networks[row.network_id], plan.of(row)) for row in (first, second))
    return Merger(one_body, one, other, Counter(map(_table, plan.given_up)))


def _side(row: Stakeholder, network: tuple[int, str], hanging: Iterable[Any]) -> Side:
    values = {field.name: _value(field, row) for field in TABLE.fields.values()}
    return Side(row.id, row.name, network, values, Counter(map(_table, hanging)))


def suggested(field: Field, first: Value, second: Value) -> str:
    """What stands ticked before anybody chooses: what is known, both where both can stay, else the first."""
    if first in (None, []):
        return SECOND
    return BOTH if field.name in JOINTS and second not in (None, first) and field.name != "description" else FIRST


def merge_stakeholders(session: Session, first_id: int, second_id: int, choices: Mapping[str, Choice]) -> tuple[int, Counter[str]]:
    """Make the two one, in one action: the first stays with the chosen values, the second goes to the trash.

    Its ties, mappings, micro projects and notes hang on the first now; a tie between the two, and a row that says exactly what another
    one says, go to the trash too. Returns (action id, table -> rows that moved). Raises NotFound, KeyError for a field that there is
    not, Problem("changed_meanwhile") where a side says something else than the person saw, or the two differ and nobody chose, and what
    the row as it becomes may not be.
    """
    first, second = _pair(session, first_id, second_id)
    values = _chosen(first, second, choices)
    plan = _Plan(session, first, second, {name: choice.take for name, choice in choices.items()})
    with acting(session, MERGE) as recorder:
        recorder.trash_all(with_hanging(session, plan.given_up))
        recorder.update_all((row, {column: first.id}) for row, column in plan.moving)
        recorder.trash(second)
        recorder.update(first, **values)
        return recorder.action.id, Counter(_table(row) for row, _column in plan.moving)


def _two(session: Session, first_id: int, second_id: int) -> tuple[Stakeholder, Stakeholder]:
    if first_id == second_id:
        raise Problem("merge_with_itself")
    query = sa.select(Stakeholder).where(Stakeholder.id.in_((first_id, second_id)), Stakeholder.trashed_by.is_(None))
    found = {row.id: row for row in session.scalars(query)}
    if len(found) < 2:
        raise NotFound(Stakeholder.__name__)
    return found[first_id], found[second_id]


def _pair(session: Session, first_id: int, second_id: int) -> tuple[Stakeholder, Stakeholder]:
    first, second = _two(session, first_id, second_id)
    if first.network_id != second.network_id:
        raise Problem("merge_over_networks")
    return first, second


def _chosen(first: Stakeholder, second: Stakeholder, choices: Mapping[str, Choice]) -> dict[str, Any]:
    """Column -> value of the one that stays. Two that differ in a field of which nobody saw that have changed meanwhile."""
    for name, field in TABLE.fields.items():
        if name not in choices and _value(field, first) != _value(field, second):
            raise Problem("changed_meanwhile", name)
    values: dict[str, Any] = {}
    for name, choice in choices.items():
        field = TABLE.fields[name]
        one, other = _value(field, first), _value(field, second)
        if (one, other) != (choice.first, choice.second):
            raise Problem("changed_meanwhile", name)
        if choice.take == SECOND:
            values |= parsed(field, other)
        elif choice.take == BOTH and name in JOINTS:
            values |= parsed(field, joined(name, str(one or ""), str(other or "")))
    place = {} if first.x is not None else {"x": second.x, "y": second.y}
    return values | place | {"body_id": first.body_id if first.body_id is not None else second.body_id}


def joined(name: str, one: str, other: str) -> str:
    """What both say, each part once."""
    joint = JOINTS[name]
    return joint.join(dict.fromkeys(part.strip() for text in (one, other) for part in text.split(joint.strip(" ")) if part.strip()))


def _value(field: Field, row: Stakeholder) -> Value:
    return value_of(field, *(getattr(row, column) for column in field.columns))


class _Plan:
    """Which rows hang on the first from now on, and which have nothing left to say."""

    def __init__(self, session: Session, first: Stakeholder, second: Stakeholder, takes: Mapping[str, str] = NOTHING) -> None:
        self.first, self.second = first, second
        self.links = _links(session, {first.id, second.id})
        self.notes = _notes(session, (first.id, second.id))
        self.given_up: list[Any] = []
        self.moving: list[tuple[Any, str]] = []
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
            if saying in said:
                self.given_up.append(row)
            else:
                said.add(saying)
                self.moving.append((row, column))

    def _hangs_on_second(self, row: Any) -> bool:
        return any(getattr(row, column) == self.second.id for other, column in self.links if other is row)

    def _saying(self, row: Any) -> tuple[Any, ...]:
        """All that a row says once both are one; a tie that goes both ways has no first end."""
        columns = {column for other, column in self.links if other is row}
        told = {name: value for name, value in snapshot(row).items() if name not in OF_THE_ROW}
        told |= {column: self.first.id for column in columns if told[column] == self.second.id}
        if isinstance(row, Tie) and not row.directed:
            told["from_id"], told["to_id"] = sorted((told["from_id"], told["to_id"]))
        return (_table(row), *(repr(item) for item in sorted(told.items())))

    def _sort_notes(self, takes: Mapping[str, str]) -> None:
        """A note goes where the value goes that it is about."""
        names = {self.first.name, self.second.name}
        for note in self.notes:
            guess = note.field == GUESSED and note.other_value in names
            field = TABLE.field_of(note.field)
            about = TABLE.fields.get(field)
            differs = about is not None and _value(about, self.first) != _value(about, self.second)
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


def _table(row: Any) -> str:
    return str(type(row).__tablename__)
