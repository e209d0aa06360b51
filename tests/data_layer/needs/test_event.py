"""Events and who was at them."""

from datetime import date

from data_layer.needs.event import attendances, guests, held_events
from data_layer.scope import Scope
from tests.factories import make_attendance, make_event, make_event_guest, make_micro_project, make_network, make_stakeholder


def titles(found):
    return [event.title for event in found]


def on(*day):
    return {"day_first": date(*day), "day_last": date(*day)}


def test_the_latest_event_stands_first_and_undated_ones_last(session):
    network = make_network(session)
    for title, day in (("undated", {}), ("first", on(2017, 1, 1)), ("last", on(2018, 1, 1))):
        make_event(session, network, title, **day)
    assert titles(held_events(session, Scope())) == ["last", "first", "undated"]


def test_a_year_keeps_undated_events(session):
    network = make_network(session)
    make_event(session, network, "undated")
    make_event(session, network, "dated", **on(2017, 1, 1))
    assert titles(held_events(session, Scope(year=2018))) == ["undated"]


def test_a_group_leaves_out_events_that_are_for_others(session):
    network = make_network(session)
    of_youth = make_micro_project(session, network, "youth", target_groups=("youth",))
    of_older = make_micro_project(session, network, "older", target_groups=("older",))
    make_event(session, network, "of its micro project", micro_project_id=of_youth.id)
    make_event(session, network, "of another micro project", micro_project_id=of_older.id)
    make_event(session, network, "for them", target_groups=("older", "youth"))
    make_event(session, network, "for others", target_groups=("older",))
    make_event(session, network, "for whom it may concern")
    assert sorted(titles(held_events(session, Scope(target_group="youth")))) == [
        "for them",
        "for whom it may concern",
        "of its micro project",
    ]


def test_an_event_names_its_micro_project_and_network(session):
    network = make_network(session, "Here")
    make_event(session, network, micro_project_id=make_micro_project(session, network, "Room").id)
    (event,) = held_events(session, Scope())
    assert (event.network, event.micro_project) == ("Here", "Room")


def test_who_was_there_is_told_by_name_for_all_events_of_a_network(session):
    here, there = make_network(session, "Here"), make_network(session, "There")
    old, new, foreign = make_event(session, here, **on(2017, 1, 1)), make_event(session, here), make_event(session, there)
    school, church = make_stakeholder(session, here, "School"), make_stakeholder(session, here, "Church")
    make_attendance(session, old, school)
    make_attendance(session, new, church, presence="stayed_away")
    make_attendance(session, foreign, make_stakeholder(session, there))
    found = attendances(session, [here.id])
    assert [(row.stakeholder, row.event_id, row.presence, row.day_first) for row in found] == [
        ("Church", new.id, "stayed_away", None),
        ("School", old.id, "came", date(2017, 1, 1)),
    ]


def test_the_guests_of_an_event(session):
    here, there = make_network(session, "Here"), make_network(session, "There")
    event, other = make_event(session, here), make_event(session, here)
    invitation = make_event_guest(session, event, there)
    make_event_guest(session, other, there)
    assert guests(session, [event.id]) == {event.id: [(invitation.id, "There")]}
