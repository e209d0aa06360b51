"""The trash: who, when, and what comes back with a row."""

from collections import Counter
from datetime import UTC, datetime

import pytest

from data_layer.accounts.account import add_account
from data_layer.actor import Actor
from data_layer.editing.edit import restore_rows, trash_rows
from data_layer.editing.grid_rows import TRASHED_AT, TRASHED_WHO, Asked, grid_rows
from data_layer.editing.in_trash import what_comes_back
from data_layer.editing.tables import TABLES
from data_layer.vocabulary import AccountRole
from tests.factories import make_micro_project, make_need, make_network, make_note, make_phase_change, make_stakeholder, make_tie

STAKEHOLDER = TABLES["stakeholder"]


@pytest.fixture
def here(session):
    return make_network(session)


@pytest.fixture
def group(session, here):
    """A group with a tie, a micro project, what hangs on that, and a note on its name."""
    group = make_stakeholder(session, here, "Sewing group")
    make_tie(session, group, make_stakeholder(session, here, "Bakery"))
    project = make_micro_project(session, here, group_id=group.id)
    make_phase_change(session, project, "design")
    make_need(session, here, micro_project_id=project.id, status="micro_project")
    make_note(session, group, "name")
    return group


def in_trash(session, **asked):
    return {row.values["name"]: row.in_trash for row in grid_rows(session, STAKEHOLDER, Asked(0, 100, trash=True, **asked)).rows}


def test_what_comes_back_is_what_bringing_back_brings(session, group):
    action, gone = trash_rows(session, STAKEHOLDER, [group.id])
    found = what_comes_back(session, STAKEHOLDER, {group.id: action})[group.id]
    assert set(found) >= {"tie", "micro_project", "phase_change", "note"}
    _action, back = restore_rows(session, STAKEHOLDER, [group.id])
    assert back == gone == found + Counter(["stakeholder"])


def test_what_went_into_the_trash_on_another_day_stays_there(session, here):
    one, two = (make_stakeholder(session, here, name) for name in ("One", "Two"))
    tie = make_tie(session, one, two)
    trash_rows(session, TABLES["tie"], [tie.id])
    action, _counts = trash_rows(session, STAKEHOLDER, [one.id])
    assert what_comes_back(session, STAKEHOLDER, {one.id: action}) == {one.id: {}}


def test_rows_that_went_together_each_say_their_own(session, here):
    one, two, three = (make_stakeholder(session, here, name) for name in ("One", "Two", "Three"))
    make_tie(session, one, two)
    action, _counts = trash_rows(session, STAKEHOLDER, [one.id, two.id, three.id])
    found = what_comes_back(session, STAKEHOLDER, dict.fromkeys([one.id, two.id, three.id], action))
    assert found == {one.id: {"tie": 1}, two.id: {"tie": 1}, three.id: {}}


def test_a_row_in_the_trash_says_who_put_it_there_and_when(session, here, clock):
    clock(datetime(2026, 3, 4, 5, 6, tzinfo=UTC))
    account = add_account(session, email="anna@example.org", password="three words together", role="coordinator", networks=[here.name])
    row = make_stakeholder(session, here, "One")
    session.info["actor"] = Actor(account.id, account.email, AccountRole.COORDINATOR, frozenset({here.id}))
    trash_rows(session, STAKEHOLDER, [row.id])
    found = in_trash(session)["One"]
    assert (found.who, found.own, found.at) == ("anna@example.org", True, datetime(2026, 3, 4, 5, 6, tzinfo=UTC))


def test_what_the_server_put_there_has_nobody(session, here):
    trash_rows(session, STAKEHOLDER, [make_stakeholder(session, here, "One").id])
    assert (in_trash(session)["One"].who, in_trash(session)["One"].own) == (None, False)


def test_the_latest_stands_first_and_other_orders_can_be_asked_for(session, here):
    for row in [make_stakeholder(session, here, name) for name in ("One", "Two", "Three")]:
        trash_rows(session, STAKEHOLDER, [row.id])
    assert list(in_trash(session)) == ["Three", "Two", "One"]
    assert list(in_trash(session, order=[(TRASHED_AT, False)])) == ["One", "Two", "Three"]
    assert len(in_trash(session, order=[(TRASHED_WHO, True)])) == 3


def test_live_rows_say_nothing_of_the_trash(session, here):
    make_stakeholder(session, here, "One")
    assert [row.in_trash for row in grid_rows(session, STAKEHOLDER, Asked(0, 100)).rows] == [None]


def test_the_trash_takes_one_statement_more_than_the_table(session, group, queries):
    queries.clear()
    grid_rows(session, STAKEHOLDER, Asked(0, 100))
    live = len(queries)
    trash_rows(session, STAKEHOLDER, [group.id])
    queries.clear()
    in_trash(session)
    assert len(queries) == live + 1
