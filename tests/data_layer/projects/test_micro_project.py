"""Which micro projects there are, and to which years they belong."""

from datetime import date

import pytest

from data_layer.access import reading
from data_layer.actor import Actor
from data_layer.models import Network, Stakeholder
from data_layer.projects.micro_project import micro_projects
from data_layer.scope import Scope
from data_layer.vocabulary import AccountRole
from tests.factories import (
    make_assessment,
    make_event,
    make_funding_case,
    make_funding_source,
    make_micro_project,
    make_need,
    make_network,
    make_phase_change,
    make_receipt,
    make_stakeholder,
    make_tie,
)

DAY = {"day_first": date(2017, 5, 1), "day_last": date(2017, 5, 31)}


def names(session, scope):
    return [line.name for line in micro_projects(session, scope).lines]


@pytest.fixture
def project(session):
    network = make_network(session)
    group = make_stakeholder(session, network, "group")
    return make_micro_project(session, network, group_id=group.id)


def network_of(session, project):
    return session.get(Network, project.network_id)


def dated_tie_of_the_group(session, project):
    group = session.get(Stakeholder, project.group_id)
    make_tie(
        session,
        make_stakeholder(session, network_of(session, project), "other"),
        group,
        start_first=DAY["day_first"],
        start_last=DAY["day_last"],
    )


def test_micro_projects_come_by_name_with_their_network(session):
    network = make_network(session, "Valley")
    for name in ("Orchard", "Bakery"):
        make_micro_project(session, network, name)
    assert [(line.name, line.network) for line in micro_projects(session, Scope()).lines] == [("Bakery", "Valley"), ("Orchard", "Valley")]


def test_network_and_target_group_are_chosen(session):
    here, there = make_network(session, "here"), make_network(session, "there")
    make_micro_project(session, here, "wanted", target_groups=("older", "youth"))
    make_micro_project(session, here, "another group", target_groups=("older",))
    make_micro_project(session, there, "another network", target_groups=("youth",))
    assert names(session, Scope(here.id, "youth")) == ["wanted"]


def test_a_micro_project_belongs_to_the_years_between_its_first_and_last_dated_fact(session, project):
    network = make_network(session, "elsewhere")
    make_phase_change(session, project, "needs", day_first=date(2016, 1, 1), day_last=date(2016, 12, 31))
    make_event(session, network, "of nobody", day_first=date(2012, 1, 1), day_last=date(2012, 1, 1))
    make_assessment(session, project, "users", 3, day_first=date(2018, 1, 1), day_last=date(2018, 1, 1))
    assert [year for year in range(2014, 2021) if names(session, Scope(year=year))] == [2016, 2017, 2018]


def test_one_without_any_date_belongs_to_every_year_and_is_counted(session, project):
    found = micro_projects(session, Scope(year=2016))
    assert (len(found.lines), found.undated) == (1, 1)


def test_without_a_year_nothing_is_counted_as_undated(session, project):
    assert micro_projects(session, Scope()).undated == 0


@pytest.mark.parametrize(
    "add",
    [
        lambda session, project: make_phase_change(session, project, "needs", **DAY),
        lambda session, project: make_event(session, network_of(session, project), micro_project_id=project.id, **DAY),
        lambda session, project: make_assessment(session, project, "users", 3, **DAY),
        lambda session, project: make_need(
            session, network_of(session, project), status="micro_project", micro_project_id=project.id, **DAY
        ),
        lambda session, project: make_funding_case(
            session, project, make_funding_source(session), decided_first=DAY["day_first"], decided_last=DAY["day_last"]
        ),
        lambda session, project: make_receipt(
            session, make_funding_case(session, project, make_funding_source(session), currency="EUR"), 500, **DAY
        ),
        dated_tie_of_the_group,
    ],
    ids=["phase", "event", "reading", "need", "case", "receipt", "tie of the group"],
)
def test_each_kind_of_dated_fact_places_it_in_time(session, project, add):
    add(session, project)
    assert (names(session, Scope(year=2016)), names(session, Scope(year=2017))) == ([], ["Sewing room"])


def test_a_year_is_looked_for_only_in_rows_that_the_account_sees(session, project):
    make_phase_change(session, project, "needs", **DAY)
    session.commit()
    actor = Actor(1, "c@example.org", AccountRole.COORDINATOR, frozenset())
    with reading(actor) as own:
        assert micro_projects(own, Scope(year=2017)).lines == ()


@pytest.mark.parametrize(("scope", "statements"), [(Scope(), 1), (Scope(year=2017), 2)])
def test_the_number_of_statements_does_not_grow_with_the_rows(session, queries, scope, statements):
    network = make_network(session)
    for number in range(20):
        make_phase_change(session, make_micro_project(session, network, f"project {number}"), "needs", **DAY)
    queries.clear()
    micro_projects(session, scope)
    assert len(queries) == statements
