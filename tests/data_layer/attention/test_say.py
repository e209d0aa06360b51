"""Where both sides differ, and where one was not asked."""

from datetime import date

import pytest

from tests.factories import make_assessment, make_micro_project


@pytest.fixture
def project(session, valley):
    return make_micro_project(session, valley)


def read(session, project, users=None, staff=None, **fields):
    for side, level in (("users", users), ("professionals", staff)):
        if level is not None:
            make_assessment(session, project, side, level, **fields)


def test_users_below_professionals_wait_for_a_talk(session, found, project):
    read(session, project, users=2, staff=5)
    (item,) = found("users_below")
    assert (item.micro_project_id, item.network, item.users, item.staff) == (project.id, "Northern Valley", (2, 2), (5, 5))


@pytest.mark.parametrize(("users", "staff"), [(5, 5), (6, 4)])
def test_users_level_with_professionals_or_above_do_not(session, found, project, users, staff):
    read(session, project, users=users, staff=staff)
    assert found("users_below") == []


def test_spans_that_touch_are_no_sure_gap(session, found, project):
    make_assessment(session, project, "users", 2, level_to=4)
    make_assessment(session, project, "professionals", 4)
    assert found("users_below") == []


def test_only_the_latest_readings_count(session, found, project):
    read(session, project, users=2, staff=5, day_first=date(2024, 1, 1), day_last=date(2024, 1, 1))
    read(session, project, users=5, day_first=date(2025, 1, 1), day_last=date(2025, 1, 1))
    assert found("users_below") == []


def test_where_users_stand_on_step_seven_nobody_is_missing(session, found, project):
    read(session, project, users=7)
    assert (found("not_asked"), found("users_below")) == ([], [])


@pytest.mark.parametrize(("levels", "side"), [({"users": 4}, "professionals"), ({"staff": 4}, "users")])
def test_one_side_alone_asks_for_the_other(session, found, project, levels, side):
    read(session, project, **levels)
    assert [(item.side, item.level) for item in found("not_asked")] == [(side, (4, 4))]


def test_a_span_up_to_step_seven_still_asks_the_professionals(session, found, project):
    make_assessment(session, project, "users", 6, level_to=7)
    assert [item.side for item in found("not_asked")] == ["professionals"]


def test_service_users_who_were_not_asked_come_first(session, valley, found, project):
    read(session, project, users=4)
    read(session, make_micro_project(session, valley, "Café"), staff=3)
    assert [item.side for item in found("not_asked")] == ["users", "professionals"]


def test_a_micro_project_without_readings_is_no_finding(found, project):
    assert found("not_asked") == []
