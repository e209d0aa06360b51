"""Notes on fields: where one value comes from, when that differs from its row."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Self

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.models import CatalogueNote, Note


@dataclass(frozen=True, slots=True)
class FieldNote:
    """What is special about one field; `other_value` is what the other source says where two disagree."""

    table_name: str
    row_id: int
    field: str
    kind: str
    other_value: str | None
    text: str | None
    source: str | None

    @classmethod
    def of(cls, row: Note) -> Self:
        """What a row of the table says."""
        return cls(row.table_name, row.row_id, row.field, row.kind, row.other_value, row.text, row.source)


def field_notes(session: Session, **rows: Iterable[int]) -> list[FieldNote]:
    """The notes on rows of LENs, named as table=ids (`field_notes(session, assessment=[1, 2])`), in order. One statement."""
    wanted = [sa.and_(Note.table_name == table, Note.row_id.in_(set(ids))) for table, ids in rows.items()]
    return _read(session, Note, sa.or_(*wanted))


def catalogue_notes(session: Session, source_ids: Iterable[int]) -> list[FieldNote]:
    """The notes on funding sources, whichever LEN wrote them, in order. One statement."""
    return _read(session, CatalogueNote, CatalogueNote.row_id.in_(set(source_ids)))


def _read(session: Session, notes: Any, wanted: sa.ColumnElement[bool]) -> list[FieldNote]:
    query = (
        sa.select(notes.table_name, notes.row_id, notes.field, notes.kind, notes.other_value, notes.text, notes.source)
        .where(wanted)
        .order_by(notes.table_name, notes.row_id, notes.id)
    )
    return [FieldNote(*row) for row in session.execute(query)]
