"""What an action did to one row, field by field."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from data_layer.editing.origin import Origin
from data_layer.editing.tables import TABLES, FieldKind
from data_layer.editing.titles import Title
from data_layer.editing.values import Value, value_of
from data_layer.models import Change, Note
from data_layer.snapshot import kept_values

Key = tuple[str, int]
ORIGIN = ("other_value", "text", "source")


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field before and after; None is unknown."""

    field: str
    before: Value
    after: Value


@dataclass(frozen=True, slots=True)
class OriginChange:
    """Where the value of one field was said to come from, before and after; None: as for the whole row."""

    field: str
    before: Origin | None
    after: Origin | None


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row: `what` happened to it ("new", "changed", "trashed", "restored", "removed"), and its fields.

    What was said of the origin of a value is a change of the row that has the value: `what` is "origin" then, and `origin` tells it.
    """

    table: str
    row_id: int
    what: str
    title: Title | None
    fields: tuple[FieldChange, ...]
    moved: bool
    origin: OriginChange | None = None


def row_change(change: Change, named: Mapping[Key, Title]) -> RowChange:
    """A change as people read it; `named` has what the rows in `named_rows` are called."""
    before, after = change.before or {}, change.after or {}
    table, row_id = _row(change)
    title = named.get((table, row_id))
    if change.table_name == Note.__tablename__:
        return RowChange(table, row_id, "origin", title, (), False, _origin_change(table, before, after))
    moved = bool(before) and (before.get("x"), before.get("y")) != (after.get("x"), after.get("y"))
    return RowChange(table, row_id, _what(change), title, _field_changes(table, before, after), moved)


def named_rows(changes: Iterable[Change]) -> dict[str, set[int]]:
    """Table -> the rows that changed, and those to which their links point, before or after."""
    wanted: dict[str, set[int]] = {}
    for change in changes:
        table, row_id = _row(change)
        wanted.setdefault(table, set()).add(row_id)
        for field in TABLES[change.table_name].fields.values() if change.table_name in TABLES else ():
            if field.kind is FieldKind.LINK:
                ids = {(snap or {}).get(field.columns[0]) for snap in (change.before, change.after)}
                wanted.setdefault(field.target, set()).update(row_id for row_id in ids if row_id is not None)
    return wanted


def _row(change: Change) -> Key:
    """The row that changed; for a note the row that it is about."""
    if change.table_name != Note.__tablename__:
        return change.table_name, change.row_id
    note = change.after or change.before or {}
    return str(note["table_name"]), int(note["row_id"])


def _what(change: Change) -> str:
    if change.before is None:
        return "new"
    if change.after is None:
        return "removed"
    was, now = change.before.get("trashed_by"), change.after.get("trashed_by")
    return "changed" if was == now else "trashed" if now is not None else "restored"


def _field_changes(table: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[FieldChange, ...]:
    if table not in TABLES:
        return ()
    model = TABLES[table].model
    changes = []
    for field in TABLES[table].fields.values():
        old = value_of(field, *kept_values(model, field.columns, before)) if before else None
        new = value_of(field, *kept_values(model, field.columns, after)) if after else None
        if (old or None) != (new or None) or (old != new and before):
            changes.append(FieldChange(field.name, old, new))
    return tuple(changes)


def _origin_change(table: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> OriginChange:
    column = (after or before)["field"]
    return OriginChange(TABLES[table].field_of(column) if table in TABLES else column, _origin(before), _origin(after))


def _origin(note: Mapping[str, Any]) -> Origin | None:
    """What a note says; nothing where there is none, or where it lies in the trash."""
    if not note or note.get("trashed_by") is not None:
        return None
    return Origin(str(note["kind"]), *(note.get(name) for name in ORIGIN))
