"""Notes on fields: where one value comes from, when that differs from its row."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Self

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.models import CatalogueNote, FundingSource, Note
from data_layer.models.columns import Owned
from data_layer.vocabulary import NoteKind


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
    return _read(session, Note, rows)


def catalogue_notes(session: Session, source_ids: Iterable[int]) -> list[FieldNote]:
    """The notes on funding sources, whichever LEN wrote them, in order. One statement."""
    return _read(session, CatalogueNote, {FundingSource.__tablename__: source_ids})


def has_invented(model: type[Owned]) -> sa.ColumnElement[bool]:
    """Column: whether anything in a row of this kind is invented."""
    table = str(sa.inspect(model).local_table)
    return sa.exists().where(Note.table_name == table, Note.row_id == model.id, Note.kind == NoteKind.INVENTED)


def _read(session: Session, notes: Any, rows: Mapping[str, Iterable[int]]) -> list[FieldNote]:
    wanted = [sa.and_(notes.table_name == table, notes.row_id.in_(set(ids))) for table, ids in rows.items()]
    query = (
        sa.select(notes.table_name, notes.row_id, notes.field, notes.kind, notes.other_value, notes.text, notes.source)
        .where(sa.or_(*wanted))
        .order_by(notes.table_name, notes.row_id, notes.id)
    )
    return [FieldNote(*row) for row in session.execute(query)]
