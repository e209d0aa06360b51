"""Needs with what became of them."""

from datetime import date

from data_layer.needs.need import found_at, found_needs, groups_worked_with
from data_layer.scope import Scope
from tests.factories import make_event, make_micro_project, make_need, make_network, make_stakeholder


def whats(found):
    return [need.what for need in found]


def test_a_need_names_its_network_event_provider_and_micro_project(session):
    network = make_network(session, "Here")
    event, project, provider = (
        make_event(session, network, "Talk"),
        make_micro_project(session, network, "Room"),
        make_stakeholder(session, network, "Diaconia"),
    )
    make_need(session, network, "a room", event_id=event.id, status="micro_project", micro_project_id=project.id)
    make_need(session, network, "help", status="taken_up", provider_id=provider.id)
    room, help_ = found_needs(session, Scope())
    assert (room.network, room.event, room.micro_project, room.provider) == ("Here", "Talk", "Room", None)
    assert (help_.event, help_.micro_project, help_.provider) == (None, None, "Diaconia")


def test_a_scope_chooses_network_group_and_year_and_keeps_what_has_no_date(session):
    here, there = make_network(session, "Here"), make_network(session, "There")
    spring = {"day_first": date(2017, 3, 1), "day_last": date(2017, 5, 31)}
    make_need(session, here, "in spring", target_groups=("youth",), **spring)
    make_need(session, here, "whenever", target_groups=("older",))
    make_need(session, there, "elsewhere")
    assert whats(found_needs(session, Scope(network_id=here.id))) == ["in spring", "whenever"]
    assert whats(found_needs(session, Scope(target_group="youth"))) == ["in spring"]
    assert whats(found_needs(session, Scope(network_id=here.id, year=2018))) == ["whenever"]


def test_the_needs_that_were_found_out_at_events(session):
    network = make_network(session)
    event, other = make_event(session, network), make_event(session, network)
    need = make_need(session, network, "a room", event_id=event.id)
    make_need(session, network, "a bus", event_id=other.id)
    make_need(session, network, "somewhere else")
    assert found_at(session, [event.id]) == [(event.id, need.id, "a room")]


def test_the_groups_that_networks_work_with(session):
    here = make_network(session, "Here", target_groups=("youth", "older"))
    make_network(session, "There", target_groups=("migrants",))
    assert groups_worked_with(session, Scope()) == {"youth", "older", "migrants"}
    assert groups_worked_with(session, Scope(network_id=here.id)) == {"youth", "older"}
    assert groups_worked_with(session, Scope(target_group="youth")) == {"youth"}
    assert groups_worked_with(session, Scope(target_group="addiction")) == set()
