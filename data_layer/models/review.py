"""Reviews: what was looked back on together, stories of change, and what was decided."""

from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from data_layer.engine import Base
from data_layer.models.columns import Owned, Sourced, in_network, one_of, owned, vague
from data_layer.vocabulary import Consent, EvaluationLevel, ReviewKind, Teller

ONE_SUBJECT = "(micro_project_id IS NULL) <> (pilot_id IS NULL)"


class Review(Owned, Sourced, Base):
    """An After Action Review (four questions) or an Appreciative Inquiry (four D) on exactly one pilot or micro project."""

    __tablename__ = "review"

    pilot_id: Mapped[int | None]
    micro_project_id: Mapped[int | None]
    kind: Mapped[str] = mapped_column(sa.String(20))
    day_first: Mapped[date | None]
    day_last: Mapped[date | None]
    who: Mapped[str | None] = mapped_column(sa.String(300))
    first: Mapped[str | None] = mapped_column(sa.String(4000))
    second: Mapped[str | None] = mapped_column(sa.String(4000))
    third: Mapped[str | None] = mapped_column(sa.String(4000))
    fourth: Mapped[str | None] = mapped_column(sa.String(4000))

    __table_args__ = owned(
        in_network("pilot_id", "pilot"),
        in_network("micro_project_id", "micro_project"),
        one_of("kind", ReviewKind),
        vague("day"),
        sa.CheckConstraint(ONE_SUBJECT, name="one_subject"),
    )


class Story(Owned, Sourced, Base):
    """A Most Significant Change story: who chose it, why, and when that was told back. No name; outside the LEN with consent only."""

    __tablename__ = "story"

    pilot_id: Mapped[int | None]
    micro_project_id: Mapped[int | None]
    title: Mapped[str] = mapped_column(sa.String(200))
    story: Mapped[str] = mapped_column(sa.String(4000))
    teller: Mapped[str] = mapped_column(sa.String(20), default=Teller.UNKNOWN)
    domain: Mapped[str | None] = mapped_column(sa.String(20))
    day_first: Mapped[date | None]
    day_last: Mapped[date | None]
    matters: Mapped[str | None] = mapped_column(sa.String(1000))
    chosen_by: Mapped[str | None] = mapped_column(sa.String(300))
    chosen_why: Mapped[str | None] = mapped_column(sa.String(1000))
    fed_back: Mapped[date | None]
    consent: Mapped[str] = mapped_column(sa.String(20), default=Consent.NONE)
    consent_text: Mapped[str | None] = mapped_column(sa.String(1000))
    consent_day: Mapped[date | None]
    withdrawn_day: Mapped[date | None]

    __table_args__ = owned(
        in_network("pilot_id", "pilot"),
        in_network("micro_project_id", "micro_project"),
        one_of("teller", Teller),
        one_of("domain", EvaluationLevel),
        one_of("consent", Consent),
        vague("day"),
        sa.CheckConstraint(ONE_SUBJECT, name="one_subject"),
        sa.CheckConstraint("consent = 'none' OR consent_day IS NOT NULL", name="consent_dated"),
    )


class Decision(Owned, Sourced, Base):
    """What a review or a story led to, who sees to it, and when it was done."""

    __tablename__ = "decision"

    review_id: Mapped[int | None]
    story_id: Mapped[int | None]
    what: Mapped[str] = mapped_column(sa.String(1000))
    stakeholder_id: Mapped[int | None]
    due: Mapped[date | None]
    done: Mapped[date | None]

    __table_args__ = owned(
        in_network("review_id", "review"),
        in_network("story_id", "story"),
        in_network("stakeholder_id", "stakeholder"),
        sa.CheckConstraint("(review_id IS NULL) <> (story_id IS NULL)", name="one_origin"),
    )
