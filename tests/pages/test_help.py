"""The help page is open to everybody who is signed in."""

import pytest

from tests.opening import build_page, open_page, page_text


@pytest.mark.parametrize("point_of_view", ["coordinator_here", "leader_everywhere", "funder", "administrator"])
def test_every_role_can_read_it(as_user, point_of_view):
    page = page_text(as_user(point_of_view), "/help")
    assert "Participation pyramid" in page
    assert "Zivilgesellschaftliche Eigenaktivitäten" in page


@pytest.mark.parametrize(("point_of_view", "role"), [("coordinator_here", "coordinator"), ("funder", "funder")])
def test_it_begins_with_what_the_role_can_do(as_user, point_of_view, role):
    assert f"Your role: {role}." in page_text(as_user(point_of_view), "/help")


def test_it_needs_nothing_from_the_database_but_the_sign_in_and_how_far_the_data_have_come(as_user, queries):
    browser = as_user("administrator")
    open_page(browser, "/help")
    queries.clear()
    build_page(browser, "/help")
    assert len(queries) == 2


def test_what_is_not_understood_is_left_out_and_said(as_user):
    assert "left out: colour." in page_text(as_user("funder"), "/help?colour=red")
