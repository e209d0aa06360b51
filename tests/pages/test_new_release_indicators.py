"""Leaders choose indicators for a release, see what is hidden of them, and readers get no more than that."""

from datetime import date

import pytest
import sqlalchemy as sa

from data_layer.engine import bare_session
from data_layer.models import Network
from tests.carried import everything_in
from tests.dashboard.test_bytes_of_releases import DAY as TODAY
from tests.dashboard.test_bytes_of_releases import compose, found_in, link_to, of_a_link, of_an_account
from tests.factories import make_indicator, make_observation
from tests.opening import build_page, open_page, page_text
from tests.pages.test_new_release import PATH, address

LEADER = "leader_everywhere"
DAY = {"day_first": date(2018, 5, 1), "day_last": date(2018, 5, 31)}
# None of them ends in 0 or 5, and none is near another one.
MANY, BEGAN, FEW = 7_123_457, 6_123_451, 7


@pytest.fixture
def indicators(sample_database):
    """The ids of two indicators that count people and of one that does not, by name."""
    with bare_session(write=True) as session:
        network = session.scalars(sa.select(Network).where(Network.name == "Plön")).one()
        people = {"kind": "counted", "unit": "people", "of_persons": True}
        made = {
            "Many": make_indicator(session, network, "Many people", baseline=BEGAN, **people),
            "Few": make_indicator(session, network, "Few people", **people),
            "Rules": make_indicator(session, network, "Changed rules", kind="counted", unit="rules", target=8_123_459),
        }
        for name, value in {"Many": MANY, "Few": FEW, "Rules": 9_123_453}.items():
            make_observation(session, made[name], value=value, words=None, **DAY)
        session.commit()
        return {name: row.id for name, row in made.items()}


def chosen(indicators):
    return ",".join(map(str, indicators.values()))


def test_the_form_offers_the_indicators_of_the_chosen_networks(as_user, indicators):
    browser = as_user(LEADER)
    assert "Many people" in page_text(browser, PATH)
    with bare_session() as session:
        other = session.scalars(sa.select(Network.id).where(Network.name == "Varde")).one()
    assert "Many people" not in page_text(browser, f"{PATH}?lens={other}")


def test_the_preview_shows_them_as_readers_get_them_and_says_what_is_hidden(as_user, indicators):
    shown = page_text(as_user(LEADER), address(indicator=chosen(indicators), to="2026-12"))
    assert "The values of 3 indicators are in it." in shown
    assert "What is not shown, and why?" in shown
    assert "Few people – Plön, value reached" in shown
    assert "7,123,455" in shown


@pytest.mark.parametrize("value", ["999999", "x", "-1"])
def test_what_is_not_there_is_refused_with_a_sentence_and_a_way_out(as_user, indicators, value):
    shown = page_text(as_user(LEADER), address(indicator=value))
    assert "One of the chosen indicators is not there any more." in shown
    assert "Choose none of them" in shown


def test_an_indicator_of_a_network_that_is_not_theirs_cannot_be_chosen(as_user, indicators):
    shown = page_text(as_user("leader_here"), address(indicator=str(indicators["Many"])))
    assert "One of the chosen indicators is not there any more." in shown
    assert "Many people" not in shown


def test_the_preview_takes_no_more_statements_with_indicators(as_user, queries, indicators):
    browser, counts = as_user(LEADER), []
    open_page(browser, PATH)
    for title, ids in (("One", {}), ("Two", {"indicator": chosen(indicators)})):
        queries.clear()
        build_page(browser, address(title=title, to="2026-11", **ids))
        counts.append(len(queries))
    assert counts[1] <= counts[0] <= 12


def test_no_true_count_of_people_is_in_any_byte(as_user, client, indicators, clock):
    clock(TODAY)
    leader = as_user(LEADER)
    page, sealed, number = compose(leader, indicator=chosen(indicators))
    again, _answer, second = compose(leader, indicator=chosen(indicators), title="Again")
    got = {"preview": page, "sealed": sealed, "again": again, **of_an_account(as_user("funder"), number, second)}
    got |= of_a_link(client, link_to(leader, number))
    assert found_in(got, {"many": MANY, "baseline": BEGAN}) == {}
    for place in ("page", "indicators.pdf", "xlsx", "csv", "full.pdf"):
        text = everything_in(got[place if place != "page" else f"page /outcomes/{number}"].get_data())
        assert "7,123,455" in text or "7123455" in text, place
        assert "9,123,453" in text or "9123453" in text, place
