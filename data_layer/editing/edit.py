"""Edits: new values for fields, new rows, rows into the trash and out of it, each one action."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.access import WITH_TRASH, cases_on, get_row
from data_layer.action import Recorder, acting
from data_layer.editing.following import fill_in
from data_layer.editing.tables import TABLES, FieldKind, Table
from data_layer.editing.values import Value, parsed, shown, value_of
from data_layer.hanging import in_trash, with_hanging
from data_layer.models import FundingSource, Network
from data_layer.models.columns import home_name
from data_layer.problem import NotFound, Problem

EDIT, ADD, TRASH, RESTORE = "edit", "add", "trash", "restore"


@dataclass(frozen=True, slots=True)
class Edit:
    """A new value for one field of one row; `old` is what the person saw before, both as `values.shown` gives them."""

    table: str
    row_id: int
    field: str
    old: Value
    new: Value


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why the edit at this place of the list was not made; `theirs`: what the field holds now, where somebody else was faster."""

    place: int
    problem: Problem
    theirs: Value = None


@dataclass(frozen=True, slots=True)
class Edited:
    """What became of a list of edits.

    `action_id` is None where nothing changed; `rows`: table, id and the values now of each row that an edit names.
    """

    action_id: int | None
    refusals: tuple[Refusal, ...]
    rows: tuple[tuple[str, int, dict[str, Value]], ...]


def edit_fields(session: Session, edits: Sequence[Edit], *, kind: str = EDIT, also: Callable[[Recorder], None] | None = None) -> Edited:
    """Make all edits that can be made, in one action; the others are refused one by one, with their reasons. `also` does more in it.

    A field is set only if it still holds `old`: a value that somebody else has set since is never lost. A field that holds `new`
    already is left as it is. Raises NotFound for a row that the session does not see, KeyError for a table or field that there is not,
    Problem for what shows only in the whole (the phases of a micro project).
    """
    rows = _rows(session, edits)
    plan = _Plan(edits, rows, _gone(session, edits))
    if not plan.values and also is None:
        return Edited(None, tuple(plan.refusals), plan.now())
    try:
        with session.begin_nested(), acting(session, kind) as recorder:
            plan.apply(recorder)
            if also is not None:
                also(recorder)
            if not recorder.befores:
                raise _AllRefused
            action_id: int | None = recorder.action.id
    except _AllRefused:
        action_id = None
    return Edited(action_id, tuple(sorted(plan.refusals, key=lambda refusal: refusal.place)), plan.now())


class _AllRefused(Exception):
    """No edit could be made: there is no action."""


class _Plan:
    """Which values go into which row, from which edits."""

    def __init__(self, edits: Sequence[Edit], rows: Mapping[tuple[str, int], Any], gone: Collection[tuple[str, int]]) -> None:
        self.rows, self.gone = rows, gone
        self.refusals: list[Refusal] = []
        self.values: dict[tuple[str, int], dict[str, Any]] = {}
        self.places: dict[tuple[str, int], list[tuple[int, str]]] = {}
        for place, edit in enumerate(edits):
            self._take(place, edit)

    def _take(self, place: int, edit: Edit) -> None:
        key = edit.table, edit.row_id
        row, field = self.rows[key], TABLES[edit.table].fields[edit.field]
        planned = self.values.get(key, {})
        now = value_of(field, *(planned.get(column, getattr(row, column)) for column in field.columns))
        try:
            new = parsed(field, edit.new)
            if value_of(field, *(new[column] for column in field.columns)) == now:
                return
            if edit.old != now:
                raise Problem("changed_meanwhile", field.name)
            if field.target and (field.target, *new.values()) in self.gone:
                raise Problem("parent_in_trash", field.name)
        except Problem as problem:
            self.refusals.append(Refusal(place, problem, now))
            return
        self.values.setdefault(key, {}).update(new)
        self.places.setdefault(key, []).append((place, field.name))

    def apply(self, recorder: Recorder) -> None:
        """Set what can be set of each row: where a rule names one field, the others are set without it."""
        for key, values in self.values.items():
            while values:
                try:
                    with recorder.session.begin_nested():
                        recorder.update(self.rows[key], **values)
                    break
                except Problem as problem:
                    recorder.forget(self.rows[key])
                    self._refuse(key, problem)

    def _refuse(self, key: tuple[str, int], problem: Problem) -> None:
        """A rule over a whole row is told at the field that it names if that was to change, else at all fields that were."""
        table = TABLES[key[0]]
        told = table.field_of(problem.field)
        places = [place for place in self.places[key] if place[1] == told] or self.places[key]
        self.refusals += [Refusal(place, Problem(problem.code, name, **problem.values)) for place, name in places]
        self.places[key] = [place for place in self.places[key] if place not in places]
        for column in {column for _place, name in places for column in table.fields[name].columns}:
            del self.values[key][column]

    def now(self) -> tuple[tuple[str, int, dict[str, Value]], ...]:
        return tuple((name, row_id, shown(TABLES[name], row)) for (name, row_id), row in self.rows.items())


def _gone(session: Session, edits: Iterable[Edit]) -> set[tuple[str, int]]:
    """Those of the rows to which links are to point that are in the trash, as (table, id)."""
    wanted: dict[type[Any], set[int]] = {}
    for edit in edits:
        field = TABLES[edit.table].fields[edit.field]
        if field.kind is FieldKind.LINK and type(edit.new) is int:
            wanted.setdefault(TABLES[field.target].model, set()).add(edit.new)
    return in_trash(session, wanted)


def _rows(session: Session, edits: Iterable[Edit]) -> dict[tuple[str, int], Any]:
    """The rows by table and id, one statement a table."""
    wanted: dict[str, set[int]] = {}
    for edit in edits:
        wanted.setdefault(edit.table, set()).add(edit.row_id)
    found: dict[tuple[str, int], Any] = {}
    for name, row_ids in wanted.items():
        model = TABLES[name].model
        found |= {(name, row.id): row for row in session.scalars(sa.select(model).where(model.id.in_(row_ids)))}
        if any((name, row_id) not in found for row_id in row_ids):
            raise NotFound(model.__name__)
    return found


def add_row(session: Session, table: Table, network_id: int | None, values: Mapping[str, Any]) -> tuple[int, Any]:
    """A new row in a LEN, in one action; returns (action id, row).

    `values`: field -> value; what is left out is unknown. Only an administrator adds a funding source without a LEN. Raises NotFound
    for a LEN that the session does not see, KeyError for a field that there is not, Problem when a value or the row breaks a rule.
    """
    row = new_row(session, table, network_id, values)
    with acting(session, ADD) as recorder:
        recorder.insert(row)
        return recorder.action.id, row


def new_row(session: Session, table: Table, network_id: int | None, values: Mapping[str, Any]) -> Any:
    """The same row, not yet written."""
    kept: dict[str, Any] = {}
    for name, value in values.items():
        kept |= parsed(table.fields[name], value)
    for field in table.fields.values():
        if field.required and field.default is None and field.name not in values:
            raise Problem("required", field.name)
    kept = {column: value for column, value in kept.items() if value is not None}
    if network_id is not None:
        kept[home_name(table.model)] = get_row(session, Network, network_id).id
    return table.model(**fill_in(session, table, kept))


def trash_rows(session: Session, table: Table, row_ids: Sequence[int]) -> tuple[int, Counter[str]]:
    """Put rows and all that hangs on them into the trash, in one action; returns (action id, table -> number of rows).

    Raises NotFound when the session does not see one of the rows.
    """
    rows = with_hanging(session, _chosen(session, table, row_ids))
    with acting(session, TRASH) as recorder:
        recorder.trash_all(rows)
        return recorder.action.id, _counted(rows)


def what_goes_with(session: Session, row: Any) -> Counter[str]:
    """Table -> number of rows that would go into the trash with this row. Problem("needed_elsewhere") where it could not go."""
    counts = _counted(each for each in with_hanging(session, [row]) if each is not row)
    elsewhere = cases_on(session, [row.id]) - counts["funding_case"] if isinstance(row, FundingSource) else 0
    if elsewhere:
        raise Problem("needed_elsewhere", n=elsewhere)
    return counts


def restore_rows(session: Session, table: Table, row_ids: Sequence[int]) -> tuple[int, Counter[str]]:
    """Bring rows back from the trash with all that went there in the same action and hangs on them; returns as `trash_rows`.

    Raises NotFound when one is not in the trash that the session sees, Problem("parent_in_trash") when what it belongs to is there still.
    """
    rows = with_hanging(session, _chosen(session, table, row_ids, trashed=True))
    with acting(session, RESTORE) as recorder:
        recorder.restore_all(rows)
        return recorder.action.id, _counted(rows)


def _chosen(session: Session, table: Table, row_ids: Sequence[int], *, trashed: bool = False) -> list[Any]:
    model = table.model
    state = model.trashed_by.is_not(None) if trashed else model.trashed_by.is_(None)
    rows = list(session.scalars(sa.select(model).where(model.id.in_(row_ids), state).execution_options(**{WITH_TRASH: True})))
    if not rows or len(rows) != len(set(row_ids)):
        raise NotFound(model.__name__)
    return rows


def _counted(rows: Iterable[Any]) -> Counter[str]:
    return Counter(type(row).__tablename__ for row in rows)
