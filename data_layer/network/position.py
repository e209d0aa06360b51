"""How much influence, power and interest stakeholders were seen to have, mapping by mapping."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.models import Position
from data_layer.network.stakeholder import Span


@dataclass(frozen=True, slots=True)
class Standing:
    """What one mapping says of a stakeholder: influence (tower height from 0), power and interest (1 to 4), now and as wished for.

    None is unknown; `id` is that of the row.
    """

    id: int
    stakeholder_id: int
    day: Span
    question: str | None
    mapped_by: str | None
    influence: int | None
    power: int | None
    interest: int | None
    wished_power: int | None
    wished_interest: int | None
    source: str | None


@dataclass(frozen=True, slots=True)
class NetMap:
    """One mapping: who asked what on which day, and what it says by stakeholder; `id` is that of its first row."""

    id: int
    day: Span
    question: str | None
    mapped_by: str | None
    seen: Mapping[int, Standing]


def standings(session: Session, network_id: int) -> tuple[Standing, ...]:
    """All that was mapped in a network, the oldest first; a mapping without a date is older than any with one. One statement."""
    query = (
        sa.select(
            Position.id,
            Position.stakeholder_id,
            Position.day_first,
            Position.day_last,
            Position.question,
            Position.mapped_by,
            Position.influence,
            Position.power,
            Position.interest,
            Position.wished_power,
            Position.wished_interest,
            Position.source,
        )
        .where(Position.network_id == network_id)
        .order_by(Position.day_last.is_not(None), Position.day_last, Position.id)
    )
    return tuple(map(_standing, session.execute(query)))


def _standing(row: Any) -> Standing:
    return Standing(row[0], row[1], (row[2], row[3]), *row[4:])


def latest(seen: Sequence[Standing]) -> dict[int, Standing]:
    """Stakeholder id → what its latest mapping says."""
    return {one.stakeholder_id: one for one in seen}


def net_maps(seen: Sequence[Standing]) -> tuple[NetMap, ...]:
    """The mappings, the latest first: rows of one date, question and people belong together."""
    found: dict[tuple[Span, str | None, str | None], dict[int, Standing]] = {}
    for one in seen:
        found.setdefault((one.day, one.question, one.mapped_by), {})[one.stakeholder_id] = one
    return tuple(NetMap(min(one.id for one in rows.values()), *head, rows) for head, rows in reversed(found.items()))
