"""What goes across borders: ties, bodies, events and pilots with organisations of two countries."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session, aliased

from data_layer.models import Attendance, Event, KeyStakeholder, Network, Pilot, PilotStep, Stakeholder, Tie
from data_layer.scope import Scope
from data_layer.vocabulary import Presence, Relation, RoadmapStep, StepState


@dataclass(frozen=True, slots=True)
class Part:
    """A stakeholder in one LEN, which is at home in `home`.

    `country` is its own, else that of its LEN; `body` the number that it shares with itself in other LENs.
    """

    id: int
    name: str
    kind: str
    body: int | None
    home: str | None
    country: str | None


@dataclass(frozen=True, slots=True)
class AcrossTie:
    """A tie between two stakeholders of different countries; a conflict is none. Days are the earliest beginning and the latest end."""

    one: Part
    two: Part
    begins: date | None
    ends: date | None


@dataclass(frozen=True, slots=True)
class Coming:
    """A stakeholder that came to an event."""

    event_id: int
    title: str
    day: date | None
    part: Part


@dataclass(frozen=True, slots=True)
class Carrying:
    """A stakeholder that provides a pilot or on which it depends; `assessed`: its fourth step is done."""

    pilot_id: int
    pilot: str
    assessed: bool
    part: Part | None


def _columns(stakeholder: Any, network: Any) -> tuple[Any, ...]:
    country = sa.func.coalesce(stakeholder.country, network.country)
    return stakeholder.id, stakeholder.name, stakeholder.kind, stakeholder.body_id, network.country, country


def across_ties(session: Session, scope: Scope) -> list[AcrossTie]:
    """The ties of the scope across a border. One statement."""
    one, two = aliased(Stakeholder), aliased(Stakeholder)
    first, second = _columns(one, Network), _columns(two, Network)
    query = (
        sa.select(*first, *second, Tie.start_first, Tie.end_last)
        .join(one, one.id == Tie.from_id)
        .join(two, two.id == Tie.to_id)
        .join(Network, Network.id == Tie.network_id)
        .where(scope.networks(Tie), Tie.relation != Relation.CONFLICT, first[-1] != second[-1])
        .order_by(Tie.id)
    )
    return [AcrossTie(Part(*row[:6]), Part(*row[6:12]), row[12], row[13]) for row in session.execute(query)]


def shared_bodies(session: Session) -> list[Part]:
    """The stakeholders that are known as one body in several LENs. One statement."""
    query = sa.select(*_columns(Stakeholder, Network)).join(Network, Network.id == Stakeholder.network_id)
    return [Part(*row) for row in session.execute(query.where(Stakeholder.body_id.is_not(None)).order_by(Stakeholder.id))]


def comings(session: Session, scope: Scope) -> list[Coming]:
    """Who came to which event of the scope. One statement."""
    query = (
        sa.select(Event.id, Event.title, Event.day_last, *_columns(Stakeholder, Network))
        .select_from(Attendance)
        .join(Event, Event.id == Attendance.event_id)
        .join(Stakeholder, Stakeholder.id == Attendance.stakeholder_id)
        .join(Network, Network.id == Stakeholder.network_id)
        .where(scope.networks(Event), Attendance.presence == Presence.CAME)
        .order_by(Event.id, Stakeholder.id)
    )
    return [Coming(row[0], row[1], row[2], Part(*row[3:])) for row in session.execute(query)]


def carryings(session: Session, scope: Scope) -> list[Carrying]:
    """Who carries the pilots of the scope, each pilot at least once. One statement."""
    assessed = sa.exists().where(PilotStep.pilot_id == Pilot.id, PilotStep.step == RoadmapStep.ASSESS, PilotStep.state == StepState.DONE)
    chosen = sa.select(KeyStakeholder.pilot_id.label("pilot_id"), KeyStakeholder.stakeholder_id.label("stakeholder_id"))
    provider = sa.select(Pilot.id, Pilot.provider_id).where(Pilot.provider_id.is_not(None))
    carries = sa.union(chosen, provider).subquery()
    query = (
        sa.select(Pilot.id, Pilot.name, assessed, *_columns(Stakeholder, Network))
        .outerjoin(carries, carries.c.pilot_id == Pilot.id)
        .outerjoin(Stakeholder, Stakeholder.id == carries.c.stakeholder_id)
        .outerjoin(Network, Network.id == Stakeholder.network_id)
        .where(scope.networks(Pilot))
        .order_by(Pilot.name, Pilot.id, Stakeholder.name)
    )
    return [Carrying(row[0], row[1], bool(row[2]), None if row[3] is None else Part(*row[3:])) for row in session.execute(query)]
