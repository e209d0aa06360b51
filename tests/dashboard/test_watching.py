"""Looking on: others' changes are told, and nobody stays signed in by leaving a page open."""

from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa

from data_layer.engine import bare_session
from data_layer.models import SignIn
from tests.dashboard.test_edit import COORDINATOR, member
from tests.editing import run, save
from tests.opening import open_page

START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def look(browser, state=None):
    return browser.get("/changes", headers={"If-None-Match": f'"{state}"'} if state else {})


def seen():
    with bare_session() as session:
        return session.scalars(sa.select(SignIn.seen_at).order_by(SignIn.id.desc())).first()


class TestChanges:
    def test_nothing_new_is_answered_without_a_body(self, as_user):
        browser = as_user(COORDINATOR)
        state = look(browser).headers["X-Revision"]
        again = look(browser, state)
        assert (again.status_code, again.data) == (304, b"")

    def test_a_change_is_told_to_those_who_see_it(self, as_user):
        browser, row = as_user(COORDINATOR), member()
        state = look(browser).headers["X-Revision"]
        run(as_user(COORDINATOR), save(row, "place", row.place, "Boden"))
        answer = look(browser, state)
        assert (answer.status_code, answer.headers["X-Revision"] == state) == (204, False)

    def test_a_change_elsewhere_is_not_told(self, as_user):
        browser, row = as_user("coordinator_elsewhere"), member()
        state = look(browser).headers["X-Revision"]
        run(as_user(COORDINATOR), save(row, "place", row.place, "Boden"))
        assert look(browser, state).status_code == 304

    def test_a_page_says_which_state_it_shows(self, as_user):
        browser = as_user(COORDINATOR)
        assert open_page(browser, "/network").headers["X-Revision"] == look(browser).headers["X-Revision"]

    def test_an_edit_answers_with_the_state_that_it_made(self, as_user):
        browser, row = as_user(COORDINATOR), member()
        answer = run(browser, save(row, "place", row.place, "Boden"))
        assert look(browser).headers["X-Revision"] == answer["revision"]

    def test_looking_takes_two_statements(self, as_user, queries):
        browser = as_user(COORDINATOR)
        queries.clear()
        look(browser)
        assert len(queries) == 2


class TestSignIn:
    def test_looking_on_does_not_keep_it_alive(self, as_user, clock):
        clock(START)
        browser = as_user(COORDINATOR)
        clock(START + timedelta(minutes=20))
        look(browser)
        assert seen() == START

    def test_what_a_page_asks_for_by_itself_does_not_keep_it_alive(self, as_user, clock):
        clock(START)
        browser = as_user(COORDINATOR)
        clock(START + timedelta(minutes=20))
        browser.get("/_dash-layout", headers={"X-Watching": "1"})
        assert seen() == START

    def test_what_a_person_does_keeps_it_alive(self, as_user, clock):
        clock(START)
        browser = as_user(COORDINATOR)
        clock(START + timedelta(minutes=20))
        browser.get("/_dash-layout")
        assert seen() == START + timedelta(minutes=20)

    @pytest.mark.parametrize(("minutes", "left"), [(0, 1800), (29, 60)])
    def test_each_answer_tells_how_long_it_lasts(self, as_user, clock, minutes, left):
        clock(START)
        browser = as_user(COORDINATOR)
        clock(START + timedelta(minutes=minutes))
        assert look(browser).headers["X-Sign-In-Ends"] == str(left)

    def test_it_is_over_after_half_an_hour_of_looking_on(self, as_user, clock):
        clock(START)
        browser = as_user(COORDINATOR)
        for minutes in range(5, 35, 5):
            clock(START + timedelta(minutes=minutes))
            status = look(browser).status_code
        assert status == 401

    def test_who_says_so_stays(self, as_user, clock):
        clock(START)
        browser = as_user(COORDINATOR)
        clock(START + timedelta(minutes=29))
        browser.get("/login")
        answer = browser.post("/account/stay", headers={"X-CSRFToken": browser.get_cookie("_csrf_token").value})
        assert (answer.status_code, answer.headers["X-Sign-In-Ends"]) == (204, "1800")

    def test_the_list_of_callbacks_which_browsers_keep_does_not_tell(self, as_user):
        assert "X-Sign-In-Ends" not in as_user(COORDINATOR).get("/_dash-dependencies").headers

    def test_strangers_are_told_nothing(self, client):
        assert look(client).status_code == 401
