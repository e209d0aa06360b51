"""How much influence, power and interest stakeholders were seen to have, mapping by mapping."""

from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.models import Position
from data_layer.network.stakeholder import Span


@dataclass(frozen=True, slots=True)
class Standing:
    """What the latest mapping of a stakeholder says: influence (tower height from 0), power and interest (1 to 4); None is unknown."""

    stakeholder_id: int
    day: Span
    mapped_by: str | None
    influence: int | None
    power: int | None
    interest: int | None
    source: str | None


def latest_positions(session: Session, network_id: int) -> dict[int, Standing]:
    """Stakeholder id → its latest mapping; one without a date is older than any with one. One statement."""
    query = (
        sa.select(
            Position.stakeholder_id,
            Position.day_first,
            Position.day_last,
            Position.mapped_by,
            Position.influence,
            Position.power,
            Position.interest,
            Position.source,
        )
        .where(Position.network_id == network_id)
        .order_by(Position.day_last.is_not(None), Position.day_last, Position.id)
    )
    return {row[0]: Standing(row[0], (row[1], row[2]), *row[3:]) for row in session.execute(query)}
