"""Pilots: which there are, how far each is on the five steps, and when something dated was last recorded of it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.models import Network, Pilot, PilotStep, Stakeholder
from data_layer.pilots.last_fact import last_facts
from data_layer.problem import NotFound
from data_layer.projects.line import columns_for
from data_layer.scope import Scope

Span = tuple[date | None, date | None]


@dataclass(frozen=True, slots=True)
class StepLine:
    """A step of the Roadmap that a pilot has begun; `state` is a code of `StepState`, None is unknown."""

    id: int
    step: str
    state: str
    start_first: date | None
    start_last: date | None
    end_first: date | None
    end_last: date | None
    reason: str | None
    source: str | None


@dataclass(frozen=True, slots=True)
class PilotLine:
    """One pilot; `fact_first` to `fact_last` is its latest dated fact (None: nothing dated), `steps` are those begun, by their number."""

    id: int
    name: str
    description: str | None
    network_id: int
    network: str
    time_zone: str | None
    provider_id: int | None
    provider: str | None
    start_first: date | None
    start_last: date | None
    end_first: date | None
    end_last: date | None
    source: str | None
    fact_first: date | None
    fact_last: date | None
    steps: tuple[StepLine, ...] = ()


def pilots(session: Session, scope: Scope) -> list[PilotLine]:
    """The pilots of the scope's network by name; its target group and year are left out. One statement."""
    return list(_pilots(session, scope.networks(Pilot)))


def pilot(session: Session, pilot_id: int) -> PilotLine:
    """One pilot; NotFound where the session sees none. One statement."""
    for found in _pilots(session, Pilot.id == pilot_id):
        return found
    raise NotFound("Pilot")


def _pilots(session: Session, *criteria: sa.ColumnElement[bool]) -> Iterable[PilotLine]:
    facts = last_facts()
    others = {
        "network": Network.name,
        "time_zone": Network.time_zone,
        "provider": Stakeholder.name,
        "provider_id": Stakeholder.id,
        "fact_first": facts.c.first,
        "fact_last": facts.c.last,
    }
    mine = columns_for(PilotLine, Pilot, **others)
    query: Any = (
        sa.select(*mine, *columns_for(StepLine, PilotStep))
        .join(Network, Network.id == Pilot.network_id)
        .outerjoin(Stakeholder, Stakeholder.id == Pilot.provider_id)
        .outerjoin(facts, facts.c.pilot_id == Pilot.id)
        .outerjoin(PilotStep, PilotStep.pilot_id == Pilot.id)
        .where(*criteria)
        .order_by(Pilot.name, Pilot.id, PilotStep.id)
    )
    for values, rows in groupby(session.execute(query), lambda row: row[: len(mine)]):
        steps = [StepLine(*row[len(mine) :]) for row in rows if row[len(mine)] is not None]
        yield replace(PilotLine(*values), steps=tuple(steps))
