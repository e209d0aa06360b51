"""Where the value of one field comes from, when that differs from its row: written as a note on the field."""

from dataclasses import asdict, dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.access import get_row
from data_layer.action import acting
from data_layer.editing.tables import Field, Table
from data_layer.models import CatalogueNote, FundingSource, Note
from data_layer.models.columns import home_of
from data_layer.problem import Problem
from data_layer.vocabulary import NoteKind

NOTE = "note"


@dataclass(frozen=True, slots=True)
class Origin:
    """Stated elsewhere, our reading, invented, or in conflict with another source, which says `other_value`."""

    kind: str
    other_value: str | None = None
    text: str | None = None
    source: str | None = None


class OriginChanged(Problem):
    """Somebody else has said something of the origin meanwhile: `now`, None where it is as for the whole row."""

    def __init__(self, field: str, now: Origin | None) -> None:
        super().__init__("changed_meanwhile", field)
        self.now = now


def origins(session: Session, table: Table, row_id: int) -> dict[str, Origin]:
    """Field -> its origin, for the fields of a row whose origin differs from the row's. One statement."""
    notes: Any = CatalogueNote if table.model is FundingSource else Note
    found = session.execute(
        sa.select(notes.field, notes.kind, notes.other_value, notes.text, notes.source)
        .where(notes.table_name == table.name, notes.row_id == row_id)
        .order_by(notes.id)
    )
    return {table.field_of(column): Origin(*rest) for column, *rest in found}


def set_origin(session: Session, table: Table, row_id: int, field: Field, *, old: Origin | None, new: Origin | None) -> int | None:
    """Say where the value of a field comes from, in one action; None as `new`: as for the whole row. Returns the action's number, None
    where nothing changed.

    Raises NotFound for a row that the session does not see, OriginChanged when its origin is no longer `old`, Problem: "foreign_network"
    for a row that no LEN of the account owns, and what the rules say of notes.
    """
    network_id = _owner(get_row(session, table.model, row_id))
    if new is not None and new.kind not in list(NoteKind):
        raise Problem("unknown_code", "kind", value=new.kind, allowed=", ".join(NoteKind))
    note = _note(session, table, row_id, field)
    now = None if note is None else Origin(note.kind, note.other_value, note.text, note.source)
    if now == new:
        return None
    if now != old:
        raise OriginChanged(field.name, now)
    with acting(session, NOTE) as recorder:
        if note is None:
            column = field.columns[0]
            recorder.insert(Note(network_id=network_id, table_name=table.name, row_id=row_id, field=column, **asdict(new)))  # type: ignore[arg-type]
        elif new is None:
            recorder.trash(note)
        else:
            recorder.update(note, **asdict(new))
        return recorder.action.id


def _owner(row: Any) -> int:
    """The LEN that a note on this row belongs to."""
    owner = home_of(row)
    if owner is None:
        raise Problem("foreign_network", "network_id")
    return owner


def _note(session: Session, table: Table, row_id: int, field: Field) -> Note | None:
    """The latest note on a field, whichever of its columns it names."""
    query = sa.select(Note).where(Note.table_name == table.name, Note.row_id == row_id, Note.field.in_((*field.columns, field.name)))
    return session.scalars(query.order_by(Note.id.desc()).limit(1)).one_or_none()
