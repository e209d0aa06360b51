"""What no page of ours links to: addresses of /outcomes/new and /outcomes/compare that people write themselves, and bodies sent to their callbacks."""

from urllib.parse import quote, urlencode

import pytest

from data_layer.action import acting
from data_layer.engine import bare_session
from data_layer.models import Release
from data_layer.releases.asked import KEYS
from tests.opening import open_page, page_text
from tests.pages.test_new_release import PATH, address, asked, release_it, released, seal_on
from tests.points_of_view import email_of
from tests.releasing import persons, store_release, tables

LEADER = "leader_everywhere"
HOSTILE = (
    "999999",
    "-1",
    "0",
    "1e9",
    "٣",
    str(10**30),
    "\0",
    "a" * 3000,
    "1,1,1",
    ",",
    "voice-0",
    "voice-" + "9" * 18,
    "story-" + "9" * 40,
    "<script>alert(1)</script>",
    "target_group:",
    "target_group:migrants+migrants",
    "network:" + "9" * 40 + "+1",
    "level:1+7,level:7+1",
    "::",
    "+",
    "9999-12",
    "0001-01",
    "0000-00",
    "2016-1\u0661",
)


@pytest.mark.parametrize("key", KEYS)
def test_no_value_of_an_address_makes_the_preview_fail(as_user, key):
    browser = as_user(LEADER)
    for value in HOSTILE:
        answer = open_page(browser, address(**{key: value}))
        assert (answer.status_code, "<script>alert" in answer.get_data(as_text=True) and key != "title") == (200, False), (key, value)


@pytest.mark.parametrize("span", [("0001-01", "9999-12"), ("9900-01", "9999-12"), ("1000-01", "1999-12"), ("2016-01", "2999-12")])
def test_a_period_of_centuries_is_refused_with_a_sentence(as_user, span):
    shown = page_text(as_user(LEADER), address(**dict(zip(("from", "to"), span, strict=True))))
    assert "A release is about at most 50 years" in shown
    assert "new-release-seal" not in shown


@pytest.mark.parametrize("month", ["0001-01", "9999-12"])
def test_the_first_and_the_last_month_of_all_can_be_looked_at(as_user, month):
    assert "new-release-seal" in page_text(as_user(LEADER), address(**{"from": month, "to": month}))


@pytest.mark.parametrize(
    "query",
    ["lens=1&lens=2&show=1", "show=1&show=1", "show=2", "title=%ff&show=1", "x=1", "merge=%ED%A0%80&show=1", "show=1&" * 40, "%00=%00"],
)
def test_no_query_makes_the_page_fail(as_user, query):
    browser = as_user(LEADER)
    assert (open_page(browser, f"{PATH}?{query}").status_code, browser.get(f"{PATH}?{query}").status_code) == (200, 200)


@pytest.mark.parametrize(
    "asks",
    [{}, {"title": 7}, {"lens": ["1"]}, {"lens": {"a": 1}}, {"title": None}, dict.fromkeys(KEYS, "\ud800"), {"show": "1", "x": "y"}],
)
def test_no_body_releases_what_was_not_looked_at(as_user, asks):
    answer = release_it(as_user(LEADER), asks, "of nothing")
    assert (answer.status_code < 500, released()) == (True, None)


@pytest.mark.parametrize("asks", [None, 7, "text", [], [1]])
@pytest.mark.parametrize("seal", [None, 7, [], {}])
def test_a_body_of_another_kind_is_400(as_user, asks, seal):
    assert (release_it(as_user(LEADER), asks, seal).status_code, released()) == (400, None)


@pytest.mark.parametrize("clicks", [None, "1", [], 10**30, True])
def test_a_button_that_nobody_pressed_is_never_a_fault(as_user, clicks):
    assert release_it(as_user(LEADER), asked(), "of nothing", clicks=clicks).status_code < 500
    assert released() is None


def test_the_seal_of_another_composition_releases_nothing(as_user):
    browser = as_user(LEADER)
    seal = seal_on(open_page(browser, address(tables="reached")))
    release_it(browser, asked(), seal)
    assert released() is None


@pytest.mark.parametrize("one", [*HOSTILE, "1,2"])
@pytest.mark.parametrize("key", ["one", "two"])
def test_no_value_makes_two_releases_fail(as_user, key, one):
    browser = as_user("funder")
    answer = open_page(browser, f"/outcomes/compare?{urlencode({key: one})}")
    assert (answer.status_code, "<script>alert" in answer.get_data(as_text=True)) == (200, False)
    assert browser.get(f"/outcomes/compare?{key}={quote(one)}").status_code == 200


def test_a_release_in_the_trash_is_compared_with_nothing(as_user):
    with bare_session(write=True) as session:
        readers = [email_of("funder")]
        one, two = (
            store_release(session, tables(persons(migrants=number)), title=f"Canary {number}", readers=readers) for number in (775, 885)
        )
        with acting(session, "test") as action:
            action.trash(session.get_one(Release, two))
        session.commit()
    shown = page_text(as_user("funder"), f"/outcomes/compare?one={one}&two={two}")
    assert ("Canary 885" in shown, "885" in shown, "One part of the address was not understood" in shown) == (False, False, True)
