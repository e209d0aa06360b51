"""The page on which every change can be read and taken back."""

import pytest

from tests.dashboard.test_edit import COORDINATOR, member
from tests.editing import run, save
from tests.opening import build_page, open_page, page_text


@pytest.fixture
def browser(as_user):
    """A coordinator who has just changed the place of a stakeholder."""
    opened, row = as_user(COORDINATOR), member()
    run(opened, save(row, "place", row.place, "Nowhere-on-Sea"))
    return opened


def test_it_shows_both_values_side_by_side_and_the_way_back(browser):
    text = page_text(browser, "/history")
    assert "Nowhere-on-Sea" in text
    assert "'data-undo'" in text


def test_it_can_show_one_record(browser):
    row = member()
    text = page_text(browser, f"/history?table=stakeholder&row={row.id}")
    assert "(one record only)" in text
    assert row.name in text


@pytest.mark.parametrize("query", ["person=999999", "network=999999", "table=account", "since=2", "row=x", "row=-1", "row=9e9", "page=77"])
def test_what_it_does_not_understand_is_left_out_and_said(browser, query):
    assert "not understood" in page_text(browser, f"/history?{query}")


def test_the_file_and_the_other_pages_keep_what_was_chosen(browser):
    row = member()
    text = page_text(browser, f"/history?table=stakeholder&row={row.id}&since=7&person=")
    assert f"/download/history.csv?table=stakeholder&row={row.id}&since=7" in text


def test_the_origin_of_a_value_is_told_with_the_record(browser):
    row = member()
    origin = {"kind": "reading", "other_value": None, "text": "Guessed from the website", "source": None}
    run(browser, {"do": "note", "table": "stakeholder", "row": row.id, "field": "role", "old": None, "new": origin})
    text = page_text(browser, f"/history?table=stakeholder&row={row.id}")
    assert "said where the value of a field comes from" in text
    assert "our reading; Guessed from the website" in text


def test_it_takes_at_most_twelve_statements(browser, queries):
    queries.clear()
    build_page(browser, "/history")
    assert len(queries) <= 12


def test_another_coordinator_reads_nothing_of_it(browser, as_user):
    assert "Nowhere-on-Sea" not in page_text(as_user("coordinator_elsewhere"), "/history")


@pytest.mark.parametrize("point_of_view", ["leader_here", "leader_everywhere", "funder", "administrator"])
def test_it_is_for_coordinators_only(as_user, point_of_view):
    assert "not for your role" in str(open_page(as_user(point_of_view), "/history").get_json())
