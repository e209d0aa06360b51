"""How a stakeholder was seen, mapping by mapping."""

from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.models import Position, Stakeholder
from data_layer.network.stakeholder import Span


@dataclass(frozen=True, slots=True)
class OwnPosition:
    """One mapping: influence (tower height from 0), power and interest (1 to 4), now and as wished for; None: nobody said."""

    id: int
    day: Span
    question: str | None
    mapped_by: str | None
    influence: int | None
    power: int | None
    interest: int | None
    wished_power: int | None
    wished_interest: int | None
    source: str | None


def own_positions(session: Session, row: Stakeholder) -> tuple[OwnPosition, ...]:
    """The mappings of a stakeholder, the latest first, those without a date last. One statement."""
    query = (
        sa.select(Position)
        .where(Position.network_id == row.network_id, Position.stakeholder_id == row.id)
        .order_by(Position.day_last.desc().nulls_last(), Position.id.desc())
    )
    return tuple(map(_own_position, session.scalars(query)))


def _own_position(seen: Position) -> OwnPosition:
    return OwnPosition(
        id=seen.id,
        day=(seen.day_first, seen.day_last),
        question=seen.question,
        mapped_by=seen.mapped_by,
        influence=seen.influence,
        power=seen.power,
        interest=seen.interest,
        wished_power=seen.wished_power,
        wished_interest=seen.wished_interest,
        source=seen.source,
    )
