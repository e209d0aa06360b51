"""Rows for tests: plain functions with sensible values, each one action."""

from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from data_layer.action import acting
from data_layer.clock import now
from data_layer.models import (
    Assessment,
    Attendance,
    Coding,
    Decision,
    Event,
    EventGuest,
    FundingCase,
    FundingSource,
    Handover,
    Indicator,
    KeyStakeholder,
    MicroProject,
    Need,
    Network,
    Note,
    Observation,
    PeopleReached,
    PhaseChange,
    Pilot,
    PilotPoint,
    PilotProject,
    PilotStep,
    PilotTask,
    Position,
    Readiness,
    Receipt,
    Review,
    Stakeholder,
    Story,
    Survey,
    SurveyResult,
    Tie,
    Voice,
    VoiceTheme,
)


def make_network(session: Session, name: str = "Northern Valley", **fields: Any) -> Network:
    return _made(session, Network(name=name, **fields))


def make_stakeholder(session: Session, network: Network, name: str = "Sewing group", **fields: Any) -> Stakeholder:
    return _made(session, Stakeholder(network_id=network.id, name=name, **fields))


def make_tie(session: Session, start: Stakeholder, end: Stakeholder, **fields: Any) -> Tie:
    return _made(session, Tie(network_id=start.network_id, from_id=start.id, to_id=end.id, **fields))


def make_position(session: Session, stakeholder: Stakeholder, **fields: Any) -> Position:
    return _made(session, Position(network_id=stakeholder.network_id, stakeholder_id=stakeholder.id, **fields))


def make_micro_project(session: Session, network: Network, name: str = "Sewing room", **fields: Any) -> MicroProject:
    return _made(session, MicroProject(network_id=network.id, name=name, **fields))


def make_phase_change(session: Session, project: MicroProject, to_phase: str, **fields: Any) -> PhaseChange:
    return _made(session, PhaseChange(network_id=project.network_id, micro_project_id=project.id, to_phase=to_phase, **fields))


def make_need(session: Session, network: Network, what: str = "A place to meet", **fields: Any) -> Need:
    return _made(session, Need(network_id=network.id, what=what, **fields))


def make_event(session: Session, network: Network, title: str = "Kitchen talk", **fields: Any) -> Event:
    return _made(session, Event(network_id=network.id, title=title, **fields))


def make_funding_source(session: Session, funder: str = "County council", **fields: Any) -> FundingSource:
    return _made(session, FundingSource(funder=funder, **fields))


def make_funding_case(session: Session, project: MicroProject, source: FundingSource, /, **fields: Any) -> FundingCase:
    return _made(session, FundingCase(network_id=project.network_id, micro_project_id=project.id, funding_source_id=source.id, **fields))


def make_receipt(session: Session, case: FundingCase, amount_minor: int, **fields: Any) -> Receipt:
    values = {"currency": case.currency, "amount_minor": amount_minor, **fields}
    return _made(session, Receipt(network_id=case.network_id, funding_case_id=case.id, **values))


def make_assessment(session: Session, subject: MicroProject | Event | Pilot, side: str, level: int, **fields: Any) -> Assessment:
    values = {"level_from": level, "level_to": level, f"{subject.__tablename__}_id": subject.id, **fields}
    return _made(session, Assessment(network_id=subject.network_id, side=side, **values))


def make_pilot(session: Session, network: Network, name: str = "Cooking together", **fields: Any) -> Pilot:
    return _made(session, Pilot(network_id=network.id, name=name, **fields))


def make_pilot_step(session: Session, pilot: Pilot, step: str, **fields: Any) -> PilotStep:
    return _made(session, PilotStep(network_id=pilot.network_id, pilot_id=pilot.id, step=step, **fields))


def make_pilot_project(session: Session, pilot: Pilot, project: MicroProject, **fields: Any) -> PilotProject:
    return _made(session, PilotProject(network_id=pilot.network_id, pilot_id=pilot.id, micro_project_id=project.id, **fields))


def make_pilot_point(session: Session, pilot: Pilot, kind: str = "objective", what: str = "Users decide", **fields: Any) -> PilotPoint:
    return _made(session, PilotPoint(network_id=pilot.network_id, pilot_id=pilot.id, kind=kind, what=what, **fields))


def make_pilot_task(session: Session, pilot: Pilot, what: str = "Ask the staff", **fields: Any) -> PilotTask:
    return _made(session, PilotTask(network_id=pilot.network_id, pilot_id=pilot.id, what=what, **fields))


def make_key_stakeholder(session: Session, pilot: Pilot, stakeholder: Stakeholder, **fields: Any) -> KeyStakeholder:
    return _made(session, KeyStakeholder(network_id=pilot.network_id, pilot_id=pilot.id, stakeholder_id=stakeholder.id, **fields))


def make_review(session: Session, subject: Pilot | MicroProject, kind: str = "action_review", **fields: Any) -> Review:
    return _made(session, Review(network_id=subject.network_id, kind=kind, **{f"{subject.__tablename__}_id": subject.id}, **fields))


def make_story(session: Session, subject: Pilot | MicroProject, title: str = "She spoke up", **fields: Any) -> Story:
    values = {"story": "For the first time she said what she wanted.", f"{subject.__tablename__}_id": subject.id, **fields}
    return _made(session, Story(network_id=subject.network_id, title=title, **values))


def make_decision(session: Session, origin: Review | Story, what: str = "Meet every month", **fields: Any) -> Decision:
    return _made(session, Decision(network_id=origin.network_id, what=what, **{f"{origin.__tablename__}_id": origin.id}, **fields))


def make_attendance(session: Session, event: Event, stakeholder: Stakeholder, **fields: Any) -> Attendance:
    return _made(session, Attendance(network_id=event.network_id, event_id=event.id, stakeholder_id=stakeholder.id, **fields))


def make_event_guest(session: Session, event: Event, guest: Network, **fields: Any) -> EventGuest:
    return _made(session, EventGuest(network_id=event.network_id, event_id=event.id, guest_id=guest.id, **fields))


def make_readiness(session: Session, project: MicroProject, dimension: str = "management", step: int = 2, **fields: Any) -> Readiness:
    return _made(session, Readiness(network_id=project.network_id, micro_project_id=project.id, dimension=dimension, step=step, **fields))


def make_handover(session: Session, project: MicroProject, task: str = "money", **fields: Any) -> Handover:
    return _made(session, Handover(network_id=project.network_id, micro_project_id=project.id, task=task, **fields))


def make_people_reached(session: Session, project: MicroProject, persons: int = 12, **fields: Any) -> PeopleReached:
    return _made(session, PeopleReached(network_id=project.network_id, micro_project_id=project.id, persons=persons, **fields))


def make_voice(session: Session, network: Network, words: str = "Somebody had time for me", **fields: Any) -> Voice:
    return _made(session, Voice(network_id=network.id, words=words, **fields))


def make_voice_theme(session: Session, network: Network, name: str = "Transport", **fields: Any) -> VoiceTheme:
    return _made(session, VoiceTheme(network_id=network.id, name=name, **fields))


def make_coding(session: Session, voice: Voice, theme: str | None = "time", **fields: Any) -> Coding:
    values = {"round": "first", "theme": theme, **fields}
    return _made(session, Coding(network_id=voice.network_id, voice_id=voice.id, **values))


def make_indicator(session: Session, network: Network, name: str = "Users chair the meetings", **fields: Any) -> Indicator:
    values = {"level": "organisational", "kind": "descriptive", **fields}
    return _made(session, Indicator(network_id=network.id, name=name, **values))


def make_observation(session: Session, indicator: Indicator, words: str | None = "Twice in spring", **fields: Any) -> Observation:
    return _made(session, Observation(network_id=indicator.network_id, indicator_id=indicator.id, words=words, **fields))


def make_survey(session: Session, subject: MicroProject | Event, **fields: Any) -> Survey:
    values = {"ends": date(2030, 1, 1), "made_at": now(), f"{subject.__tablename__}_id": subject.id, **fields}
    return _made(session, Survey(network_id=subject.network_id, **values))


def make_survey_result(session: Session, survey: Survey, answers: int = 5, **fields: Any) -> SurveyResult:
    values = {"counts": {"say": {"4": answers}}, **fields}
    return _made(session, SurveyResult(network_id=survey.network_id, survey_id=survey.id, answers=answers, **values))


def make_note(session: Session, row: Any, field: str, kind: str = "reading", **fields: Any) -> Note:
    """A note on a field of a row that belongs to a LEN; on one that belongs to none, `network_id` says who wrote it."""
    values = {"network_id": getattr(row, "network_id", None), **fields}
    return _made(session, Note(table_name=row.__tablename__, row_id=row.id, field=field, kind=kind, **values))


def _made(session: Session, row: Any) -> Any:
    with acting(session, "test") as action:
        return action.insert(row)
