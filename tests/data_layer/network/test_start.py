"""The first steps in a network are ticked by what is recorded."""

import pytest

from data_layer.accounts.account import add_account
from data_layer.network.standing import network_standings
from data_layer.network.start import STEPS, starts
from data_layer.scope import Scope
from tests.factories import make_assessment, make_micro_project, make_network, make_stakeholder, make_tie

PASSWORD = "three unrelated words"


@pytest.fixture
def network(session):
    return make_network(session)


def lists(session):
    return starts(network_standings(session, Scope(), time_zone="UTC"))


def done(session):
    return [step for step in STEPS if step in lists(session)[0].done]


def test_an_empty_network_has_all_steps_before_it(session, network):
    assert [(start.network, start.done) for start in lists(session)] == [("Northern Valley", frozenset())]


def test_stakeholders_and_ties(session, network):
    make_tie(session, make_stakeholder(session, network, "one"), make_stakeholder(session, network, "two"))
    assert done(session) == ["stakeholders", "ties"]


@pytest.mark.parametrize(("sides", "ticked"), [(["users"], False), (["users", "professionals"], True)])
def test_both_sides_are_asked_when_both_have_answered(session, network, sides, ticked):
    project = make_micro_project(session, network)
    for side in sides:
        make_assessment(session, project, side, 3)
    assert ("both_sides" in lists(session)[0].done) == ticked


@pytest.mark.parametrize(("people", "ticked"), [(1, False), (2, True)])
def test_a_colleague_is_a_second_coordinator(session, network, people, ticked):
    for number in range(people):
        add_account(session, email=f"number{number}@example.org", password=PASSWORD, role="coordinator", networks=["Northern Valley"])
    add_account(session, email="leading@example.org", password=PASSWORD, role="leader", all_networks=True)
    assert ("colleague" in lists(session)[0].done) == ticked


@pytest.mark.parametrize("fields", [{"sample": True}, {"status": "unclear"}])
def test_the_sample_and_unclear_networks_have_no_list(session, fields):
    make_network(session, **fields)
    assert lists(session) == []


def test_with_all_steps_taken_the_list_goes(session, network):
    make_tie(session, make_stakeholder(session, network, "one"), make_stakeholder(session, network, "two"))
    project = make_micro_project(session, network)
    for side in ("users", "professionals"):
        make_assessment(session, project, side, 3)
    for number in range(2):
        add_account(session, email=f"number{number}@example.org", password=PASSWORD, role="coordinator", all_networks=True)
    assert lists(session) == []
