"""Events, who was at them, and events of other LENs to which a LEN was invited."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.models import Attendance, Event, EventGuest, GuestEvent, MicroProject, Network, Stakeholder
from data_layer.projects.line import columns_for
from data_layer.scope import Scope


@dataclass(frozen=True, slots=True)
class HeldEvent:
    """One event: kind, when (a day between first and last), where, and what came of it; None is unknown.

    `participants` is a count in its own unit ("families"); `about` says that the source gives it as a round number.
    `attended`: it is recorded who was there or stayed away.
    """

    id: int
    network_id: int
    network: str
    title: str
    kind: str
    day_first: date | None
    day_last: date | None
    place: str | None
    participants: int | None
    participants_unit: str | None
    about: bool
    outcome: str | None
    micro_project_id: int | None
    micro_project: str | None
    source: str | None
    attended: bool


@dataclass(frozen=True, slots=True)
class AttendanceLine:
    """That a stakeholder came to an event, or was expected and stayed away (`presence`), with the days of the event."""

    id: int
    network_id: int
    event_id: int
    day_first: date | None
    day_last: date | None
    stakeholder_id: int
    stakeholder: str
    presence: str


@dataclass(frozen=True, slots=True)
class Invitation:
    """An event of another LEN (`host`), as those see it who were invited."""

    title: str
    day_first: date | None
    day_last: date | None
    place: str | None
    host: str


def held_events(session: Session, scope: Scope) -> list[HeldEvent]:
    """The events of the scope, the latest first, undated ones last. One statement.

    Events without a date belong to every year. A chosen target group leaves out events that are for other groups, by what they or their
    micro projects name.
    """
    attended = Event.id.in_(sa.select(Attendance.event_id))  # asked once, not for each event
    query = (
        sa.select(*columns_for(HeldEvent, Event, network=Network.name, micro_project=MicroProject.name, attended=attended))
        .join(Network, Network.id == Event.network_id)
        .outerjoin(MicroProject, MicroProject.id == Event.micro_project_id)
        .where(scope.networks(Event), _for_group(scope), scope.dated(Event))
        .order_by(Event.day_last.desc().nulls_last(), Event.day_first.desc(), Event.id.desc())
    )
    return [HeldEvent(*row) for row in session.execute(query)]


def _for_group(scope: Scope) -> sa.ColumnElement[bool]:
    if scope.target_group is None:
        return sa.true()
    named = sa.or_(scope.groups(Event), scope.groups(MicroProject))
    nobody = sa.and_(_names_none(Event), sa.or_(MicroProject.id.is_(None), _names_none(MicroProject)))
    return sa.or_(named, nobody)


def _names_none(model: type[Event] | type[MicroProject]) -> sa.ColumnElement[bool]:
    return sa.cast(sa.type_coerce(model.target_groups, sa.String), sa.String) == "|"


def attendances(session: Session, network_ids: Collection[int]) -> list[AttendanceLine]:
    """Who came to which event of these LENs, or stayed away, by name: of all time, since who came first can only be told so.

    One statement.
    """
    query = (
        sa.select(
            *columns_for(AttendanceLine, Attendance, day_first=Event.day_first, day_last=Event.day_last, stakeholder=Stakeholder.name)
        )
        .join(Event, Event.id == Attendance.event_id)
        .join(Stakeholder, Stakeholder.id == Attendance.stakeholder_id)
        .where(Attendance.network_id.in_(network_ids))
        .order_by(Stakeholder.name, Attendance.id)
    )
    return [AttendanceLine(*row) for row in session.execute(query)]


def guests(session: Session, event_ids: Collection[int]) -> dict[int, list[tuple[int, str | None]]]:
    """Event -> the LENs that were invited to it, as (id of the invitation, name); the name of one that the session does not see is None.

    One statement.
    """
    query = (
        sa.select(EventGuest.event_id, EventGuest.id, Network.name)
        .outerjoin(Network, Network.id == EventGuest.guest_id)
        .where(EventGuest.event_id.in_(event_ids))
        .order_by(Network.name, EventGuest.id)
    )
    found: dict[int, list[tuple[int, str | None]]] = {}
    for event_id, guest_id, name in session.execute(query):
        found.setdefault(event_id, []).append((guest_id, name))
    return found


def invitations(session: Session, scope: Scope, *, seen: Collection[int]) -> list[Invitation]:
    """Events to which the LENs of the scope were invited, the latest first; those of the LENs `seen` are left out, as they are listed.

    Whom they are for is not told, so a chosen target group leaves none out. One statement.
    """
    event: Any = GuestEvent
    query = (
        sa.select(*columns_for(Invitation, event))
        .where(event.host_id.not_in(seen), scope.dated(event))
        .where(sa.true() if scope.network_id is None else event.guest_id == scope.network_id)
        .order_by(event.day_last.desc().nulls_last(), event.day_first.desc(), event.title, event.id)
    )
    # Several of the LENs may be guests of the same event.
    return list(dict.fromkeys(Invitation(*row) for row in session.execute(query)))
