"""A Local Empowerment Network, who is in it, and how they are tied."""

from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from data_layer.engine import Base
from data_layer.models.columns import LIVE, CodeSet, Owned, Sourced, Trashable, in_network, one_of, ordered, owned, vague
from data_layer.vocabulary import NetworkStatus, Relation, Sector, StakeholderKind, StakeholderRole, TieReporter


class Network(Trashable, Sourced, Base):
    """A LEN, or a network whose status its source leaves unclear. `revision` rises once per action that touches it."""

    __tablename__ = "network"
    HOME = "id"

    name: Mapped[str] = mapped_column(sa.String(200))
    status: Mapped[str] = mapped_column(sa.String(20), default=NetworkStatus.LEN)
    region: Mapped[str | None] = mapped_column(sa.String(200))
    country: Mapped[str | None] = mapped_column(sa.String(2))
    time_zone: Mapped[str | None] = mapped_column(sa.String(60))
    target_groups: Mapped[tuple[str, ...]] = mapped_column(CodeSet(500), default=())
    for_whom: Mapped[str | None] = mapped_column(sa.String(300))
    founded_first: Mapped[date | None]
    founded_last: Mapped[date | None]
    ended_first: Mapped[date | None]
    ended_last: Mapped[date | None]
    description: Mapped[str | None] = mapped_column(sa.String(4000))
    sample: Mapped[bool] = mapped_column(default=False)
    revision: Mapped[int] = mapped_column(default=0)

    __table_args__ = (
        one_of("status", NetworkStatus),
        vague("founded"),
        vague("ended"),
        ordered("founded", "ended"),
        sa.Index("uq_network_name_live", "name", unique=True, sqlite_where=LIVE, postgresql_where=LIVE),
        {"sqlite_autoincrement": True},
    )


class Stakeholder(Owned, Sourced, Base):
    """An organisation, a group without legal form, or an office in one LEN; `x`, `y` keep its place in the picture."""

    __tablename__ = "stakeholder"

    body_id: Mapped[int | None] = mapped_column(index=True)
    name: Mapped[str] = mapped_column(sa.String(200))
    kind: Mapped[str] = mapped_column(sa.String(20), default=StakeholderKind.ORGANISATION)
    sector: Mapped[str | None] = mapped_column(sa.String(20))
    role: Mapped[str | None] = mapped_column(sa.String(20))
    several: Mapped[bool] = mapped_column(default=False)
    start_first: Mapped[date | None]
    start_last: Mapped[date | None]
    end_first: Mapped[date | None]
    end_last: Mapped[date | None]
    place: Mapped[str | None] = mapped_column(sa.String(200))
    country: Mapped[str | None] = mapped_column(sa.String(2))
    website: Mapped[str | None] = mapped_column(sa.String(500))
    contact_point: Mapped[str | None] = mapped_column(sa.String(300))
    external_ids: Mapped[str | None] = mapped_column(sa.String(500))
    description: Mapped[str | None] = mapped_column(sa.String(2000))
    x: Mapped[float | None]
    y: Mapped[float | None]

    __table_args__ = owned(
        one_of("kind", StakeholderKind),
        one_of("sector", Sector),
        one_of("role", StakeholderRole),
        vague("start"),
        vague("end"),
        ordered("start", "end"),
        sa.CheckConstraint("(x IS NULL) = (y IS NULL)", name="placed"),
        sa.Index("uq_stakeholder_name_live", "network_id", "name", unique=True, sqlite_where=LIVE, postgresql_where=LIVE),
    )


class Tie(Owned, Sourced, Base):
    """A tie between two stakeholders of one LEN; strength, trust and value are answers of 1 to 4, empty = nobody said."""

    __tablename__ = "tie"

    from_id: Mapped[int]
    to_id: Mapped[int]
    relation: Mapped[str] = mapped_column(sa.String(20), default=Relation.NOT_STATED)
    directed: Mapped[bool] = mapped_column(default=False)
    what: Mapped[str | None] = mapped_column(sa.String(500))
    strength: Mapped[int | None]
    trust: Mapped[int | None]
    value: Mapped[int | None]
    start_first: Mapped[date | None]
    start_last: Mapped[date | None]
    end_first: Mapped[date | None]
    end_last: Mapped[date | None]
    reported_by: Mapped[str | None] = mapped_column(sa.String(20))
    confirmed: Mapped[bool] = mapped_column(default=False)
    micro_project_id: Mapped[int | None]
    event_id: Mapped[int | None]

    __table_args__ = owned(
        in_network("from_id", "stakeholder"),
        in_network("to_id", "stakeholder"),
        in_network("micro_project_id", "micro_project"),
        in_network("event_id", "event"),
        one_of("relation", Relation),
        one_of("reported_by", TieReporter),
        sa.CheckConstraint("from_id <> to_id", name="two_ends"),
        sa.CheckConstraint("strength BETWEEN 1 AND 4", name="strength"),
        sa.CheckConstraint("trust BETWEEN 1 AND 4", name="trust"),
        sa.CheckConstraint("value BETWEEN 1 AND 4", name="value"),
        vague("start"),
        vague("end"),
        ordered("start", "end"),
    )


class Position(Owned, Sourced, Base):
    """How a stakeholder was seen in one dated mapping: influence (tower height, from 0), power and interest (1 to 4)."""

    __tablename__ = "position"

    stakeholder_id: Mapped[int]
    day_first: Mapped[date | None]
    day_last: Mapped[date | None]
    question: Mapped[str | None] = mapped_column(sa.String(500))
    mapped_by: Mapped[str | None] = mapped_column(sa.String(200))
    influence: Mapped[int | None]
    power: Mapped[int | None]
    interest: Mapped[int | None]
    wished_power: Mapped[int | None]
    wished_interest: Mapped[int | None]

    __table_args__ = owned(
        in_network("stakeholder_id", "stakeholder"),
        vague("day"),
        sa.CheckConstraint("influence >= 0", name="influence"),
        *(sa.CheckConstraint(f"{field} BETWEEN 1 AND 4", name=field) for field in ("power", "interest", "wished_power", "wished_interest")),
    )
