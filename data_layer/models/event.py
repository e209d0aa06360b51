"""Events: dated meetings, workshops and visits, who was there, and which other LENs were guests."""

from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from data_layer.engine import Base
from data_layer.models.columns import LIVE, CodeSet, Owned, Sourced, in_network, one_of, owned, vague
from data_layer.models.network import Network
from data_layer.vocabulary import EventKind, Presence


class Event(Owned, Sourced, Base):
    """A dated meeting, workshop or visit; participants are a count with its own unit ("people", "families")."""

    __tablename__ = "event"

    title: Mapped[str] = mapped_column(sa.String(300))
    kind: Mapped[str] = mapped_column(sa.String(20), default=EventKind.OTHER)
    day_first: Mapped[date | None]
    day_last: Mapped[date | None]
    place: Mapped[str | None] = mapped_column(sa.String(200))
    target_groups: Mapped[tuple[str, ...]] = mapped_column(CodeSet(500), default=())
    participants: Mapped[int | None]
    participants_unit: Mapped[str | None] = mapped_column(sa.String(100))
    about: Mapped[bool] = mapped_column(default=False)
    outcome: Mapped[str | None] = mapped_column(sa.String(500))
    micro_project_id: Mapped[int | None]

    __table_args__ = owned(
        in_network("micro_project_id", "micro_project"),
        one_of("kind", EventKind),
        vague("day"),
        sa.CheckConstraint("participants >= 0", name="participants"),
    )


class Attendance(Owned, Sourced, Base):
    """A stakeholder that came to an event, or was expected and did not come."""

    __tablename__ = "attendance"

    event_id: Mapped[int]
    stakeholder_id: Mapped[int]
    presence: Mapped[str] = mapped_column(sa.String(20), default=Presence.CAME)

    __table_args__ = owned(
        in_network("event_id", "event"),
        in_network("stakeholder_id", "stakeholder"),
        one_of("presence", Presence),
        sa.Index(
            "uq_attendance_once_live", "network_id", "event_id", "stakeholder_id", unique=True, sqlite_where=LIVE, postgresql_where=LIVE
        ),
    )


class EventGuest(Owned, Sourced, Base):
    """Another LEN that was invited to an event: it sees title, date and place, and nothing else."""

    __tablename__ = "event_guest"

    event_id: Mapped[int]
    guest_id: Mapped[int] = mapped_column(sa.ForeignKey("network.id"), index=True)

    __table_args__ = owned(
        in_network("event_id", "event"),
        sa.CheckConstraint("guest_id <> network_id", name="another_network"),
        sa.Index("uq_event_guest_once_live", "network_id", "event_id", "guest_id", unique=True, sqlite_where=LIVE, postgresql_where=LIVE),
    )


_event, _guest, _host = (model.__table__.c for model in (Event, EventGuest, Network))
_seen_by_guests = (
    sa.select(_guest.id, _guest.guest_id, _guest.network_id.label("host_id"), _host.name.label("host"))
    .add_columns(_event.title, _event.day_first, _event.day_last, _event.place)
    .join_from(EventGuest.__table__, Event.__table__, sa.and_(_event.id == _guest.event_id, _event.network_id == _guest.network_id))
    .join(Network.__table__, _host.id == _guest.network_id)
    .where(*(columns.trashed_by.is_(None) for columns in (_event, _guest, _host)))
    .subquery("guest_event")
)


class GuestEvent(Base):
    """An event as the LENs see it that were invited to it: title, date, place and whose it is. It can only be read.

    No other column of the event is behind it, so that none can come out.
    """

    __table__ = _seen_by_guests
