"""Two releases side by side: only for who reads both, and only what both show."""

from dataclasses import replace
from datetime import date

import pytest

from data_layer.access import reading
from data_layer.accounts.account import add_account
from data_layer.actor import Actor
from data_layer.engine import bare_session
from data_layer.problem import NotFound
from data_layer.releases.comparison import comparison
from data_layer.releases.released import NetworkLine
from data_layer.vocabulary import AccountRole
from tests.releasing import persons, store_release, tables

PASSWORD = "harbour-lantern-maple"


@pytest.fixture
def world(database):
    """A funder and three releases, of which two name the funder: (funder, earlier, later, of somebody else)."""
    with bare_session(write=True) as session:
        account = add_account(session, email="funder@example.org", password=PASSWORD, role="funder")
        named = {"readers": ["funder@example.org"]}
        later = store_release(session, tables(persons(migrants=40)), title="Autumn", as_of=date(2026, 10, 1), **named)
        earlier = store_release(session, tables(persons(migrants=25)), **named)
        foreign = store_release(session, tables(persons(migrants=99)), readers=[])
        session.commit()
    return Actor(account.id, account.email, AccountRole.FUNDER), earlier, later, foreign


def test_the_earlier_release_comes_first_whatever_was_asked_first(world):
    funder, earlier, later, _foreign = world
    with reading(funder) as session:
        found = [comparison(session, *order) for order in ((earlier, later), (later, earlier))]
    assert [(each.before.id, each.after.id) for each in found] == [(earlier, later)] * 2


def test_what_both_have_is_told_with_its_change(world):
    funder, earlier, later, _foreign = world
    with reading(funder) as session:
        found = comparison(session, earlier, later)
    (table,) = [each for each in found.tables if each.code == "reached_by_group"]
    assert [(each.row, each.before, each.after, each.change) for each in table.figures] == [("migrants", 25, 40, 15)]


def test_a_release_that_does_not_name_the_reader_is_not_there(world):
    funder, earlier, _later, foreign = world
    with reading(funder) as session, pytest.raises(NotFound):
        comparison(session, earlier, foreign)


def test_one_release_twice_is_no_comparison(world):
    funder, earlier, _later, _foreign = world
    with reading(funder) as session, pytest.raises(NotFound):
        comparison(session, earlier, earlier)


def test_it_takes_one_statement(world, queries):
    funder, earlier, later, _foreign = world
    queries.clear()
    with reading(funder) as session:
        comparison(session, earlier, later)
    assert len(queries) == 1


def test_networks_of_unclear_status_are_named_and_not_counted(database):
    told = replace(tables(persons(migrants=40)), unclear=(NetworkLine("Somewhere", None, None, ()),))
    with bare_session(write=True) as session:
        account = add_account(session, email="funder@example.org", password=PASSWORD, role="funder")
        one, two = (store_release(session, told, readers=["funder@example.org"]) for _each in range(2))
        session.commit()
    with reading(Actor(account.id, account.email, AccountRole.FUNDER)) as session:
        side = comparison(session, one, two).before
    assert "Somewhere" in side.names
    assert side.networks == len(told.networks) == len(side.names) - 1
