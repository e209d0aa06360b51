"""From need to micro project: needs, micro projects and their way through the phases."""

from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from data_layer.engine import Base
from data_layer.models.columns import LIVE, CodeSet, Owned, Sourced, in_network, one_of, owned, vague
from data_layer.vocabulary import EndState, NeedMethod, NeedStatus, OrganisationalFormat, Phase, RunBy

AMOUNTS = ("monthly_cost_minor", "in_hand_minor", "needed_minor")


class MicroProject(Owned, Sourced, Base):
    """A user-led micro project; `group_id` is the stakeholder behind it, whose ties are its supporters."""

    __tablename__ = "micro_project"

    name: Mapped[str] = mapped_column(sa.String(200))
    place: Mapped[str | None] = mapped_column(sa.String(200))
    country: Mapped[str | None] = mapped_column(sa.String(2))
    target_groups: Mapped[tuple[str, ...]] = mapped_column(CodeSet(500), default=())
    for_whom: Mapped[str | None] = mapped_column(sa.String(300))
    description: Mapped[str | None] = mapped_column(sa.String(4000))
    became: Mapped[str | None] = mapped_column(sa.String(500))
    group_id: Mapped[int | None]
    end_state: Mapped[str] = mapped_column(sa.String(20), default=EndState.UNKNOWN)
    format: Mapped[str] = mapped_column(sa.String(20), default=OrganisationalFormat.UNKNOWN)
    run_by: Mapped[str] = mapped_column(sa.String(20), default=RunBy.UNKNOWN)
    run_since_first: Mapped[date | None]
    run_since_last: Mapped[date | None]
    ended_first: Mapped[date | None]
    ended_last: Mapped[date | None]
    currency: Mapped[str | None] = mapped_column(sa.String(3))
    monthly_cost_minor: Mapped[int | None] = mapped_column(sa.BigInteger)
    in_hand_minor: Mapped[int | None] = mapped_column(sa.BigInteger)
    in_hand_on: Mapped[date | None]
    needed_minor: Mapped[int | None] = mapped_column(sa.BigInteger)
    jobs: Mapped[int | None]
    accelerated: Mapped[bool | None]

    __table_args__ = owned(
        in_network("group_id", "stakeholder"),
        one_of("end_state", EndState),
        one_of("format", OrganisationalFormat),
        one_of("run_by", RunBy),
        vague("run_since"),
        vague("ended"),
        *(sa.CheckConstraint(f"{amount} >= 0", name=amount) for amount in AMOUNTS),
        sa.CheckConstraint("currency IS NOT NULL OR coalesce(monthly_cost_minor, in_hand_minor, needed_minor) IS NULL", name="currency"),
        sa.CheckConstraint("jobs >= 0", name="jobs"),
        sa.Index("uq_micro_project_name_live", "network_id", "name", unique=True, sqlite_where=LIVE, postgresql_where=LIVE),
    )


class Need(Owned, Sourced, Base):
    """What service users said they need, how it was found out and what became of it."""

    __tablename__ = "need"

    what: Mapped[str] = mapped_column(sa.String(500))
    target_groups: Mapped[tuple[str, ...]] = mapped_column(CodeSet(500), default=())
    found_by: Mapped[str | None] = mapped_column(sa.String(20))
    method: Mapped[str | None] = mapped_column(sa.String(200))
    event_id: Mapped[int | None]
    day_first: Mapped[date | None]
    day_last: Mapped[date | None]
    participants: Mapped[int | None]
    votes: Mapped[int | None]
    status: Mapped[str | None] = mapped_column(sa.String(20))
    provider_id: Mapped[int | None]
    micro_project_id: Mapped[int | None]

    __table_args__ = owned(
        in_network("micro_project_id", "micro_project"),
        in_network("event_id", "event"),
        in_network("provider_id", "stakeholder"),
        one_of("found_by", NeedMethod),
        one_of("status", NeedStatus),
        vague("day"),
        sa.CheckConstraint("participants >= 0", name="participants"),
        sa.CheckConstraint("votes >= 0", name="votes"),
        sa.CheckConstraint("micro_project_id IS NULL OR status = 'micro_project'", name="became"),
        sa.CheckConstraint("provider_id IS NULL OR status = 'taken_up'", name="taken_up"),
    )


FORWARD = "CASE {} " + " ".join(f"WHEN '{phase}' THEN {place}" for place, phase in enumerate(Phase)) + " END"


class PhaseChange(Owned, Sourced, Base):
    """One step of a micro project; a step back, or out of a known phase into an unknown one, has a reason."""

    __tablename__ = "phase_change"

    micro_project_id: Mapped[int]
    from_phase: Mapped[str] = mapped_column(sa.String(20), default=Phase.UNKNOWN)
    to_phase: Mapped[str] = mapped_column(sa.String(20))
    day_first: Mapped[date | None]
    day_last: Mapped[date | None]
    reason: Mapped[str | None] = mapped_column(sa.String(500))

    __table_args__ = owned(
        in_network("micro_project_id", "micro_project"),
        one_of("from_phase", Phase),
        one_of("to_phase", Phase),
        vague("day"),
        sa.CheckConstraint(
            f"{FORWARD.format('to_phase')} > {FORWARD.format('from_phase')} OR (reason IS NOT NULL AND reason <> '')",
            name="forward_or_reason",
        ),
    )
