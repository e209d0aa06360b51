"""Pilots: a provider's way along the five steps of the Organisational Roadmap."""

from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from data_layer.engine import Base
from data_layer.models.columns import LIVE, Owned, Sourced, in_network, one_of, ordered, owned, vague
from data_layer.vocabulary import PilotPart, PointKind, PointState, PointWith, RoadmapStep, StepState


class Pilot(Owned, Sourced, Base):
    """A provider's pilot, or a service of it, that tries out empowerment."""

    __tablename__ = "pilot"

    name: Mapped[str] = mapped_column(sa.String(200))
    provider_id: Mapped[int | None]
    description: Mapped[str | None] = mapped_column(sa.String(4000))
    start_first: Mapped[date | None]
    start_last: Mapped[date | None]
    end_first: Mapped[date | None]
    end_last: Mapped[date | None]

    __table_args__ = owned(
        in_network("provider_id", "stakeholder"),
        vague("start"),
        vague("end"),
        ordered("start", "end"),
        sa.Index("uq_pilot_name_live", "network_id", "name", unique=True, sqlite_where=LIVE, postgresql_where=LIVE),
    )


class PilotStep(Owned, Sourced, Base):
    """Where a pilot stands with one of the five steps. A step that begins before the one ahead of it has a reason."""

    __tablename__ = "pilot_step"

    pilot_id: Mapped[int]
    step: Mapped[str] = mapped_column(sa.String(20))
    state: Mapped[str] = mapped_column(sa.String(20), default=StepState.UNDER_WAY)
    start_first: Mapped[date | None]
    start_last: Mapped[date | None]
    end_first: Mapped[date | None]
    end_last: Mapped[date | None]
    reason: Mapped[str | None] = mapped_column(sa.String(500))

    __table_args__ = owned(
        in_network("pilot_id", "pilot"),
        one_of("step", RoadmapStep),
        one_of("state", StepState),
        vague("start"),
        vague("end"),
        ordered("start", "end"),
        sa.CheckConstraint("end_first IS NULL OR state = 'done'", name="done_where_ended"),
        sa.Index("uq_pilot_step_once_live", "network_id", "pilot_id", "step", unique=True, sqlite_where=LIVE, postgresql_where=LIVE),
    )


class PilotProject(Owned, Sourced, Base):
    """A micro project that belongs to a pilot."""

    __tablename__ = "pilot_project"

    pilot_id: Mapped[int]
    micro_project_id: Mapped[int]

    __table_args__ = owned(
        in_network("pilot_id", "pilot"),
        in_network("micro_project_id", "micro_project"),
        sa.Index(
            "uq_pilot_project_once_live",
            "network_id",
            "pilot_id",
            "micro_project_id",
            unique=True,
            sqlite_where=LIVE,
            postgresql_where=LIVE,
        ),
    )


class PilotPoint(Owned, Sourced, Base):
    """An objective, a success factor, an agreement with staff or stakeholders, or a scenario, and what became of it."""

    __tablename__ = "pilot_point"

    pilot_id: Mapped[int]
    kind: Mapped[str] = mapped_column(sa.String(20))
    what: Mapped[str] = mapped_column(sa.String(1000))
    with_whom: Mapped[str | None] = mapped_column(sa.String(20))
    stakeholder_id: Mapped[int | None]
    day_first: Mapped[date | None]
    day_last: Mapped[date | None]
    state: Mapped[str] = mapped_column(sa.String(20), default=PointState.OPEN)
    remark: Mapped[str | None] = mapped_column(sa.String(1000))

    __table_args__ = owned(
        in_network("pilot_id", "pilot"),
        in_network("stakeholder_id", "stakeholder"),
        one_of("kind", PointKind),
        one_of("with_whom", PointWith),
        one_of("state", PointState),
        vague("day"),
    )


class KeyStakeholder(Owned, Sourced, Base):
    """A stakeholder on whom a pilot depends, picked from the network."""

    __tablename__ = "key_stakeholder"

    pilot_id: Mapped[int]
    stakeholder_id: Mapped[int]
    part: Mapped[str] = mapped_column(sa.String(20), default=PilotPart.UNKNOWN)
    why: Mapped[str | None] = mapped_column(sa.String(500))

    __table_args__ = owned(
        in_network("pilot_id", "pilot"),
        in_network("stakeholder_id", "stakeholder"),
        one_of("part", PilotPart),
        sa.Index(
            "uq_key_stakeholder_once_live",
            "network_id",
            "pilot_id",
            "stakeholder_id",
            unique=True,
            sqlite_where=LIVE,
            postgresql_where=LIVE,
        ),
    )


class PilotTask(Owned, Sourced, Base):
    """Something to do, from a day (if it has one) until a day; done when `done` says when."""

    __tablename__ = "pilot_task"

    pilot_id: Mapped[int]
    step: Mapped[str | None] = mapped_column(sa.String(20))
    what: Mapped[str] = mapped_column(sa.String(500))
    stakeholder_id: Mapped[int | None]
    begins: Mapped[date | None]
    due: Mapped[date | None]
    done: Mapped[date | None]

    __table_args__ = owned(
        in_network("pilot_id", "pilot"),
        in_network("stakeholder_id", "stakeholder"),
        one_of("step", RoadmapStep),
        sa.CheckConstraint("begins IS NULL OR due IS NULL OR due >= begins", name="due_after_start"),
    )
