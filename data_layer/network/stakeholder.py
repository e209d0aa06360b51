"""Stakeholders of a network, with the notes on their fields."""

from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.models import Note, Stakeholder
from data_layer.note import FieldNote

Span = tuple[date | None, date | None]


@dataclass(frozen=True, slots=True)
class Member:
    """One stakeholder in one network; None is unknown, codes are those of `data_layer.vocabulary`.

    `start` and `end` are vague dates (first day, last day); `x`, `y` its stored place in the picture.
    """

    id: int
    name: str
    kind: str
    sector: str | None
    role: str | None
    several: bool
    place: str | None
    description: str | None
    body_id: int | None
    source: str | None
    start: Span
    end: Span
    x: float | None
    y: float | None
    notes: tuple[FieldNote, ...] = ()


def members(session: Session, network_id: int) -> tuple[Member, ...]:
    """The stakeholders of a network by id, so that their order never depends on a name. One statement."""
    here = sa.and_(Note.table_name == Stakeholder.__tablename__, Note.row_id == Stakeholder.id, Note.network_id == Stakeholder.network_id)
    query = sa.select(Stakeholder, Note).outerjoin(Note, here).where(Stakeholder.network_id == network_id).order_by(Stakeholder.id, Note.id)
    rows: dict[Stakeholder, list[Note | None]] = {}
    for stakeholder, note in session.execute(query):
        rows.setdefault(stakeholder, []).append(note)
    return tuple(_member(stakeholder, notes) for stakeholder, notes in rows.items())


def _member(row: Stakeholder, notes: list[Note | None]) -> Member:
    return Member(
        id=row.id,
        name=row.name,
        kind=row.kind,
        sector=row.sector,
        role=row.role,
        several=row.several,
        place=row.place,
        description=row.description,
        body_id=row.body_id,
        source=row.source,
        start=(row.start_first, row.start_last),
        end=(row.end_first, row.end_last),
        x=row.x,
        y=row.y,
        notes=tuple(FieldNote.of(note) for note in notes if note is not None),
    )
