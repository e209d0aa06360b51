"""/calendar/<token>.ics: dates of pilots for calendar programs."""

from datetime import UTC, date, datetime

import pytest
import sqlalchemy as sa
from icalendar import Calendar

from data_layer.accounts.account import get_account
from data_layer.accounts.calendar_feed import feed_made_at, find_reader, make_feed, revoke_feed
from data_layer.accounts.looking_after import disable_account
from data_layer.engine import bare_session
from data_layer.models import CalendarFeed, Network, Pilot
from tests.factories import make_decision, make_pilot, make_pilot_task, make_review, make_story
from tests.opening import page_text, post_callback
from tests.points_of_view import ELSEWHERE, HERE, email_of

LEADER = "leader_here"


def fill(name):
    """A pilot in this LEN with open and closed things."""
    with bare_session(write=True) as session:
        pilot = make_pilot(session, session.scalars(sa.select(Network).where(Network.name == name)).one(), f"Pilot in {name}")
        make_pilot_task(session, pilot, "Ask the staff", due=date(2026, 12, 4))
        make_pilot_task(session, pilot, "Long done", due=date(2026, 1, 1), done=date(2026, 1, 1))
        make_pilot_task(session, pilot, "Some day")
        make_decision(session, make_review(session, pilot), "Meet every month", due=date(2027, 1, 8))
        make_decision(session, make_story(session, pilot), "Decided from a story without consent", due=date(2027, 2, 1))
        session.commit()
        return pilot.id


def token_of(point_of_view):
    with bare_session(write=True) as session:
        token = make_feed(session, get_account(session, email_of(point_of_view)).id)
        session.commit()
    return token


def read(browser, token):
    """The events of a feed, by what they are called."""
    response = browser.get(f"/calendar/{token}.ics")
    assert (response.status_code, response.mimetype) == (200, "text/calendar")
    return {str(event["SUMMARY"]): event for event in Calendar.from_ical(response.data).walk("VEVENT")}


def test_it_holds_what_is_open_and_has_a_date(client):
    fill(HERE)
    assert sorted(read(client, token_of(LEADER))) == [f"Ask the staff (Pilot in {HERE})", f"Meet every month (Pilot in {HERE})"]


def test_an_event_is_a_whole_day_with_a_name_that_stays(client, clock):
    number = fill(HERE)
    token = token_of(LEADER)
    clock(datetime(2026, 11, 23, 12, tzinfo=UTC))
    event = read(client, token)[f"Ask the staff (Pilot in {HERE})"]
    clock(datetime(2026, 11, 24, 12, tzinfo=UTC))
    later = read(client, token)[f"Ask the staff (Pilot in {HERE})"]
    assert (event["DTSTART"].dt, event["DTSTART"].params["VALUE"], event["DTEND"].dt) == (date(2026, 12, 4), "DATE", date(2026, 12, 5))
    assert (event["UID"], event["UID"].startswith("pilot_task-")) == (later["UID"], True)
    assert event["URL"].endswith(f"/pilots/{number}")


def test_what_the_account_may_see_is_asked_each_time(client):
    fill(HERE), fill(ELSEWHERE)
    token = token_of(LEADER)
    assert [name for name in read(client, token) if ELSEWHERE in name] == []
    with bare_session(write=True) as session:
        session.execute(sa.text("UPDATE account SET all_networks = 1 WHERE email = :email"), {"email": email_of(LEADER)})
        session.commit()
    assert len([name for name in read(client, token) if ELSEWHERE in name]) == 2


def test_a_coordinator_reads_decisions_from_stories_without_consent_too(client):
    fill(HERE)
    assert len(read(client, token_of("coordinator_here"))) == 3


def test_nobody_keeps_a_copy_on_the_way(client):
    assert "no-store" in client.get(f"/calendar/{token_of(LEADER)}.ics").headers["Cache-Control"]


@pytest.mark.parametrize("token", ["x", "x" * 43, "x" * 1000, "..%2f..%2fetc"])
def test_a_wrong_token_is_not_found(client, token):
    assert client.get(f"/calendar/{token}.ics").status_code == 404


def test_revoked_replaced_disabled_and_without_the_right_are_the_same_404(client):
    wrong = client.get("/calendar/unknown.ics").data
    revoked, replaced, disabled, funder = token_of(LEADER), token_of("leader_elsewhere"), token_of("leader_everywhere"), token_of("funder")
    token_of("leader_elsewhere")
    with bare_session(write=True) as session:
        revoke_feed(session, get_account(session, email_of(LEADER)).id)
        disable_account(session, get_account(session, email_of("leader_everywhere")))
        session.commit()
    answers = [client.get(f"/calendar/{token}.ics") for token in (revoked, replaced, disabled, funder)]
    assert [(answer.status_code, answer.data) for answer in answers] == [(404, wrong)] * 4


def test_the_server_keeps_no_token(client):
    token = token_of(LEADER)
    with bare_session() as session:
        (feed,) = session.scalars(sa.select(CalendarFeed))
        assert token not in (feed.token_hash, str(feed.id))
        assert (len(feed.token_hash), len(token) >= 43) == (64, True)
        assert find_reader(session, token).email == email_of(LEADER)


def test_the_number_of_statements_does_not_grow(client, queries):
    fill(HERE)
    token = token_of(LEADER)
    with bare_session(write=True) as session:
        pilot = session.scalars(sa.select(Pilot).where(Pilot.name == f"Pilot in {HERE}")).one()
        for number in range(20):
            make_pilot_task(session, pilot, f"Task {number}", due=date(2026, 12, 24))
        session.commit()
    queries.clear()
    assert len(read(client, token)) == 22
    assert len(queries) == 2


class TestMyAccount:
    def press(self, browser, button):
        inputs = [
            {"id": f"account-calendar-{name}", "property": "n_clicks", "value": 1 if name == button else None}
            for name in ("make", "revoke")
        ]
        body = {
            "output": "account-calendar.children",
            "outputs": {"id": "account-calendar", "property": "children"},
            "inputs": inputs,
            "changedPropIds": [f"account-calendar-{button}.n_clicks"],
        }
        return str(post_callback(browser, body).get_json())

    def test_an_address_is_made_and_shown_once(self, as_user, client):
        browser = as_user(LEADER)
        assert "You have no address yet." in page_text(browser, "/account")
        token = self.press(browser, "make").partition("/calendar/")[2].partition(".ics")[0]
        assert client.get(f"/calendar/{token}.ics").status_code == 200
        shown = page_text(browser, "/account")
        assert "It cannot be shown again." in shown
        assert token not in shown

    def test_it_is_revoked(self, as_user):
        browser = as_user(LEADER)
        self.press(browser, "make")
        self.press(browser, "revoke")
        with bare_session() as session:
            assert feed_made_at(session, get_account(session, email_of(LEADER)).id) is None

    @pytest.mark.parametrize("point_of_view", ["funder", "administrator"])
    def test_those_who_read_no_pilots_are_not_offered_one(self, as_user, point_of_view):
        assert "account-calendar" not in page_text(as_user(point_of_view), "/account")
