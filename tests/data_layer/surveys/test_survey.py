"""Coordinators make links, change them, and read what was answered from five answers on."""

from datetime import UTC, date, datetime, timedelta

import pytest

from data_layer.models import MicroProject, Survey
from data_layer.problem import NotFound, Problem
from data_layer.surveys.survey import change_survey, make_survey, survey_line, surveys_about
from data_layer.undo import undo
from tests.data_layer.surveys.answers import ZONE, new_survey, send
from tests.factories import make_micro_project, make_network

TODAY = date(2026, 5, 20)


@pytest.fixture(autouse=True)
def _in_may(clock):
    clock(datetime(2026, 5, 20, 12, tzinfo=UTC))


def make(session, **fields):
    project = make_micro_project(session, make_network(session))
    return make_survey(session, project, **{"stage": "unknown", "ends": TODAY, "slips": 0, "language": "en", **fields})


def test_a_link_is_made_in_one_action_that_can_be_taken_back(session):
    action, survey = make(session, slips=20)
    assert (survey.slips, survey.trashed_by) == (20, None)
    undo(session, action)
    assert session.get_one(Survey, survey.id).trashed_by is not None


@pytest.mark.parametrize("days", [-2, 367])
def test_an_end_that_cannot_be_is_refused(session, days):
    with pytest.raises(Problem, match="survey_end"):
        make(session, ends=TODAY + timedelta(days=days))


def test_more_slips_than_anybody_hands_out_are_refused(session):
    with pytest.raises(Problem, match="out_of_range"):
        make(session, slips=501)


def test_a_link_is_withdrawn_and_that_can_be_taken_back(session):
    survey = new_survey(session)
    action = change_survey(session, survey.id, {"withdrawn": False}, {"withdrawn": True})
    assert survey.withdrawn
    undo(session, action)
    assert not survey.withdrawn


def test_a_change_of_somebody_else_is_not_written_over(session):
    survey = new_survey(session)
    with pytest.raises(Problem, match="changed_on_page"):
        change_survey(session, survey.id, {"ends": TODAY}, {"ends": TODAY + timedelta(days=3)})


def test_nothing_new_is_no_action(session):
    survey = new_survey(session)
    assert change_survey(session, survey.id, {"withdrawn": True}, {"withdrawn": False}) is None


def test_before_five_answers_the_line_has_none(session):
    survey = new_survey(session)
    send(session, survey, *"4444")
    line = survey_line(session, survey.id, default_zone=ZONE)
    assert (line.answers, line.counts, line.has_reading) == (None, {}, False)


def test_from_five_on_it_has_all_of_them_together(session):
    survey = new_survey(session)
    send(session, survey, *"44447")
    line = survey_line(session, survey.id, default_zone=ZONE)
    assert (line.answers, line.counts["say"]["4"], line.has_reading) == (5, 4, True)


def test_a_link_on_an_event_stands_with_its_micro_project(session):
    survey = new_survey(session, event=True)
    line = survey_line(session, survey.id, default_zone=ZONE)
    assert [each.id for each in surveys_about(session, line.micro_project_id, default_zone=ZONE)] == [survey.id]


def test_a_survey_that_is_not_there_is_not_found(session):
    with pytest.raises(NotFound):
        survey_line(session, 999, default_zone=ZONE)


def test_the_statements_do_not_grow_with_the_links(session, queries):
    survey = new_survey(session)
    project = session.get_one(MicroProject, survey.micro_project_id)
    for _number in range(5):
        make_survey(session, project, stage="unknown", ends=TODAY, slips=0, language="en")
    before = len(queries)
    assert len(surveys_about(session, project.id, default_zone=ZONE)) == 6
    assert len(queries) - before == 1
