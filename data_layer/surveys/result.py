"""The answers to a survey come together: in its result, in the reading of the service users' side, and as voices."""

from calendar import monthrange
from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.access import WITH_TRASH
from data_layer.action import Recorder
from data_layer.clock import today
from data_layer.models import Assessment, Event, Survey, SurveyResult, Voice
from data_layer.surveys.counting import BATCH, Batch, added, middle_step, named
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
    """Write or bring up to date the reading. One that somebody has put into the trash stays there."""
    step, judges = middle_step(result.counts), named(result.counts)
    if step is None or judges < BATCH:
        return
    said = {"level_from": step, "level_to": step, "judges": judges}
    if result.assessment_id is not None:
        reading = _reading(session, result.assessment_id)
        if reading is not None:
            days = _days(session, survey, reading.day_first)
            free = days == (reading.day_first, reading.day_last) or not _is_taken(session, survey, days)
            recorder.update(reading, **said, **(_dated(days) if free else {}))
        return
    days = _days(session, survey, None)
    # Somebody has recorded the same side, stage and date by hand: theirs stays, and this result is told on its own page only.
    if not _is_taken(session, survey, days):
        reading = recorder.insert(_new(survey, said, days))
        recorder.update(result, assessment_id=reading.id)


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


def _is_taken(session: Session, survey: Survey, days: Days) -> bool:
    """Whether there is a live reading of this side for the same subject, stage and date."""
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
    return session.scalars(query.limit(1)).first() is not None


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
