"""What changes, and how we would know, as each role sees it."""

import pytest
import sqlalchemy as sa

from data_layer.action import acting
from data_layer.engine import bare_session
from data_layer.indicators.library import LIBRARY
from data_layer.models import Indicator, MicroProject, Network, Observation
from tests.editing import run
from tests.factories import make_indicator, make_observation
from tests.opening import build_page, page_text
from tests.points_of_view import HERE

MOST_STATEMENTS = 12
SMALL, LARGE = 3, 4711


@pytest.fixture
def network(sample_database):
    with bare_session() as session:
        return session.scalars(sa.select(Network.id).where(Network.name == HERE)).one()


def watch(network, *values, words="canary words", **fields):
    """An indicator with observations; gives its id."""
    with bare_session(write=True) as session:
        home = session.get(Network, network)
        row = make_indicator(session, home, **{"kind": "counted", "unit": "people", "name": "Watched here", **fields})
        for value in values:
            make_observation(session, row, words, value=value, evidence="canary evidence")
        session.commit()
        return row.id


@pytest.fixture
def many(network):
    with bare_session(write=True) as session, acting(session, "test") as action:
        rows = [Indicator(network_id=network, name=f"Indicator {n}", level="societal", kind="counted", unit="rules") for n in range(60)]
        action.insert_all(rows)
        action.insert_all([Observation(network_id=network, indicator_id=row.id, value=n) for row in rows for n in range(5)])
        session.commit()


def test_a_coordinator_sees_what_is_watched_and_what_was_seen(as_user, network):
    watch(network, SMALL, baseline=1, target=4)
    page = page_text(as_user("coordinator_here"), "/indicators")
    assert "Watched here" in page
    assert "At first: 1. To be reached: 4." in page
    assert "canary words" in page


def test_a_coordinator_elsewhere_sees_none_of_it(as_user, network):
    watch(network, LARGE)
    assert "Watched here" not in page_text(as_user("coordinator_elsewhere"), "/indicators")


@pytest.mark.parametrize("point_of_view", ["funder", "administrator"])
def test_others_are_refused(as_user, network, point_of_view):
    watch(network, LARGE)
    page = page_text(as_user(point_of_view), "/indicators")
    assert "This page is not for your role" in page
    assert "Watched here" not in page


@pytest.mark.parametrize("point_of_view", ["leader_here", "leader_everywhere"])
def test_a_leader_gets_no_small_number_of_persons_nor_words_that_tell_it(as_user, network, point_of_view):
    watch(network, SMALL, baseline=1, target=2, baseline_words="canary one", target_words="canary two", of_persons=True)
    page = page_text(as_user(point_of_view), f"/indicators?network={network}&about=network")
    assert "Watched here" in page
    assert "<5" in page
    assert "canary" not in page
    assert "way-value" not in page
    assert "That is reached." not in page


def test_a_leader_sees_numbers_of_other_things_and_large_ones(as_user, network):
    watch(network, SMALL, name="Rules changed", unit="rules")
    watch(network, LARGE, of_persons=True)
    page = page_text(as_user("leader_here"), "/indicators")
    assert "4,711" in page
    assert "rules, seen" in page


def test_a_leader_neither_adds_nor_edits(as_user, network):
    watch(network, LARGE)
    assert "data-form" not in page_text(as_user("leader_here"), "/indicators")


def test_the_library_opens_the_form_filled_in(as_user, network):
    browser = as_user("coordinator_here")
    page = page_text(browser, f"/indicators?network={network}")
    assert page.count("&code=") + page.count("?code=") >= len(LIBRARY)
    form = browser.get(f"/form/indicator?network={network}&code=work&name=People&level=individual&kind=counted&unit=people&of_persons=yes")
    assert form.status_code == 200
    assert "People" in form.get_data(as_text=True)


def test_indicators_are_chosen_by_what_they_are_of(as_user, network):
    with bare_session() as session:
        projects = list(session.scalars(sa.select(MicroProject.id).where(MicroProject.network_id == network)))
    watch(network, micro_project_id=projects[0], name="Of the project")
    watch(network, name="Of the network", level="societal")
    browser = as_user("coordinator_here")
    of_project = page_text(browser, f"/indicators?about=micro_project-{projects[0]}")
    assert "Of the project" in of_project
    assert "Of the network" not in of_project
    assert "Of the project" not in page_text(browser, "/indicators?about=network")
    assert "Of the project" not in page_text(browser, "/indicators?level=societal")


def test_another_networks_project_cannot_be_asked_for(as_user, network):
    with bare_session() as session:
        foreign = session.scalars(sa.select(MicroProject.id).where(MicroProject.network_id != network)).first()
    assert "left out: about." in page_text(as_user("coordinator_here"), f"/indicators?about=micro_project-{foreign}")


def test_what_cannot_be_answered_says_so_and_can_be_counted_by_hand(as_user, network):
    browser = as_user("coordinator_here")
    assert "Strategies and plans, and who adopted them, are not recorded." in page_text(browser, "/indicators")
    watch(network, 3, code="RCR79", name="Plans adopted", unit="plans")
    assert "Counted by hand in one indicator:" in page_text(browser, "/indicators")


BAD = {
    "counted without a unit": ({"name": "A", "level": "societal", "kind": "counted"}, "unit", "needs a unit"),
    "described with a number": ({"name": "A", "level": "societal", "kind": "descriptive", "target": 3}, "kind", "number"),
    "of nothing we know": ({"name": "A", "level": "magic", "kind": "descriptive"}, "level", "is not one of the choices"),
    "without a name": ({"level": "societal", "kind": "descriptive"}, "name", "missing"),
}


@pytest.mark.parametrize("case", BAD)
@pytest.mark.parametrize("way", ["form", "grid"])
def test_bad_input_has_its_sentence_in_form_and_grid(as_user, network, case, way):
    values, field, sentence = BAD[case]
    add = {"do": "add", "table": "indicator", "network": network, "values": values}
    paste = {"do": "paste", "edits": [], "table": "indicator", "network": network, "lines": [values]}
    refused = run(as_user("coordinator_here"), add if way == "form" else paste)["refused"][0]
    assert refused["field"] == field
    assert sentence in refused["said"]


def test_an_observation_says_something(as_user, network):
    number = watch(network)
    command = {"do": "add", "table": "observation", "network": network, "values": {"indicator": number, "evidence": "minutes"}}
    assert "Say what was seen" in run(as_user("coordinator_here"), command)["refused"][0]["said"]


@pytest.mark.parametrize("query", ["page=0", "about=magic-1", "about=pilot-99999", "level=high", "ended=1066"])
def test_what_is_not_understood_is_left_out_and_said(as_user, query):
    assert f"left out: {query.split('=')[0]}." in page_text(as_user("coordinator_here"), f"/indicators?{query}")


@pytest.mark.parametrize("query", ["", "?ended=2018", "?level=societal", "?page=2", "?about=micro_project-1"])
def test_the_page_takes_few_statements(as_user, many, queries, query):
    browser = as_user("leader_everywhere")
    queries.clear()
    build_page(browser, f"/indicators{query}")
    assert len(queries) <= MOST_STATEMENTS


def test_more_indicators_take_no_more_statements(as_user, queries, request):
    counts = []
    for fill in (False, True):
        if fill:
            request.getfixturevalue("many")
        browser = as_user("coordinator_here")
        queries.clear()
        build_page(browser, "/indicators")
        counts.append(len(queries))
    assert counts[0] == counts[1]
