"""Indicators with what was observed."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.models import Indicator, MicroProject, Network, Observation, Pilot
from data_layer.scope import Scope


@dataclass(frozen=True, slots=True)
class Seen:
    """What an indicator showed at a date: a number, words, or both."""

    id: int
    first: date | None
    last: date | None
    value: int | None
    words: str | None
    evidence: str | None


@dataclass(frozen=True, slots=True)
class IndicatorLine:
    """One indicator with its observations, the latest first, those without a date at the end."""

    id: int
    network_id: int
    network: str
    name: str
    code: str | None
    level: str
    kind: str
    definition: str | None
    unit: str | None
    not_counted: str | None
    baseline: int | None
    baseline_words: str | None
    target: int | None
    target_words: str | None
    of_persons: bool
    micro_project_id: int | None
    micro_project: str | None
    pilot_id: int | None
    pilot: str | None
    source: str | None
    seen: Sequence[Seen] = ()


COLUMNS: tuple[Any, ...] = (
    Indicator.id,
    Indicator.network_id,
    Network.name,
    Indicator.name,
    Indicator.code,
    Indicator.level,
    Indicator.kind,
    Indicator.definition,
    Indicator.unit,
    Indicator.not_counted,
    Indicator.baseline,
    Indicator.baseline_words,
    Indicator.target,
    Indicator.target_words,
    Indicator.of_persons,
    Indicator.micro_project_id,
    MicroProject.name,
    Indicator.pilot_id,
    Pilot.name,
    Indicator.source,
)


def indicators(session: Session, scope: Scope) -> list[IndicatorLine]:
    """The indicators of the scope without their observations, those of a LEN before those of its projects and pilots. One statement."""
    query = (
        sa.select(*COLUMNS)
        .join(Network, Network.id == Indicator.network_id)
        .outerjoin(MicroProject, MicroProject.id == Indicator.micro_project_id)
        .outerjoin(Pilot, Pilot.id == Indicator.pilot_id)
        .where(scope.networks(Indicator))
        .order_by(Network.name, MicroProject.name.nulls_first(), Pilot.name.nulls_first(), Indicator.level, Indicator.name, Indicator.id)
    )
    return [IndicatorLine(*row) for row in session.execute(query)]


def with_seen(session: Session, lines: Collection[IndicatorLine]) -> list[IndicatorLine]:
    """The same indicators with their observations. One statement."""
    columns: tuple[Any, ...] = (
        Observation.indicator_id,
        Observation.id,
        Observation.day_first,
        Observation.day_last,
        Observation.value,
        Observation.words,
        Observation.evidence,
    )
    query = sa.select(*columns).where(Observation.indicator_id.in_({line.id for line in lines}))
    found: dict[int, list[Seen]] = {}
    for indicator_id, *values in session.execute(query.order_by(Observation.day_last.desc().nulls_last(), Observation.id.desc())):
        found.setdefault(indicator_id, []).append(Seen(*values))
    return [replace(line, seen=tuple(found.get(line.id, ()))) for line in lines]


def subject_name(session: Session, table: str, row_id: int) -> str | None:
    """What a micro project or pilot is called; None for one that the session does not see. One statement."""
    model: Any = {"micro_project": MicroProject, "pilot": Pilot}[table]
    return session.scalar(sa.select(model.name).where(model.id == row_id))
