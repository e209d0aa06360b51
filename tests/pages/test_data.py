"""The page that lists all tables, and the page of each table."""

import pytest
import sqlalchemy as sa

from dashboard.permissions import OF_PILOTS
from data_layer.editing.tables import TABLES
from data_layer.engine import bare_session
from data_layer.models import Network, Stakeholder
from tests.dashboard.test_edit import COORDINATOR, member
from tests.editing import run
from tests.opening import build_page, document_title, open_page, page_text
from tests.points_of_view import ELSEWHERE, HERE

REFUSED = "not for your role"


def networks():
    with bare_session() as session:
        return dict(session.execute(sa.select(Network.name, Network.id)).all())


def members(network):
    with bare_session() as session:
        here = Stakeholder.network_id == networks()[network]
        return session.scalar(sa.select(sa.func.count(Stakeholder.id)).where(here, Stakeholder.trashed_by.is_(None)))


def line(browser, table):
    """What stands beside a table on /data: rows, rows in the trash; None where the table is not there."""
    for _row, _attributes, *cells in _found(open_page(browser, "/data").get_json(), "tr"):
        if any(link[1]["href"] == f"/data/{table}" for link in _found(cells, "Link")):
            return [_words(cell) for cell in cells[1:]]
    return None


def _found(part, tag):
    """The elements of a kind: each is [tag, attributes, *children]."""
    if isinstance(part, list) and part and part[0] == tag:
        yield part
    for one in part.values() if isinstance(part, dict) else part if isinstance(part, list) else ():
        yield from _found(one, tag)


def _words(element):
    return element if isinstance(element, str) else "".join(map(_words, element[2:]))


class TestTables:
    def test_a_coordinator_sees_every_table(self, as_user):
        browser = as_user(COORDINATOR)
        assert [table for table in TABLES if line(browser, table) is None] == []

    def test_an_administrator_sees_the_catalogue_alone(self, as_user):
        browser = as_user("administrator")
        assert [table for table in TABLES if line(browser, table) is not None] == ["funding_source"]

    def test_a_leader_sees_the_tables_of_pilots_alone(self, as_user):
        browser = as_user("leader_here")
        assert {table for table in TABLES if line(browser, table) is not None} == OF_PILOTS

    @pytest.mark.parametrize("point_of_view", ["leader_here", "leader_everywhere"])
    def test_a_leader_opens_no_other_table(self, as_user, point_of_view):
        browser = as_user(point_of_view)
        refused = {table for table in TABLES if REFUSED in page_text(browser, f"/data/{table}")}
        assert refused == TABLES.keys() - OF_PILOTS

    @pytest.mark.parametrize("path", ["/data", *(f"/data/{table}" for table in ("stakeholder", "funding_source", "pilot"))])
    def test_it_is_not_for_funders(self, as_user, path):
        assert REFUSED in page_text(as_user("funder"), path)

    def test_an_administrator_opens_no_table_of_a_network(self, as_user):
        refused = [table for table in TABLES if REFUSED in page_text(as_user("administrator"), f"/data/{table}")]
        assert refused == [table for table in TABLES if table != "funding_source"]

    @pytest.mark.parametrize(("point_of_view", "network"), [("coordinator_here", HERE), ("coordinator_elsewhere", ELSEWHERE)])
    def test_rows_are_counted_in_the_own_networks(self, as_user, point_of_view, network):
        assert line(as_user(point_of_view), "stakeholder") == [str(members(network)), "0"]
        assert line(as_user(point_of_view), "network") == ["1", "0"]

    def test_the_trash_is_counted_for_those_whose_it_is(self, as_user):
        browser, row, count = as_user(COORDINATOR), member(), members(HERE)
        run(browser, {"do": "trash", "table": "stakeholder", "ids": [row.id]})
        assert line(browser, "stakeholder") == [str(count - 1), "1"]
        assert line(as_user("coordinator_elsewhere"), "stakeholder")[1] == "0"
        assert "/data/stakeholder?trash=1" in page_text(browser, "/data")

    def test_an_anonymous_visitor_is_sent_to_sign_in(self, client):
        assert open_page(client, "/data").status_code == 401
        assert client.get("/data/stakeholder").status_code in (302, 401)

    def test_what_the_address_says_beyond_its_path_is_left_out_and_said(self, as_user):
        assert "left out: x." in page_text(as_user(COORDINATOR), "/data?x=1")

    def test_few_statements_are_enough(self, as_user, queries):
        browser = as_user(COORDINATOR)
        queries.clear()
        build_page(browser, "/data")
        assert len(queries) <= 4


class TestOneTable:
    @pytest.mark.parametrize(
        "path", ["/data/account", "/data/note", "/data/sign_in", "/data/nowhere", "/data/stakeholder/1", "/data/%2e%2e"]
    )
    def test_what_is_no_table_is_not_there(self, as_user, path):
        assert as_user(COORDINATOR).get(path).status_code == 404

    def test_each_table_has_a_page_with_a_title_of_its_own(self, as_user):
        browser = as_user(COORDINATOR)
        assert len({document_title(browser, f"/data/{table}") for table in TABLES}) == len(TABLES)

    @pytest.mark.parametrize("table", TABLES)
    @pytest.mark.parametrize("query", ["", "?trash=1"])
    def test_few_statements_are_enough(self, as_user, queries, table, query):
        browser = as_user(COORDINATOR)
        queries.clear()
        build_page(browser, f"/data/{table}{query}")
        assert len(queries) <= 4

    def test_the_rows_come_later_and_no_row_stands_in_the_page(self, as_user):
        assert member().name not in page_text(as_user(COORDINATOR), "/data/stakeholder")

    @pytest.mark.parametrize(
        "query", ["network=999999", "network=x", "network=-1", "trash=2", "trash=yes", "row=1", "sort=name", "filter=x"]
    )
    def test_what_the_address_asks_and_cannot_have_is_left_out_and_said(self, as_user, query):
        assert f"left out: {query.partition('=')[0]}." in page_text(as_user(COORDINATOR), f"/data/stakeholder?{query}")

    def test_a_foreign_network_is_left_out_like_one_that_there_is_not(self, as_user):
        browser = as_user(COORDINATOR)
        for row_id in (networks()[ELSEWHERE], 999999):
            text = page_text(browser, f"/data/stakeholder?network={row_id}")
            assert "left out: network." in text
            assert ELSEWHERE not in text

    def test_in_the_trash_rows_are_brought_back_and_not_changed(self, as_user):
        text = page_text(as_user(COORDINATOR), "/data/stakeholder?trash=1")
        assert "'data-grid': 'restore'" in text
        assert "'data-grid': 'add'" not in text
        assert "lenGrid.editable" not in text

    def test_networks_are_changed_but_neither_made_nor_thrown_away(self, as_user):
        browser = as_user(COORDINATOR)
        text = page_text(browser, "/data/network")
        assert "'data-grid': 'bulk'" in text
        assert not any(f"'data-grid': '{act}'" in text for act in ("add", "trash", "restore"))
        assert "/data/network?trash=1" not in text
        assert "left out: trash." in page_text(browser, "/data/network?trash=1")

    def test_an_administrator_may_change_the_catalogue(self, as_user):
        assert "'data-grid': 'add'" in page_text(as_user("administrator"), "/data/funding_source")
