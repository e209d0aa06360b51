"""Being there: each request finds its person on the server, and says now and then that they are still there."""

from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa

from data_layer.engine import bare_session
from data_layer.models import SignIn

START = datetime(2026, 3, 1, 8, tzinfo=UTC)


@pytest.fixture
def browser(as_user, clock):
    clock(START)
    return as_user("coordinator_here")


def last_seen():
    with bare_session() as session:
        return session.scalars(sa.select(SignIn.seen_at)).one()


@pytest.mark.parametrize(("seconds", "written"), [(30, False), (90, True)])
def test_being_there_is_written_down_at_most_once_a_minute(browser, clock, seconds, written):
    clock(START + timedelta(seconds=seconds))
    browser.get("/help")
    assert (last_seen() > START) == written


def test_half_an_hour_of_silence_leads_to_the_log_in(browser, clock):
    clock(START + timedelta(minutes=31))
    assert browser.get("/help").status_code == 302


def test_who_is_busy_stays(browser, clock):
    for quarter in range(1, 5):
        clock(START + timedelta(minutes=15 * quarter))
        assert browser.get("/help").status_code == 200


def test_after_eight_hours_even_the_busy_sign_in_again(browser, clock):
    for minutes in range(0, 8 * 60 + 10, 20):
        clock(START + timedelta(minutes=minutes))
        status = browser.get("/help").status_code
    assert status == 302


def test_a_tampered_cookie_is_nobody(browser):
    value = browser.get_cookie("sid").value
    for place in range(0, len(value), 7):
        flipped = value[:place] + ("A" if value[place] != "A" else "B") + value[place + 1 :]
        browser.set_cookie("sid", flipped)
        assert browser.get("/help").status_code == 302


def test_finding_the_person_takes_one_statement(browser, queries):
    browser.get("/_dash-dependencies")
    assert len(queries) == 1


def test_language_and_theme_switches_bring_one_back(browser):
    browser.get("/help")
    token = {"csrf_token": browser.get_cookie("_csrf_token").value}
    answer = browser.post("/account/preferences", data={**token, "language": "de"}, headers={"Referer": "http://localhost/help?x=1"})
    assert answer.location == "/help?x=1"
    assert '<html lang="de"' in browser.get("/help").text
    browser.post("/account/preferences", data={**token, "theme": "dark"})
    assert 'data-bs-theme="dark"' in browser.get("/help").text


@pytest.mark.parametrize("referrer", ["https://evil.example//evil.example", "http://localhost//evil.example/x", ""])
def test_switches_never_lead_outside(browser, referrer):
    browser.get("/help")
    token = {"csrf_token": browser.get_cookie("_csrf_token").value}
    answer = browser.post("/account/preferences", data={**token, "theme": "light"}, headers={"Referer": referrer})
    assert answer.location == "/"


def test_nonsense_for_a_language_means_as_the_browser_asks(browser):
    browser.get("/help")
    token = {"csrf_token": browser.get_cookie("_csrf_token").value}
    browser.post("/account/preferences", data={**token, "language": "<script>"})
    assert '<html lang="en"' in browser.get("/help").text
