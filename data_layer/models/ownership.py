"""How a micro project comes to stand alone: its readiness, what is handed over, and whom it reached."""

from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from data_layer.engine import Base
from data_layer.models.columns import CodeSet, Owned, Sourced, in_network, one_of, owned, vague
from data_layer.vocabulary import HandoverState, HandoverTask, ReadinessDimension, RunBy


class Readiness(Owned, Sourced, Base):
    """One dated look at one of the four dimensions that Accelerator Teams work on; steps 1 (not begun) to 4 (stands alone)."""

    __tablename__ = "readiness"

    micro_project_id: Mapped[int]
    dimension: Mapped[str] = mapped_column(sa.String(20))
    step: Mapped[int]
    day_first: Mapped[date | None]
    day_last: Mapped[date | None]
    evidence: Mapped[str | None] = mapped_column(sa.String(2000))

    __table_args__ = owned(
        in_network("micro_project_id", "micro_project"),
        one_of("dimension", ReadinessDimension),
        sa.CheckConstraint("step BETWEEN 1 AND 4", name="step"),
        vague("day"),
    )


class Handover(Owned, Sourced, Base):
    """One task of running a micro project on its way from one side to another, with the stakeholder that takes it over."""

    __tablename__ = "handover"

    micro_project_id: Mapped[int]
    task: Mapped[str] = mapped_column(sa.String(20))
    what: Mapped[str | None] = mapped_column(sa.String(500))
    to_side: Mapped[str] = mapped_column(sa.String(20), default=RunBy.USERS)
    stakeholder_id: Mapped[int | None]
    state: Mapped[str] = mapped_column(sa.String(20), default=HandoverState.PLANNED)
    due: Mapped[date | None]
    day_first: Mapped[date | None]
    day_last: Mapped[date | None]

    __table_args__ = owned(
        in_network("micro_project_id", "micro_project"),
        in_network("stakeholder_id", "stakeholder"),
        one_of("task", HandoverTask),
        one_of("to_side", RunBy),
        one_of("state", HandoverState),
        vague("day"),
    )


class PeopleReached(Owned, Sourced, Base):
    """A dated count of the different persons whom a micro project reached; `jobs` of them work in it."""

    __tablename__ = "people_reached"

    micro_project_id: Mapped[int]
    day_first: Mapped[date | None]
    day_last: Mapped[date | None]
    target_groups: Mapped[tuple[str, ...]] = mapped_column(CodeSet(500), default=())
    persons: Mapped[int]
    about: Mapped[bool] = mapped_column(default=False)
    what: Mapped[str | None] = mapped_column(sa.String(500))

    __table_args__ = owned(
        in_network("micro_project_id", "micro_project"),
        vague("day"),
        sa.CheckConstraint("persons >= 0", name="persons"),
    )
