"""The answers to a survey come together: in its result, in the reading of the service users' side, and as voices."""

from calendar import monthrange
from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.access import WITH_TRASH
from data_layer.action import Recorder
from data_layer.clock import today
from data_layer.models import Assessment, Event, Survey, SurveyResult, Voice
from data_layer.surveys.counting import BATCH, Batch, Counts, added, middle_step, named
from data_layer.vocabulary import Side, Teller, VoiceKind

METHOD = "link"
EVIDENCE = "The step in the middle of the answers to seven sentences, of at least five people; of two, the lower one."
SOURCE = "answers through a link"
PAPER = "answers on paper"

Days = tuple[date | None, date | None]


def count_in(session: Session, recorder: Recorder, survey: Survey, batch: Batch, *, source: str = SOURCE) -> SurveyResult:
    """Add a batch of at least five answers to what is known, within an action."""
    if batch.answers < BATCH:
        raise ValueError("fewer answers than nobody can be told from")
    result = session.scalars(
        sa.select(SurveyResult).where(SurveyResult.survey_id == survey.id).execution_options(**{WITH_TRASH: True})
    ).first()
    if result is None:
        made = SurveyResult(network_id=survey.network_id, survey_id=survey.id, answers=batch.answers, counts=added({}, batch.counts))
        result = recorder.insert(made)
    elif result.trashed_by is not None:
        recorder.update(result, answers=batch.answers, counts=added({}, batch.counts), assessment_id=None, trashed_by=None)
    else:
        recorder.update(result, answers=result.answers + batch.answers, counts=added(result.counts, batch.counts))
    _read(session, recorder, survey, result)
    recorder.insert_all(_voices(survey, batch, source))
    return result


def _read(session: Session, recorder: Recorder, survey: Survey, result: SurveyResult) -> None:
    """Write the reading or bring it up to date. One that somebody has put into the trash stays there.

    Two links about the same subject and stage in the same months share one reading; one that somebody recorded by hand stays theirs, and
    the result is told on its own page only.
    """
    if result.assessment_id is None:
        there = _live_id(session, survey, _days(session, survey, None))
        if there is not None and not _sharing(session, there):
            return
        if there is not None:
            recorder.update(result, assessment_id=there)
    said = _said(session, result)
    if said is None:
        return
    if result.assessment_id is None:
        reading = recorder.insert(_new(survey, said, _days(session, survey, None)))
        recorder.update(result, assessment_id=reading.id)
        return
    kept = _reading(session, result.assessment_id)
    if kept is not None:
        days = _days(session, survey, kept.day_first)
        free = _live_id(session, survey, days) in (None, kept.id)
        recorder.update(kept, **said, **(_dated(days) if free else {}))


def _said(session: Session, result: SurveyResult) -> dict[str, int] | None:
    """The step in the middle of all answers to the links that share the reading; None before five named a step."""
    shared = [] if result.assessment_id is None else _sharing(session, result.assessment_id)
    together: Counts = result.counts
    for other in shared:
        together = together if other.id == result.id else added(together, other.counts)
    step, judges = middle_step(together), named(together)
    return None if step is None or judges < BATCH else {"level_from": step, "level_to": step, "judges": judges}


def _sharing(session: Session, assessment_id: int) -> list[SurveyResult]:
    """The results from which a reading was written; none for one that somebody recorded by hand."""
    query = sa.select(SurveyResult).where(SurveyResult.assessment_id == assessment_id, SurveyResult.trashed_by.is_(None))
    return list(session.scalars(query.order_by(SurveyResult.id)))


def _new(survey: Survey, said: dict[str, int], days: Days) -> Assessment:
    return Assessment(
        network_id=survey.network_id,
        micro_project_id=survey.micro_project_id,
        event_id=survey.event_id,
        side=Side.USERS,
        stage=survey.stage,
        method=METHOD,
        evidence=EVIDENCE,
        source=SOURCE,
        **said,
        **_dated(days),
    )


def _dated(days: Days) -> dict[str, date | None]:
    return {"day_first": days[0], "day_last": days[1]}


def _reading(session: Session, assessment_id: int) -> Assessment | None:
    return session.scalars(sa.select(Assessment).where(Assessment.id == assessment_id, Assessment.trashed_by.is_(None))).first()


def _days(session: Session, survey: Survey, since: date | None) -> Days:
    """The day of the event; else the months in which answers were counted: on which day somebody answered is nobody's business."""
    if survey.event_id is not None:
        query = sa.select(Event.day_first, Event.day_last).where(Event.id == survey.event_id)
        first, last = session.execute(query).one()
        if first is not None:
            return first, last
    now = today()
    return since or now.replace(day=1), now.replace(day=monthrange(now.year, now.month)[1])


def _live_id(session: Session, survey: Survey, days: Days) -> int | None:
    """The live reading of this side for the same subject, stage and date."""
    same = {
        "micro_project_id": survey.micro_project_id,
        "event_id": survey.event_id,
        "pilot_id": None,
        "stage": survey.stage,
        **_dated(days),
    }
    criteria = (
        getattr(Assessment, name).is_(None) if value is None else getattr(Assessment, name) == value for name, value in same.items()
    )
    query = sa.select(Assessment.id).where(
        Assessment.network_id == survey.network_id, Assessment.side == Side.USERS, Assessment.trashed_by.is_(None), *criteria
    )
    return session.scalars(query.limit(1)).first()


def _voices(survey: Survey, batch: Batch, source: str) -> list[Voice]:
    kinds = ((VoiceKind.HELPED, batch.helped_words), (VoiceKind.DID_NOT_HELP, batch.did_not_help_words))
    return [
        Voice(
            network_id=survey.network_id,
            micro_project_id=survey.micro_project_id,
            event_id=survey.event_id,
            kind=kind,
            words=words,
            teller=Teller.SERVICE_USER,
            source=source,
        )
        for kind, listed in kinds
        for words in sorted(listed)
    ]
