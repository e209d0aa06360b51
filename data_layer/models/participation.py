"""How much say service users have: dated readings on the participation pyramid, one per side."""

from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from data_layer.engine import Base
from data_layer.models.columns import LIVE, Owned, Sourced, in_network, one_of, owned, vague
from data_layer.vocabulary import Side, Stage

ONE_SUBJECT = " + ".join(f"CASE WHEN {link} IS NULL THEN 0 ELSE 1 END" for link in ("micro_project_id", "event_id", "pilot_id")) + " = 1"


class Assessment(Owned, Sourced, Base):
    """One reading of one side on exactly one micro project, event or pilot; professionals have six steps, service users seven."""

    __tablename__ = "assessment"

    micro_project_id: Mapped[int | None]
    event_id: Mapped[int | None]
    pilot_id: Mapped[int | None]
    side: Mapped[str] = mapped_column(sa.String(20))
    stage: Mapped[str] = mapped_column(sa.String(20), default=Stage.UNKNOWN)
    level_from: Mapped[int]
    level_to: Mapped[int]
    judges: Mapped[int | None]
    method: Mapped[str | None] = mapped_column(sa.String(300))
    evidence: Mapped[str | None] = mapped_column(sa.String(2000))
    agreed: Mapped[str | None] = mapped_column(sa.String(2000))
    day_first: Mapped[date | None]
    day_last: Mapped[date | None]

    __table_args__ = owned(
        in_network("micro_project_id", "micro_project"),
        in_network("event_id", "event"),
        in_network("pilot_id", "pilot"),
        one_of("side", Side),
        one_of("stage", Stage),
        vague("day"),
        sa.CheckConstraint(ONE_SUBJECT, name="one_subject"),
        sa.CheckConstraint(
            "level_from >= 1 AND level_from <= level_to AND level_to <= CASE side WHEN 'users' THEN 7 ELSE 6 END", name="levels"
        ),
        sa.CheckConstraint("judges >= 1", name="judges"),
        sa.Index(
            "uq_assessment_once_live",
            "network_id",
            sa.text("coalesce(micro_project_id, 0)"),
            sa.text("coalesce(event_id, 0)"),
            sa.text("coalesce(pilot_id, 0)"),
            "side",
            "stage",
            sa.text("coalesce(day_first, '0001-01-01')"),
            sa.text("coalesce(day_last, '0001-01-01')"),
            unique=True,
            sqlite_where=LIVE,
            postgresql_where=LIVE,
        ),
    )
