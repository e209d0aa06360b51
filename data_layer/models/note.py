"""What is special about one field of one row."""

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from data_layer.engine import Base
from data_layer.models.columns import Owned, Sourced, one_of, owned
from data_layer.vocabulary import NoteKind


class Note(Owned, Sourced, Base):
    """A field whose origin differs from its row's: stated elsewhere, our reading, invented, or two sources in conflict."""

    __tablename__ = "note"

    table_name: Mapped[str] = mapped_column(sa.String(40))
    row_id: Mapped[int]
    field: Mapped[str] = mapped_column(sa.String(40))
    kind: Mapped[str] = mapped_column(sa.String(20))
    other_value: Mapped[str | None] = mapped_column(sa.String(500))
    text: Mapped[str | None] = mapped_column(sa.String(1000))

    __table_args__ = owned(
        one_of("kind", NoteKind),
        sa.Index("ix_note_row", "table_name", "row_id"),
        sa.CheckConstraint("kind <> 'conflict' OR other_value IS NOT NULL", name="conflict"),
    )


class CatalogueNote(Base):
    """The notes on funding sources: the catalogue is everybody's, so these are too, whichever LEN wrote them."""

    __table__ = Note.__table__
