"""Surveys for tests, and answers to them."""

from datetime import date

import sqlalchemy as sa

from data_layer.models import Action, Assessment, SurveyResult, Voice, WaitingAnswer
from data_layer.surveys.answering import take_answer
from data_layer.surveys.counting import Answer
from tests.factories import make_event, make_micro_project, make_network, make_survey

ZONE = "Europe/Berlin"


def new_survey(session, *, event=False, **fields):
    """A survey on a micro project, or on its event of 12 May 2026."""
    network = make_network(session)
    project = make_micro_project(session, network)
    day = date(2026, 5, 12)
    subject = make_event(session, network, micro_project_id=project.id, day_first=day, day_last=day) if event else project
    return make_survey(session, subject, **fields)


def send(session, survey, *sayings, first=0, **more):
    """One answer for each saying, each with a form of its own; returns what became of the last one."""
    taken = None
    for number, say in enumerate(sayings, first):
        taken = take_answer(session, survey.id, f"form {number}", Answer(say, **more), default_zone=ZONE)
    return taken


def results(session):
    return session.scalars(sa.select(SurveyResult)).all()


def readings(session):
    return session.scalars(sa.select(Assessment).where(Assessment.trashed_by.is_(None))).all()


def voices(session):
    return session.scalars(sa.select(Voice).order_by(Voice.id)).all()


def waiting(session):
    return session.scalar(sa.select(sa.func.count(WaitingAnswer.id)))


def actions(session, kind="survey.answers"):
    return session.scalars(sa.select(Action).where(Action.kind == kind)).all()
