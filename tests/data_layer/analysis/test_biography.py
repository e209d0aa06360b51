"""What both sides last said of one micro project."""

from datetime import date

import pytest

from data_layer.analysis.biography import last_said
from data_layer.projects.biography import biography
from tests.factories import make_assessment, make_micro_project, make_network

THEN = {"day_first": date(2016, 1, 1), "day_last": date(2016, 12, 31)}
NOW = {"day_first": date(2018, 1, 1), "day_last": date(2018, 12, 31)}


@pytest.fixture
def project(session):
    return make_micro_project(session, make_network(session))


def test_nothing_said_is_none(session, project):
    assert last_said(biography(session, project.id)) is None


def test_the_latest_reading_of_each_side_counts(session, project):
    make_assessment(session, project, "professionals", 5, **NOW)
    make_assessment(session, project, "professionals", 3, **THEN)
    make_assessment(session, project, "users", 2, **THEN)
    make_assessment(session, project, "users", 6)
    said = last_said(biography(session, project.id))
    assert (said.staff.low, said.users.low) == (5, 2)


def test_of_several_stages_on_the_latest_date_the_one_of_both_sides_counts(session, project):
    make_assessment(session, project, "professionals", 4, stage="needs", **NOW)
    make_assessment(session, project, "users", 2, stage="needs", **NOW)
    make_assessment(session, project, "users", 6, stage="delivery", **NOW)
    assert last_said(biography(session, project.id)).users.low == 2


def test_one_side_may_be_silent(session, project):
    make_assessment(session, project, "users", 7)
    said = last_said(biography(session, project.id))
    assert (said.staff, said.users.low) == (None, 7)
