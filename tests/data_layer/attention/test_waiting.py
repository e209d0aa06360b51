"""All rules together: in their order, for the scope, in few statements."""

import pytest

from data_layer.access import reading
from data_layer.actor import Actor
from data_layer.analysis.pair import pairs, stage_pairs
from data_layer.attention import Kind, waiting
from data_layer.network.standing import network_standings
from data_layer.participation import latest_readings
from data_layer.scope import Scope
from data_layer.vocabulary import AccountRole
from tests.factories import make_event, make_micro_project, make_network, make_note, make_stakeholder

EVERYWHERE = Actor(1, "a@example.org", AccountRole.LEADER, all_networks=True)


def ask(session, **chosen):
    scope = Scope(**chosen)
    networks = network_standings(session, scope, time_zone="UTC")
    return waiting(session, scope, networks=networks, pairs=pairs(stage_pairs(latest_readings(session, scope))), time_zone="UTC")


def test_every_kind_is_there_in_the_order_of_urgency(session):
    assert list(ask(session)) == list(Kind)


def test_nothing_recorded_means_nothing_waits(session):
    assert not any(ask(session).values())


def test_another_network_can_be_left_out(session):
    here, there = make_network(session, "Here"), make_network(session, "There")
    for network in (here, there):
        make_micro_project(session, network, end_state="open")
        make_note(session, make_event(session, network), "participants", "conflict", other_value="9")
    found = ask(session, network_id=here.id)
    assert {item.network for items in found.values() for item in items} == {"Here"}


def test_the_sample_finds_what_its_sources_leave_open(sample_database):
    with reading(EVERYWHERE) as session:
        found = ask(session)
    assert [item.micro_project for item in found[Kind.STALLED]] == ["Guest at School"]
    assert [(item.first[1], item.second[1]) for item in found[Kind.TWIN]] == [("Tailor cooperative", "Syhörnan / Sömnadskollektivet")]
    trip = found[Kind.CONFLICT][0]
    assert (trip.subject, trip.value, trip.other_value) == ("Trip by cutter and to the mudflats", 17, "18 families, 30 children")
    assert (found[Kind.USERS_BELOW], found[Kind.NOT_ASKED], found[Kind.EMPTY]) == ([], [], [])


@pytest.mark.parametrize("rows", [1, 20])
def test_the_number_of_statements_does_not_grow_with_the_rows(session, queries, rows):
    for number in range(rows):
        network = make_network(session, f"LEN {number}")
        group = make_stakeholder(session, network, "Group")
        make_micro_project(session, network, group_id=group.id, end_state="open")
        make_note(session, make_event(session, network), "participants", "conflict", other_value="9")
    scope = Scope()
    networks = network_standings(session, scope, time_zone="UTC")
    queries.clear()
    waiting(session, scope, networks=networks, pairs=[], time_zone="UTC")
    assert len(queries) == 5
