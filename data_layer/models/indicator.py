"""Indicators: what a LEN, a micro project or a pilot wants to see change, and what was observed."""

from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from data_layer.engine import Base
from data_layer.models.columns import LIVE, Owned, Sourced, in_network, one_of, owned, vague
from data_layer.vocabulary import EvaluationLevel, IndicatorKind


class Indicator(Owned, Sourced, Base):
    """What is looked at, for a micro project, a pilot or the whole LEN: counted in a unit, or described in words without numbers."""

    __tablename__ = "indicator"

    name: Mapped[str] = mapped_column(sa.String(200))
    code: Mapped[str | None] = mapped_column(sa.String(20))
    level: Mapped[str] = mapped_column(sa.String(20))
    kind: Mapped[str] = mapped_column(sa.String(20))
    definition: Mapped[str | None] = mapped_column(sa.String(2000))
    unit: Mapped[str | None] = mapped_column(sa.String(100))
    not_counted: Mapped[str | None] = mapped_column(sa.String(1000))
    baseline: Mapped[int | None]
    baseline_words: Mapped[str | None] = mapped_column(sa.String(1000))
    target: Mapped[int | None]
    target_words: Mapped[str | None] = mapped_column(sa.String(1000))
    of_persons: Mapped[bool] = mapped_column(default=False)
    micro_project_id: Mapped[int | None]
    pilot_id: Mapped[int | None]

    __table_args__ = owned(
        in_network("micro_project_id", "micro_project"),
        in_network("pilot_id", "pilot"),
        one_of("level", EvaluationLevel),
        one_of("kind", IndicatorKind),
        sa.CheckConstraint("micro_project_id IS NULL OR pilot_id IS NULL", name="one_subject"),
        sa.CheckConstraint("kind = 'descriptive' OR (unit IS NOT NULL AND unit <> '')", name="counted_in"),
        sa.CheckConstraint("kind = 'counted' OR (baseline IS NULL AND target IS NULL)", name="numbers"),
        sa.Index(
            "uq_indicator_once_live",
            "network_id",
            "name",
            sa.text("coalesce(micro_project_id, 0)"),
            sa.text("coalesce(pilot_id, 0)"),
            unique=True,
            sqlite_where=LIVE,
            postgresql_where=LIVE,
        ),
    )


class Observation(Owned, Sourced, Base):
    """What an indicator showed at a date: a number for a counted one, words for either."""

    __tablename__ = "observation"

    indicator_id: Mapped[int]
    day_first: Mapped[date | None]
    day_last: Mapped[date | None]
    value: Mapped[int | None]
    words: Mapped[str | None] = mapped_column(sa.String(2000))
    evidence: Mapped[str | None] = mapped_column(sa.String(2000))

    __table_args__ = owned(
        in_network("indicator_id", "indicator"),
        vague("day"),
        sa.CheckConstraint("value IS NOT NULL OR (words IS NOT NULL AND words <> '')", name="says_something"),
    )
