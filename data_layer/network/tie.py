"""Ties of a network, with the notes on their fields."""

from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.orm import Session, aliased

from data_layer.models import Note, Stakeholder, Tie
from data_layer.network.stakeholder import Span
from data_layer.note import FieldNote


@dataclass(frozen=True, slots=True)
class TieLine:
    """One tie between two stakeholders (ids); None is unknown, codes are those of `data_layer.vocabulary`.

    `strength`, `trust` and `value` are answers from 1 to 4; `start` and `end` are vague dates (first day, last day);
    `micro_project_id` and `event_id` say what it came out of.
    """

    id: int
    from_id: int
    to_id: int
    relation: str
    directed: bool
    what: str | None
    strength: int | None
    trust: int | None
    value: int | None
    start: Span
    end: Span
    reported_by: str | None
    confirmed: bool
    source: str | None
    notes: tuple[FieldNote, ...] = ()
    micro_project_id: int | None = None
    event_id: int | None = None

    @property
    def dated(self) -> bool:
        """Whether its beginning or its end is known."""
        return self.start != (None, None) or self.end != (None, None)


def ties(session: Session, network_id: int) -> tuple[TieLine, ...]:
    """The ties of a network by id, those between two live stakeholders. One statement."""
    start, end = aliased(Stakeholder), aliased(Stakeholder)
    here = sa.and_(Note.table_name == Tie.__tablename__, Note.row_id == Tie.id, Note.network_id == Tie.network_id)
    query = (
        sa.select(Tie, Note)
        .join(start, sa.and_(start.id == Tie.from_id, start.trashed_by.is_(None)))
        .join(end, sa.and_(end.id == Tie.to_id, end.trashed_by.is_(None)))
        .outerjoin(Note, here)
        .where(Tie.network_id == network_id)
        .order_by(Tie.id, Note.id)
    )
    rows: dict[Tie, list[Note | None]] = {}
    for tie, note in session.execute(query):
        rows.setdefault(tie, []).append(note)
    return tuple(_line(tie, notes) for tie, notes in rows.items())


def _line(row: Tie, notes: list[Note | None]) -> TieLine:
    return TieLine(
        id=row.id,
        from_id=row.from_id,
        to_id=row.to_id,
        relation=row.relation,
        directed=row.directed,
        what=row.what,
        strength=row.strength,
        trust=row.trust,
        value=row.value,
        start=(row.start_first, row.start_last),
        end=(row.end_first, row.end_last),
        reported_by=row.reported_by,
        confirmed=row.confirmed,
        source=row.source,
        notes=tuple(FieldNote.of(note) for note in notes if note is not None),
        micro_project_id=row.micro_project_id,
        event_id=row.event_id,
    )
