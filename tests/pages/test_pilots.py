"""/pilots and /pilots/<id> over HTTP."""

from datetime import UTC, date, datetime

import pytest
import sqlalchemy as sa

from data_layer.engine import bare_session
from data_layer.models import Network, Pilot
from tests.factories import (
    make_decision,
    make_pilot,
    make_pilot_point,
    make_pilot_step,
    make_pilot_task,
    make_review,
    make_story,
)
from tests.opening import build_page, document_title, open_page, page_text
from tests.points_of_view import HERE

MOST_STATEMENTS = 12
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
PATH = "/pilots"


@pytest.fixture(autouse=True)
def _today(clock):
    clock(NOW)


@pytest.fixture
def leader(as_user):
    return as_user("leader_here")


def add(build, *, name="Cooking together"):
    """A pilot in Luleå, filled by `build`; gives its address."""
    with bare_session(write=True) as session:
        pilot = make_pilot(session, session.scalars(sa.select(Network).where(Network.name == HERE)).one(), name)
        build(session, pilot)
        session.commit()
        return f"{PATH}/{pilot.id}"


def nothing(_session, _pilot):
    """A pilot of which nothing more is recorded."""


def much(session, pilot):
    for number in range(60):
        make_pilot_task(session, pilot, f"Task {number}", due=date(2026, 12, 1))
        make_pilot_point(session, pilot, what=f"Objective {number}")
        make_decision(session, make_review(session, pilot), f"Decision {number}")


class TestAll:
    def test_without_any_it_says_what_a_pilot_is_and_how_to_begin(self, leader):
        shown = page_text(leader, PATH)
        assert "No pilot is recorded yet." in shown
        assert "Add a pilot" in shown

    def test_it_says_where_each_stands_and_what_has_not_moved(self, leader):
        add(lambda session, pilot: make_pilot_step(session, pilot, "explore", start_first=date(2026, 10, 1), start_last=date(2026, 10, 1)))
        add(
            lambda session, pilot: make_pilot_step(session, pilot, "explore", start_first=date(2026, 1, 1), start_last=date(2026, 1, 31)),
            name="Old",
        )
        shown = page_text(leader, PATH)
        assert "2 pilots are recorded: 2 at “Explore empowerment”." in shown
        assert "Of 2 pilots that are not finished one has not moved." in shown
        assert "The last dated fact is of January 2026." in shown

    def test_what_is_due_within_30_days_is_named_with_its_pilot(self, leader):
        def build(session, pilot):
            make_pilot_task(session, pilot, "Late", due=date(2026, 11, 1))
            make_pilot_task(session, pilot, "On the last day", due=date(2026, 12, 23))
            make_pilot_task(session, pilot, "A day later", due=date(2026, 12, 24))
            make_pilot_task(session, pilot, "Done already", due=date(2026, 11, 30), done=date(2026, 11, 20))

        add(build)
        shown = page_text(leader, PATH)
        assert ["Late" in shown, "On the last day" in shown, "A day later" in shown, "Done already" in shown] == [True, True, False, False]
        assert "overdue" in shown

    def test_a_step_can_be_chosen(self, leader):
        add(lambda session, pilot: make_pilot_step(session, pilot, "explore"))
        add(nothing, name="Not begun")
        assert "Cooking together" not in page_text(leader, f"{PATH}?step=none")
        assert "No pilot fits this choice." in page_text(leader, f"{PATH}?step=assess")

    def test_pilots_of_another_network_are_not_there(self, as_user):
        add(nothing)
        assert "Cooking together" not in page_text(as_user("leader_elsewhere"), PATH)

    @pytest.mark.parametrize("number", [1, 70])
    def test_few_statements_for_any_number_of_pilots(self, leader, queries, number):
        for turn in range(number):
            add(lambda session, pilot: make_pilot_task(session, pilot, due=date(2026, 12, 1)), name=f"Pilot {turn}")
        queries.clear()
        assert build_page(leader, PATH).status_code == 200
        assert len(queries) == 7


class TestOne:
    def test_each_step_says_what_it_needs_and_what_is_recorded_for_it(self, leader):
        address = add(lambda session, pilot: make_pilot_point(session, pilot, "agreement", "Nobody loses hours", with_whom="staff"))
        shown = page_text(leader, address)
        assert "a short introduction to action learning" in shown
        assert "one agreement" in shown
        assert "None yet with: stakeholders." in shown

    def test_the_next_step_can_be_begun_and_the_present_one_be_done_with_the_form_filled_in(self, leader):
        address = add(lambda session, pilot: make_pilot_step(session, pilot, "explore"))
        shown = page_text(leader, address)
        number = address.rpartition("/")[2]
        assert f"pilot_step?pilot={number}&step=kick_start&start=2026-11-23" in shown
        assert "state=done&end=2026-11-23" in shown
        assert ["Begin step 2" in shown, "Begin step 3" in shown] == [True, False]

    def test_the_answers_of_a_review_stand_under_their_questions(self, leader):
        address = add(lambda session, pilot: make_review(session, pilot, "appreciative", second="A kitchen of our own"))
        shown = page_text(leader, address)
        assert shown.index("2. Dream: what could be?") < shown.index("A kitchen of our own") < shown.index("3. Design: how should it be?")

    def test_what_was_decided_says_whether_it_was_done(self, leader):
        def build(session, pilot):
            review = make_review(session, pilot)
            make_decision(session, review, "Done one", done=date(2026, 10, 1))
            make_decision(session, review, "Late one", due=date(2026, 10, 1))

        shown = page_text(leader, add(build))
        assert "1 of 2 are done. One is overdue." in shown

    def test_a_story_without_consent_is_for_coordinators_only(self, as_user):
        def build(session, pilot):
            make_decision(session, make_story(session, pilot, "Only here", story="It stays among us."), "Decided from it")

        address = add(build)
        words = ("Only here", "It stays among us.", "Decided from it")
        assert [[word in page_text(as_user(name), address) for word in words] for name in ("coordinator_here", "leader_here")] == [
            [True] * 3,
            [False] * 3,
        ]

    def test_the_document_has_its_name(self, leader):
        assert document_title(leader, add(nothing)) == "Cooking together – Pilot"

    def test_a_pilot_of_another_network_is_not_found(self, as_user):
        address = add(nothing)
        assert as_user("leader_elsewhere").get(address).status_code == 404
        assert [as_user(name).get(address).status_code for name in ("funder", "administrator")] == [403, 403]

    @pytest.mark.parametrize("build", [nothing, much])
    def test_few_statements_for_any_number_of_rows(self, leader, queries, build):
        address = add(build)
        queries.clear()
        assert build_page(leader, address).status_code == 200
        assert len(queries) <= MOST_STATEMENTS

    def test_long_tables_come_fifty_rows_at_a_time(self, leader):
        address = add(much)
        assert "Task 59" not in page_text(leader, address)
        assert "Task 59" in page_text(leader, f"{address}?tasks=2")

    def test_the_pilot_of_the_sample_says_that_it_is_invented(self, as_user):
        with bare_session() as session:
            number = session.scalars(sa.select(Pilot.id)).one()
        shown = page_text(as_user("leader_everywhere"), f"{PATH}/{number}")
        assert "This pilot is invented" in shown


def test_nothing_is_offered_for_editing_to_those_who_may_not(as_user):
    assert "data-form" not in str(open_page(as_user("funder"), PATH).get_json())
