"""A page is built once for each person, until something changes that it depends on."""

from datetime import UTC, datetime

import pytest
import sqlalchemy as sa

from data_layer.action import acting
from data_layer.engine import bare_session
from data_layer.models import MicroProject, Network
from tests.opening import open_page, page_text
from tests.points_of_view import HERE

KNOWN_ALREADY = 2  # who asks, and how far the data have come


def rename_a_micro_project(name):
    with bare_session(write=True) as session:
        row = session.scalars(
            sa.select(MicroProject).join(Network, Network.id == MicroProject.network_id).where(Network.name == HERE)
        ).first()
        with acting(session, "test.rename") as action:
            action.update(row, name=name)
        session.commit()


@pytest.mark.parametrize("address", ["/", "/micro-projects", "/funding?year=2017", "/participation", "/help", "/network"])
def test_a_page_that_stands_takes_two_statements(as_user, queries, address):
    browser = as_user("coordinator_here")
    first = open_page(browser, address).data
    queries.clear()
    assert open_page(browser, address).data == first
    assert len(queries) == KNOWN_ALREADY


def test_any_action_has_it_built_anew(as_user):
    browser = as_user("coordinator_here")
    assert "Sewing for everybody" not in page_text(browser, "/micro-projects")
    rename_a_micro_project("Sewing for everybody")
    assert "Sewing for everybody" in page_text(browser, "/micro-projects")


def test_nobody_gets_what_was_built_for_somebody_else(as_user):
    assert "Guest at School" in page_text(as_user("leader_everywhere"), "/micro-projects")
    assert "Guest at School" not in page_text(as_user("coordinator_here"), "/micro-projects")


def test_it_is_kept_by_language(as_user):
    browser = as_user("coordinator_here")
    english = page_text(browser, "/help")
    browser.environ_base["HTTP_ACCEPT_LANGUAGE"] = "de"
    assert page_text(browser, "/help") != english


def test_it_is_built_anew_when_another_day_may_have_begun(as_user, clock, queries):
    clock(datetime(2026, 3, 1, 23, 59, tzinfo=UTC))
    browser = as_user("coordinator_here")
    open_page(browser, "/")
    clock(datetime(2026, 3, 2, tzinfo=UTC))
    queries.clear()
    open_page(browser, "/")
    assert len(queries) > KNOWN_ALREADY


@pytest.mark.parametrize("query", ["network=1&network=2", "nonsense=1&nonsense=2", "year=2017&year=2018"])
def test_a_key_that_stands_twice_is_no_stumbling_block(as_user, query):
    assert [open_page(as_user("coordinator_here"), f"/?{query}").status_code for _time in range(2)] == [200, 200]


def test_what_is_not_there_is_not_kept(as_user):
    browser = as_user("coordinator_here")
    refused = page_text(browser, "/micro-projects/999999")
    assert page_text(browser, "/micro-projects/999999") == refused


def test_own_sign_ins_are_always_as_they_are(as_user):
    browser = as_user("coordinator_here")
    before = page_text(browser, "/account")
    as_user("coordinator_here")
    assert page_text(browser, "/account") != before
