"""Where both sides differ, and where one was not asked."""

from datetime import date

import pytest

from tests.factories import make_assessment, make_event, make_micro_project, make_pilot


@pytest.fixture
def project(session, valley):
    return make_micro_project(session, valley)


def read(session, project, users=None, staff=None, **fields):
    for side, level in (("users", users), ("professionals", staff)):
        if level is not None:
            make_assessment(session, project, side, level, **fields)


def test_users_below_professionals_wait_for_a_talk(session, found, project):
    read(session, project, users=1, staff=3)
    (item,) = found("users_below")
    assert (item.subject.micro_project_id, item.network, item.users, item.staff) == (project.id, "Northern Valley", (1, 1), (3, 3))


def test_say_that_is_shared_in_words_only_is_told_on_its_own_and_once(session, found, project):
    read(session, project, users=3, staff=4)
    assert [(item.subject.name, item.users, item.staff) for item in found("words_only")] == [("Sewing room", (3, 3), (4, 4))]
    assert found("users_below") == []


@pytest.mark.parametrize(("users", "staff"), [((3, 4), (4, 4)), ((2, 2), (3, 4))])
def test_a_span_over_step_four_is_no_sure_case_of_words_only(session, found, project, users, staff):
    make_assessment(session, project, "users", users[0], level_to=users[1])
    make_assessment(session, project, "professionals", staff[0], level_to=staff[1])
    assert found("words_only") == []


def test_different_stages_are_not_compared(session, found, project):
    make_assessment(session, project, "users", 1, stage="needs")
    make_assessment(session, project, "professionals", 6, stage="delivery")
    assert (found("words_only"), found("users_below"), found("not_asked")) == ([], [], [])


@pytest.mark.parametrize(("make", "about"), [(make_event, "event"), (make_pilot, "pilot")])
def test_events_and_pilots_wait_like_micro_projects(session, valley, found, make, about):
    subject = make(session, valley)
    read(session, subject, users=2, staff=6)
    (item,) = found("words_only")
    assert (item.subject.about, item.subject.subject_id, item.subject.micro_project_id) == (about, subject.id, None)


@pytest.mark.parametrize(("users", "staff"), [(5, 5), (6, 4)])
def test_users_level_with_professionals_or_above_do_not(session, found, project, users, staff):
    read(session, project, users=users, staff=staff)
    assert found("users_below") == []


def test_spans_that_touch_are_no_sure_gap(session, found, project):
    make_assessment(session, project, "users", 2, level_to=3)
    make_assessment(session, project, "professionals", 3)
    assert found("users_below") == []


def test_only_the_latest_readings_count(session, found, project):
    read(session, project, users=2, staff=5, day_first=date(2024, 1, 1), day_last=date(2024, 1, 1))
    read(session, project, users=5, day_first=date(2025, 1, 1), day_last=date(2025, 1, 1))
    assert (found("words_only"), found("users_below")) == ([], [])


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
