"""Where each network stands, counted in the database."""

from datetime import date

import pytest

from data_layer.access import reading
from data_layer.actor import Actor
from data_layer.network.standing import Counts, network_standings, total
from data_layer.scope import Scope
from data_layer.vocabulary import AccountRole
from tests.factories import make_micro_project, make_network, make_stakeholder, make_tie


def standings(session, **chosen):
    return network_standings(session, Scope(**chosen), time_zone="UTC")


@pytest.fixture
def valley(session):
    network = make_network(session, "Northern Valley", target_groups=("older",), country="SE")
    one = make_stakeholder(session, network, "Provider", role="facilitator", sector="provider")
    two = make_stakeholder(session, network, "Group", sector="users")
    make_tie(session, one, two, confirmed=True, start_first=date(2020, 1, 1), start_last=date(2020, 12, 31))
    make_tie(session, one, two)
    make_micro_project(session, network, target_groups=("older",))
    make_micro_project(session, network, "Café", target_groups=("youth",))
    return network


def test_rows_are_counted_once_each(session, valley):
    (found,) = standings(session)
    assert found.counts == Counts(stakeholders=2, ties=2, confirmed_ties=1, dated_ties=1, micro_projects=2)


def test_facilitators_and_sectors_are_known(session, valley):
    (found,) = standings(session)
    assert ([name for _id, name in found.facilitators], found.sectors) == (["Provider"], {"provider", "users"})


def test_who_stands_outside_is_no_sector_of_the_network(session, valley):
    make_stakeholder(session, valley, "Far school", sector="education", role="outside")
    assert "education" not in standings(session)[0].sectors


def test_a_year_narrows_the_ties(session, valley):
    assert standings(session, year=2019)[0].counts.ties == 1


def test_a_group_narrows_the_micro_projects_and_keeps_networks_that_serve_it(session, valley):
    make_network(session, "Elsewhere", target_groups=("migrants",))
    (found,) = standings(session, target_group="youth")
    assert (found.name, found.counts.micro_projects) == ("Northern Valley", 1)


def test_lens_come_first_then_by_name(session):
    for name, status in (("B", "len"), ("A", "unclear"), ("C", "len")):
        make_network(session, name, status=status)
    assert [found.name for found in standings(session)] == ["B", "C", "A"]


@pytest.mark.parametrize("add", [make_stakeholder, make_micro_project])
def test_any_row_ends_the_emptiness(session, add):
    network = make_network(session)
    assert not standings(session)[0].has_rows
    add(session, network)
    assert standings(session)[0].has_rows


def test_counts_of_several_networks_add_up(session, valley):
    make_micro_project(session, make_network(session, "Other"))
    assert total(standings(session)) == Counts(2, 2, 1, 1, 3)


def test_rows_of_foreign_networks_and_of_the_trash_are_not_counted(session, valley):
    other = make_network(session, "Other")
    make_micro_project(session, other)
    session.commit()
    with reading(Actor(1, "a@example.org", AccountRole.COORDINATOR, frozenset({other.id}))) as own:
        assert [(found.name, found.counts.micro_projects) for found in standings(own)] == [("Other", 1)]


@pytest.mark.parametrize("networks", [1, 12])
def test_two_statements_are_enough(session, queries, networks):
    for number in range(networks):
        make_stakeholder(session, make_network(session, f"LEN {number}"))
    queries.clear()
    standings(session)
    assert len(queries) == 2
