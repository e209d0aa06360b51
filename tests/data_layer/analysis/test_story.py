"""The life of a micro project in chapters."""

from datetime import date

import pytest

from data_layer.analysis.story import ChapterKind, MomentKind, story
from data_layer.models import Stakeholder
from data_layer.projects.biography import biography
from tests.factories import (
    make_assessment,
    make_event,
    make_funding_case,
    make_funding_source,
    make_micro_project,
    make_need,
    make_network,
    make_phase_change,
    make_receipt,
    make_stakeholder,
    make_tie,
)


def on(year, month=1, day=1):
    return {"day_first": date(year, month, day), "day_last": date(year, month, day)}


@pytest.fixture
def network(session):
    return make_network(session)


@pytest.fixture
def project(session, network):
    return make_micro_project(session, network, group_id=make_stakeholder(session, network, "group").id)


@pytest.fixture
def told(session, project):
    return lambda: story(biography(session, project.id))


def places(chapters):
    """What stands where: chapter (a phase by its code) and kinds of moments."""
    return [(c.spell.step.phase if c.spell else c.kind.value, [moment.kind.value for moment in c.moments]) for c in chapters]


def test_nothing_recorded_is_no_story(told):
    assert told() == []


def test_a_dated_moment_stands_in_the_phase_of_its_day(session, network, project, told):
    make_phase_change(session, project, "needs", **on(2016))
    make_phase_change(session, project, "design", from_phase="needs", **on(2018))
    make_event(session, network, micro_project_id=project.id, **on(2017))
    make_event(session, network, "later", micro_project_id=project.id, **on(2019))
    assert places(told()) == [("needs", ["phase", "event"]), ("design", ["phase", "event"])]


def test_what_came_before_the_first_phase_stands_before_it(session, network, project, told):
    make_phase_change(session, project, "needs", **on(2016))
    make_event(session, network, micro_project_id=project.id, **on(2015))
    assert places(told()) == [("before", ["event"]), ("needs", ["phase"])]


def test_without_a_dated_step_the_phase_of_a_day_is_unknown(session, network, project, told):
    make_phase_change(session, project, "start_up")
    make_event(session, network, micro_project_id=project.id, **on(2017))
    assert places(told()) == [("unknown_phase", ["event"]), ("start_up", ["phase"])]


def test_a_day_between_a_dated_step_and_an_undated_one_belongs_to_no_phase_for_sure(session, network, project, told):
    make_phase_change(session, project, "needs", **on(2016))
    make_phase_change(session, project, "design", from_phase="needs")
    make_event(session, network, micro_project_id=project.id, **on(2017))
    assert places(told()) == [("unknown_phase", ["event"]), ("needs", ["phase"]), ("design", ["phase"])]


def test_an_undated_need_comes_first_and_what_else_is_undated_last(session, network, project, told):
    make_need(session, network, status="micro_project", micro_project_id=project.id)
    make_phase_change(session, project, "needs", **on(2016))
    make_assessment(session, project, "users", 3)
    assert places(told()) == [("needs", ["need"]), ("needs", ["phase"]), ("undated", ["reading"])]


def test_ties_of_one_day_that_say_the_same_are_one_moment(session, network, project, told):
    group = session.get(Stakeholder, project.group_id)
    for name in ("two", "three"):
        make_tie(
            session,
            make_stakeholder(session, network, name),
            group,
            what="helped",
            start_first=date(2017, 1, 1),
            start_last=date(2017, 1, 1),
        )
    (chapter,) = told()
    assert [len(moment.rows) for moment in chapter.moments] == [2]


def test_both_sides_of_one_reading_are_one_moment(session, project, told):
    make_assessment(session, project, "users", 3, evidence="They said so.")
    make_assessment(session, project, "professionals", 4, evidence="They said so.")
    (chapter,) = told()
    assert [len(moment.rows) for moment in chapter.moments] == [2]


def test_the_end_of_a_tie_is_a_moment_of_its_own(session, network, project, told):
    group = session.get(Stakeholder, project.group_id)
    make_tie(session, group, make_stakeholder(session, network, "two"), end_first=date(2018, 1, 1), end_last=date(2018, 1, 1))
    assert [(moment.kind, moment.day is None) for chapter in told() for moment in chapter.moments] == [
        (MomentKind.TIE_ENDED, False),
        (MomentKind.TIE, True),
    ]


def test_a_case_is_told_when_it_was_applied_for_decided_and_paid(session, project, told):
    days = {
        "applied_first": date(2016, 1, 1),
        "applied_last": date(2016, 1, 1),
        "decided_first": date(2017, 1, 1),
        "decided_last": date(2017, 1, 1),
    }
    case = make_funding_case(session, project, make_funding_source(session), currency="EUR", state="received", **days)
    make_receipt(session, case, 500, **on(2018))
    assert [moment.kind.value for chapter in told() for moment in chapter.moments] == ["applied", "decided", "receipt"]


def test_a_case_without_any_date_is_told_once(session, project, told):
    make_funding_case(session, project, make_funding_source(session))
    (chapter,) = told()
    assert (chapter.kind, [moment.kind for moment in chapter.moments]) == (ChapterKind.UNDATED, [MomentKind.CASE])


def test_moments_of_a_chapter_are_in_order(session, network, project, told):
    for year in (2018, 2016, 2017):
        make_event(session, network, str(year), micro_project_id=project.id, **on(year))
    (chapter,) = told()
    assert [moment.rows[0].title for moment in chapter.moments] == ["2016", "2017", "2018"]
