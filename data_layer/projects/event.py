"""Meetings, workshops and visits."""

from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.models import Event
from data_layer.projects.line import columns_for


@dataclass(frozen=True, slots=True)
class EventLine:
    """One event: kind, when (a day between first and last), where, and what came of it; None is unknown.

    `participants` is a count in its own unit ("families"); `about` says that the source gives it as a round number.
    """

    id: int
    title: str
    kind: str
    day_first: date | None
    day_last: date | None
    place: str | None
    participants: int | None
    participants_unit: str | None
    about: bool
    outcome: str | None
    source: str | None


def events_of(session: Session, micro_project_id: int) -> list[EventLine]:
    """The events of one micro project, the earliest first, undated ones last. One statement."""
    query = (
        sa.select(*columns_for(EventLine, Event))
        .where(Event.micro_project_id == micro_project_id)
        .order_by(Event.day_first.asc().nulls_last(), Event.day_last, Event.id)
    )
    return [EventLine(*row) for row in session.execute(query)]
