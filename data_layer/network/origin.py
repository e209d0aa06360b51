"""What the ties of a network came out of: its micro projects and events."""

from collections.abc import Mapping
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.models import Event, MicroProject, Tie
from data_layer.network.stakeholder import Span
from data_layer.network.tie import TieLine


@dataclass(frozen=True, slots=True)
class Project:
    """A micro project: the group behind it, how it ended (code) and when; None is unknown."""

    id: int
    name: str
    group_id: int | None
    end_state: str
    ended: Span


@dataclass(frozen=True, slots=True)
class Occasion:
    """An event out of which a tie came, and the micro project that it belongs to."""

    id: int
    title: str
    day: Span
    micro_project_id: int | None


@dataclass(frozen=True, slots=True)
class Beginnings:
    """All micro projects of a network, and the events out of which ties came, by id."""

    projects: Mapping[int, Project]
    occasions: Mapping[int, Occasion]

    def project_of(self, tie: TieLine) -> int | None:
        """The micro project out of which a tie came, itself or through an event."""
        if tie.micro_project_id is not None:
            return tie.micro_project_id
        occasion = self.occasions.get(tie.event_id) if tie.event_id is not None else None
        return None if occasion is None else occasion.micro_project_id


def beginnings(session: Session, network_id: int) -> Beginnings:
    """What the session sees of it. Two statements."""
    projects = sa.select(
        MicroProject.id, MicroProject.name, MicroProject.group_id, MicroProject.end_state, MicroProject.ended_first, MicroProject.ended_last
    ).where(MicroProject.network_id == network_id)
    named = sa.select(Tie.event_id).where(Tie.network_id == network_id, Tie.event_id.is_not(None))
    events = sa.select(Event.id, Event.title, Event.day_first, Event.day_last, Event.micro_project_id).where(
        Event.network_id == network_id, Event.id.in_(named)
    )
    return Beginnings(
        {row.id: Project(*row[:4], row[4:]) for row in session.execute(projects.order_by(MicroProject.id))},
        {row.id: Occasion(row[0], row[1], row[2:4], row[4]) for row in session.execute(events.order_by(Event.id))},
    )
