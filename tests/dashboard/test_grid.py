"""What a grid asks for: rows and choices, of one's own LENs, and 400 for whatever cannot be asked."""

import json
from urllib.parse import quote

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data_layer.editing.grid_rows import MOST_ROWS
from data_layer.editing.tables import TABLES
from data_layer.engine import bare_session
from data_layer.models import Network, Stakeholder
from tests.points_of_view import ELSEWHERE, HERE

FIRST = {"startRow": 0, "endRow": 50, "sortModel": [], "filterModel": {}}
HOSTILE = {
    "no JSON": "{",
    "a list": "[]",
    "a number": "7",
    "NaN": '{"startRow": NaN}',
    "a deep nest": "[" * 3_000,
    "a start that is a text": json.dumps({**FIRST, "startRow": "0"}),
    "a start that is true": json.dumps({**FIRST, "startRow": True}),
    "a start that is a fraction": json.dumps({**FIRST, "startRow": 0.5}),
    "a start below nothing": json.dumps({**FIRST, "startRow": -1}),
    "a start without end": json.dumps({**FIRST, "startRow": 10**30, "endRow": 10**30 + 1}),
    "an end before the start": json.dumps({**FIRST, "startRow": 5, "endRow": 4}),
    "an order that is a text": json.dumps({**FIRST, "sortModel": "name"}),
    "an order by no field": json.dumps({**FIRST, "sortModel": [{"colId": "password_hash", "sort": "asc"}]}),
    "an order by a column of the program": json.dumps({**FIRST, "sortModel": [{"colId": "network_id", "sort": "asc"}]}),
    "an order by a list": json.dumps({**FIRST, "sortModel": [{"colId": ["name"], "sort": "asc"}]}),
    "an order that goes nowhere": json.dumps({**FIRST, "sortModel": [{"colId": "name", "sort": "sideways"}]}),
    "orders without end": json.dumps({**FIRST, "sortModel": [{"colId": "name", "sort": "asc"}] * 100}),
    "filters that are a list": json.dumps({**FIRST, "filterModel": ["name"]}),
    "a filter of no field": json.dumps({**FIRST, "filterModel": {"trashed_by": {"type": "blank"}}}),
    "a filter that is a text": json.dumps({**FIRST, "filterModel": {"name": "x"}}),
    "a filter of no kind": json.dumps({**FIRST, "filterModel": {"name": {"type": "like", "filter": "%"}}}),
    "a filter of two": json.dumps({**FIRST, "filterModel": {"name": {"type": ["contains"], "filter": "x"}}}),
    "a filter for a number": json.dumps({**FIRST, "filterModel": {"name": {"type": "contains", "filter": 7}}}),
    "a filter without end": json.dumps({**FIRST, "filterModel": {"name": {"type": "contains", "filter": "x" * 5_000}}}),
    "half a letter": json.dumps({**FIRST, "filterModel": {"name": {"type": "contains", "filter": "\ud800"}}}),
}


def rows(browser, table="stakeholder", query="", **asked):
    return browser.get(f"/data/rows/{table}?asked={quote(json.dumps({**FIRST, **asked}))}{query}")


def names(answer, field="name"):
    return {row[field] for row in answer.get_json()["rows"]}


def id_of(name):
    with bare_session() as session:
        return session.scalars(sa.select(Network.id).where(Network.name == name)).one()


@pytest.mark.parametrize("case", HOSTILE)
def test_what_cannot_be_asked_is_400(as_user, case):
    assert as_user("coordinator_here").get(f"/data/rows/stakeholder?asked={quote(HOSTILE[case])}").status_code == 400


@pytest.mark.parametrize(
    "wanted", ["%", "_", "' OR 1=1 --", "\\", "\x00", "x" * 200, "𝔘", ">", "<", ">9" + "9" * 30, "0000", "2016-13", "31.02.2016/", "/"]
)
def test_strange_words_fit_nothing_and_break_nothing(as_user, wanted):
    browser = as_user("coordinator_here")
    for table in TABLES.values():
        for field in table.fields:
            assert rows(browser, table.name, filterModel={field: {"type": "contains", "filter": wanted}}).status_code == 200, (
                table.name,
                field,
            )


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=12) | st.sampled_from(["contains", "blank", "name", "asc", "start"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["name", "start", "type", "filter", "colId", "sort"]), inner, max_size=3),
    max_leaves=8,
)  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], derandomize=True)
@given(asked=st.fixed_dictionaries({}, optional=dict.fromkeys(FIRST, ANYTHING)))
def test_nothing_that_is_asked_makes_the_server_fail(as_user, asked):
    assert rows(as_user("coordinator_here"), **asked).status_code in (200, 400)


@pytest.mark.parametrize(
    ("point_of_view", "table", "status"),
    [
        ("anonymous", "stakeholder", 401),
        ("disabled", "stakeholder", 401),
        ("coordinator_here", "stakeholder", 200),
        ("coordinator_here", "funding_source", 200),
        ("coordinator_here", "account", 404),
        ("coordinator_here", "nowhere", 404),
        ("leader_here", "stakeholder", 403),
        ("leader_everywhere", "funding_source", 403),
        ("funder", "stakeholder", 403),
        ("administrator", "stakeholder", 403),
        ("administrator", "funding_source", 200),
    ],
)
@pytest.mark.parametrize("kind", ["rows", "choices"])
def test_each_role_gets_the_tables_that_it_may_edit(as_user, kind, point_of_view, table, status):
    assert as_user(point_of_view).get(f"/data/{kind}/{table}").status_code == status


def test_rows_are_those_of_the_own_network(as_user):
    here, elsewhere = rows(as_user("coordinator_here")), rows(as_user("coordinator_elsewhere"))
    assert names(here, "network") == {HERE}
    assert names(elsewhere, "network") == {ELSEWHERE}


def test_asking_for_a_foreign_network_gives_nothing(as_user):
    answer = rows(as_user("coordinator_here"), query=f"&network={id_of(ELSEWHERE)}")
    assert answer.get_json() == {"rows": [], "total": 0}


def test_choices_of_a_foreign_network_are_not_there(as_user):
    browser = as_user("coordinator_here")
    assert browser.get(f"/data/choices/tie?network={id_of(HERE)}").status_code == 200
    foreign, missing = browser.get(f"/data/choices/tie?network={id_of(ELSEWHERE)}"), browser.get("/data/choices/tie?network=99999999")
    assert (foreign.status_code, foreign.data) == (missing.status_code, missing.data) == (404, missing.data)


def test_choices_are_the_rows_of_the_network(as_user):
    with bare_session() as session:
        query = sa.select(Stakeholder.id).where(Stakeholder.network_id == id_of(HERE), Stakeholder.trashed_by.is_(None))
        own = set(session.scalars(query))
    answer = as_user("coordinator_here").get(f"/data/choices/tie?network={id_of(HERE)}").get_json()
    assert {row_id for row_id, _name in answer["stakeholder"]} == own


def test_codes_are_filtered_by_their_words_in_the_readers_language(as_user):
    browser = as_user("coordinator_here")
    english = rows(browser, filterModel={"sector": {"type": "contains", "filter": "municipality"}}).get_json()
    german = browser.get(
        f"/data/rows/stakeholder?asked={quote(json.dumps({**FIRST, 'filterModel': {'sector': {'type': 'contains', 'filter': 'Kommune'}}}))}",
        headers={"Accept-Language": "de"},
    ).get_json()
    assert english["total"] > 0
    assert {row["sector"] for row in english["rows"]} <= {"authority"}
    assert german["total"] == english["total"]


def test_a_page_of_rows_costs_few_statements(as_user, queries):
    browser = as_user("coordinator_here")
    queries.clear()
    rows(browser, "tie", sortModel=[{"colId": "from", "sort": "asc"}])
    assert len(queries) <= 5


@pytest.mark.parametrize("query", ["?asked=", "?asked=null", "?asked=%00", "?asked=%ff%fe", "?asked={}&q=" + "x" * 201])
def test_an_address_that_cannot_be_meant_is_400(as_user, query):
    assert as_user("coordinator_here").get(f"/data/rows/stakeholder{query}").status_code == 400


@pytest.mark.parametrize(
    "limits",
    [
        {"startRow": 0, "endRow": 10**400},
        {"startRow": -(10**30), "endRow": 5},
        {"startRow": 2**53, "endRow": 2**53},
        {"startRow": None, "endRow": 5},
        {"startRow": [0], "endRow": 5},
        {"startRow": 0, "endRow": False},
        {"startRow": 0, "endRow": 1e3},
    ],
)
def test_limits_that_no_grid_asks_for_are_400(as_user, limits):
    assert rows(as_user("coordinator_here"), **limits).status_code == 400


def test_no_more_rows_come_than_a_grid_takes_at_once(as_user):
    assert len(rows(as_user("coordinator_here"), endRow=2**40).get_json()["rows"]) <= MOST_ROWS


@pytest.mark.parametrize("network", ["x", "-1", "9" * 40, "1e3", "%00", "²", "null"])
def test_a_network_that_cannot_be_is_no_failure(as_user, network):
    browser = as_user("coordinator_here")
    assert rows(browser, query=f"&network={network}").status_code in (200, 400)
    assert browser.get(f"/data/choices/tie?network={network}").status_code in (400, 404)
