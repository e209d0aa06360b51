"""The way in for those who answer: no account, one survey, nothing of it but what the form must say."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.action import acting
from data_layer.clock import today
from data_layer.door import Door
from data_layer.engine import bare_session
from data_layer.models import Event, MicroProject, Network, Survey, UsedForm, WaitingAnswer
from data_layer.problem import Problem
from data_layer.surveys.counting import BATCH, Answer, answer_of, batch_of
from data_layer.surveys.result import count_in

COUNT = "survey.answers"


class Taken(StrEnum):
    """What became of an answer that was sent."""

    KEPT = "kept"
    USED = "used"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Asked:
    """What a survey asks about; `slips` 0: one link for everybody."""

    id: int
    network_id: int
    made_at: datetime
    slips: int
    language: str
    ends: date
    door: Door
    name: str
    place: str | None
    days: tuple[date | None, date | None]


@contextmanager
def respondent(*, write: bool = False) -> Iterator[Session]:
    """A session for the functions of this module, committed at the end where it writes."""
    with bare_session(write=write) as session:
        yield session
        if write:
            session.commit()


def asked(session: Session, survey_id: int, *, default_zone: str) -> Asked | None:
    """What the survey with this id asks, also when it takes no answers any more; None where there never was one. One statement.

    The last day ends in the time zone of the LEN, in `default_zone` where none is recorded.
    """
    query = (
        sa.select(Survey, Network.time_zone, Network.trashed_by, MicroProject, Event)
        .join(Network, Network.id == Survey.network_id)
        .outerjoin(MicroProject, MicroProject.id == Survey.micro_project_id)
        .outerjoin(Event, Event.id == Survey.event_id)
        .where(Survey.id == survey_id)
    )
    found: Any = session.execute(query).one_or_none()
    if found is None:
        return None
    survey, zone, gone, project, event = found
    shut = survey.withdrawn or survey.trashed_by is not None or gone is not None
    ended = survey.ends < today(zone or default_zone)
    return Asked(
        id=survey.id,
        network_id=survey.network_id,
        made_at=survey.made_at,
        slips=survey.slips,
        language=survey.language,
        ends=survey.ends,
        door=Door.WITHDRAWN if shut else Door.ENDED if ended else Door.OPEN,
        name=project.name if event is None else event.title,
        place=project.place if event is None else event.place,
        days=(None, None) if event is None else (event.day_first, event.day_last),
    )


def is_used(session: Session, survey_id: int, form_hash: str) -> bool:
    """Whether this form or slip was sent in already."""
    query = sa.select(UsedForm.id).where(UsedForm.survey_id == survey_id, UsedForm.form_hash == form_hash)
    return session.scalars(query).first() is not None


def take_answer(session: Session, survey_id: int, form_hash: str, answer: Answer, *, default_zone: str) -> Taken:
    """Keep an answer, once for each form; with the fifth one that waits, all five are counted in one action and forgotten. Where they
    belong into a closed reporting period they wait on, until the first answer after that was opened again.

    The session must be one that writes: two answers at the same moment come one after the other.
    """
    survey = session.scalars(sa.select(Survey).where(Survey.id == survey_id).with_for_update()).one_or_none()
    state = asked(session, survey_id, default_zone=default_zone)
    if survey is None or state is None or state.door is not Door.OPEN:
        return Taken.CLOSED
    if is_used(session, survey_id, form_hash):
        return Taken.USED
    session.add(UsedForm(survey_id=survey_id, form_hash=form_hash))
    waiting = _taken_out(session, survey_id)
    waiting.append(answer)
    if len(waiting) < BATCH:
        _put_back(session, survey_id, waiting)
    else:
        try:
            with session.begin_nested(), acting(session, COUNT) as recorder:
                count_in(session, recorder, survey, batch_of(waiting))
        except Problem as problem:
            if problem.code != "period_closed":
                raise
            _put_back(session, survey_id, waiting)
    session.flush()
    return Taken.KEPT


def _taken_out(session: Session, survey_id: int) -> list[Answer]:
    rows = session.scalars(sa.select(WaitingAnswer).where(WaitingAnswer.survey_id == survey_id)).all()
    waiting = [answer_of(row.answer) for row in rows]
    for row in rows:
        session.delete(row)
    session.flush()
    return waiting


def _put_back(session: Session, survey_id: int, waiting: list[Answer]) -> None:
    """In the order of what they say: the order in which they came would tell which form or slip each belongs to."""
    for answer in sorted(waiting, key=repr):
        session.add(WaitingAnswer(survey_id=survey_id, answer=answer.plain()))
        session.flush()
