"""Meetings, workshops and visits of a micro project."""

from datetime import date

from data_layer.projects.event import events_of
from tests.factories import make_event, make_micro_project, make_network


def test_events_come_the_earliest_first_and_undated_ones_last(session):
    network = make_network(session)
    project = make_micro_project(session, network)
    make_event(session, network, "undated", micro_project_id=project.id)
    make_event(session, network, "later", micro_project_id=project.id, day_first=date(2018, 1, 1), day_last=date(2018, 1, 1))
    make_event(session, network, "earlier", micro_project_id=project.id, day_first=date(2016, 1, 1), day_last=date(2016, 1, 1))
    make_event(session, network, "of the network")
    assert [event.title for event in events_of(session, project.id)] == ["earlier", "later", "undated"]
