"""What service users are asked through a link: the survey, its slips, answers that wait, and what all answers say together."""

from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from data_layer.engine import Base
from data_layer.models.columns import Owned, Row, UtcDateTime, in_network, one_of, owned
from data_layer.vocabulary import Stage


class Survey(Owned, Base):
    """A link for service users on exactly one micro project or event, good until the end of the day `ends` unless it is withdrawn.

    With `slips`, there are so many addresses, each good for one answer; with none, one address is for everybody. No address is stored.
    """

    __tablename__ = "survey"

    micro_project_id: Mapped[int | None]
    event_id: Mapped[int | None]
    stage: Mapped[str] = mapped_column(sa.String(20), default=Stage.UNKNOWN)
    ends: Mapped[date]
    slips: Mapped[int] = mapped_column(default=0)
    language: Mapped[str] = mapped_column(sa.String(10), default="en")
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
    withdrawn: Mapped[bool] = mapped_column(default=False)

    __table_args__ = owned(
        in_network("micro_project_id", "micro_project"),
        in_network("event_id", "event"),
        one_of("stage", Stage),
        sa.CheckConstraint("(micro_project_id IS NULL) <> (event_id IS NULL)", name="one_subject"),
        sa.CheckConstraint("slips BETWEEN 0 AND 500", name="slips"),
    )


class UsedForm(Row, Base):
    """A form or a slip that was sent in, as a hash, so that it counts once. Nothing joins it to an answer."""

    __tablename__ = "used_form"

    survey_id: Mapped[int] = mapped_column(sa.ForeignKey("survey.id"))
    form_hash: Mapped[str] = mapped_column(sa.String(64))

    __table_args__ = (sa.UniqueConstraint("survey_id", "form_hash"), {"sqlite_autoincrement": True})


class WaitingAnswer(Row, Base):
    """An answer that waits until five are there; then all five go into the result and are deleted here."""

    __tablename__ = "waiting_answer"

    survey_id: Mapped[int] = mapped_column(sa.ForeignKey("survey.id"), index=True)
    answer: Mapped[dict[str, Any]] = mapped_column(sa.JSON)

    __table_args__ = ({"sqlite_autoincrement": True},)


class SurveyResult(Owned, Base):
    """What the answers of a survey say together, after the last full batch: `counts` has question -> choice -> number of answers.

    `assessment_id` is the reading that was written from it. No link of the database: whoever puts that reading into the trash does not
    mean the answers.
    """

    __tablename__ = "survey_result"

    survey_id: Mapped[int]
    answers: Mapped[int]
    counts: Mapped[dict[str, Any]] = mapped_column(sa.JSON)
    assessment_id: Mapped[int | None]

    __table_args__ = owned(
        in_network("survey_id", "survey"),
        sa.UniqueConstraint("survey_id"),
        sa.CheckConstraint("answers >= 5", name="answers"),
    )
