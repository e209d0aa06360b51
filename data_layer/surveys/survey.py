"""Links for service users, as coordinators make, change and read them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.access import get_row
from data_layer.action import acting
from data_layer.clock import now, today
from data_layer.models import Action, Assessment, Change, Event, MicroProject, Network, Survey, SurveyResult
from data_layer.problem import Problem
from data_layer.sample.loader import LOAD
from data_layer.surveys.counting import Counts

MOST_SLIPS = 500
MOST_DAYS = 366
MOST_LISTED = 100


@dataclass(frozen=True, slots=True)
class SurveyLine:
    """One link: what it is about ("micro_project" or "event", with the id and name), until when, and its result once there is one.

    `invented`: nobody gave these answers; they came with the sample data.
    """

    id: int
    network_id: int
    network: str
    micro_project_id: int | None
    event_id: int | None
    name: str
    stage: str
    ends: date
    ended: bool
    withdrawn: bool
    slips: int
    language: str
    made_at: datetime
    answers: int | None
    counts: Counts
    has_reading: bool
    invented: bool


def survey_line(session: Session, survey_id: int, *, default_zone: str) -> SurveyLine:
    """One link among those that the session sees; NotFound otherwise. Two statements."""
    get_row(session, Survey, survey_id)
    return _lines(session, Survey.id == survey_id, default_zone=default_zone)[0]


def surveys_about(session: Session, micro_project_id: int | None, *, default_zone: str) -> list[SurveyLine]:
    """The latest links about a micro project and about its events; None: about all. At most MOST_LISTED; one statement."""
    about = sa.or_(Survey.micro_project_id == micro_project_id, Event.micro_project_id == micro_project_id)
    return _lines(session, sa.true() if micro_project_id is None else about, default_zone=default_zone)


def _lines(session: Session, criterion: sa.ColumnElement[bool], *, default_zone: str) -> list[SurveyLine]:
    query = (
        sa.select(
            Survey,
            Network.name,
            Network.time_zone,
            MicroProject.name,
            Event.title,
            Event.micro_project_id,
            SurveyResult,
            Assessment.id,
            _from_sample(),
        )
        .join(Network, Network.id == Survey.network_id)
        .outerjoin(MicroProject, MicroProject.id == Survey.micro_project_id)
        .outerjoin(Event, Event.id == Survey.event_id)
        .outerjoin(SurveyResult, SurveyResult.survey_id == Survey.id)
        .outerjoin(Assessment, Assessment.id == SurveyResult.assessment_id)
        .where(criterion)
        .order_by(Survey.id.desc())
        .limit(MOST_LISTED)
    )
    return [
        SurveyLine(
            id=survey.id,
            network_id=survey.network_id,
            network=network,
            micro_project_id=survey.micro_project_id or project_of_event,
            event_id=survey.event_id,
            name=project or title,
            stage=survey.stage,
            ends=survey.ends,
            ended=survey.ends < today(zone or default_zone),
            withdrawn=survey.withdrawn,
            slips=survey.slips,
            language=survey.language,
            made_at=survey.made_at,
            answers=None if result is None else result.answers,
            counts={} if result is None else result.counts,
            has_reading=reading is not None,
            invented=invented,
        )
        for survey, network, zone, project, title, project_of_event, result, reading, invented in _rows(session, query)
    ]


def _from_sample() -> sa.ColumnElement[bool]:
    """Whether a link came with the sample data: all answers in there are invented."""
    added = sa.select(Change.id).join(Action, Action.id == Change.action_id)
    return sa.exists(added.where(Change.table_name == Survey.__tablename__, Change.row_id == Survey.id, Action.kind == LOAD))


def _rows(session: Session, query: Any) -> list[Any]:
    """Rows in which what is joined from outside may be missing."""
    return list(session.execute(query))


def make_survey(
    session: Session, subject: MicroProject | Event, *, stage: str, ends: date, slips: int, language: str
) -> tuple[int, Survey]:
    """A new link, as one action; returns the action's number and the survey. Problem for an end that cannot be, or too many slips."""
    _check_end(ends)
    about = {f"{subject.__tablename__}_id": subject.id}
    values = {"stage": stage, "ends": ends, "slips": slips, "language": language, "made_at": now()}
    with acting(session, "survey.make") as recorder:
        survey = recorder.insert(Survey(network_id=subject.network_id, **about, **values))
        return recorder.action.id, survey


def change_survey(session: Session, survey_id: int, old: Mapping[str, object], new: Mapping[str, object]) -> int | None:
    """Another end (`ends`), or withdrawn or not (`withdrawn`), where the old value still holds; returns the action, if there was any.

    Problem("changed_on_page") where somebody else has changed it meanwhile.
    """
    survey = get_row(session, Survey, survey_id)
    changed = {name: value for name, value in new.items() if getattr(survey, name) != value}
    if any(getattr(survey, name) != old[name] for name in changed):
        raise Problem("changed_on_page")
    if isinstance(ends := changed.get("ends"), date):
        _check_end(ends)
    if not changed:
        return None
    with acting(session, "survey.change") as recorder:
        recorder.update(survey, **changed)
        return recorder.action.id


def _check_end(ends: date) -> None:
    if not today() - timedelta(days=1) <= ends <= today() + timedelta(days=MOST_DAYS):
        raise Problem("survey_end", "ends", days=MOST_DAYS)
