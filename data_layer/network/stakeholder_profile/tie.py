"""The ties of one stakeholder, as seen from it."""

from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.orm import Session, aliased

from data_layer.models import Event, MicroProject, Stakeholder, Tie
from data_layer.network.stakeholder import Span


@dataclass(frozen=True, slots=True)
class OwnTie:
    """`outward` is True where the tie goes out from the stakeholder, False where it comes in, None where it has no direction.

    `strength`, `trust` and `value` are answers from 1 to 4; `start` and `end` vague dates; `event` and `micro_project` are what it
    came out of.
    """

    id: int
    relation: str
    outward: bool | None
    other_id: int
    other: str
    other_sector: str | None
    what: str | None
    strength: int | None
    trust: int | None
    value: int | None
    start: Span
    end: Span
    reported_by: str | None
    confirmed: bool
    event: str | None
    micro_project_id: int | None
    micro_project: str | None
    source: str | None


def own_ties(session: Session, row: Stakeholder) -> tuple[OwnTie, ...]:
    """The ties of a stakeholder, by name of the other end. One statement."""
    other = aliased(Stakeholder)
    query = (
        sa.select(Tie, other, Event.title, MicroProject.name)
        .join(other, other.id == sa.case((Tie.from_id == row.id, Tie.to_id), else_=Tie.from_id))
        .outerjoin(Event, Event.id == Tie.event_id)
        .outerjoin(MicroProject, MicroProject.id == Tie.micro_project_id)
        .where(Tie.network_id == row.network_id, sa.or_(Tie.from_id == row.id, Tie.to_id == row.id))
        .order_by(other.name, other.id, Tie.id)
    )
    return tuple(_own_tie(row.id, *found) for found in session.execute(query))


def _own_tie(stakeholder_id: int, tie: Tie, other: Stakeholder, event: str | None, micro_project: str | None) -> OwnTie:
    return OwnTie(
        id=tie.id,
        relation=tie.relation,
        outward=tie.from_id == stakeholder_id if tie.directed else None,
        other_id=other.id,
        other=other.name,
        other_sector=other.sector,
        what=tie.what,
        strength=tie.strength,
        trust=tie.trust,
        value=tie.value,
        start=(tie.start_first, tie.start_last),
        end=(tie.end_first, tie.end_last),
        reported_by=tie.reported_by,
        confirmed=tie.confirmed,
        event=event,
        micro_project_id=tie.micro_project_id,
        micro_project=micro_project,
        source=tie.source,
    )
