"""What the ties of a network came out of."""

from data_layer.network.network_map import network_map
from data_layer.network.origin import beginnings
from tests.factories import make_event, make_micro_project, make_network, make_stakeholder, make_tie


def test_a_tie_came_out_of_a_micro_project_itself_or_through_an_event(session, queries):
    valley = make_network(session)
    project = make_micro_project(session, valley)
    event, other = make_event(session, valley, micro_project_id=project.id), make_event(session, valley, "Unrelated")
    one, two = make_stakeholder(session, valley, "One"), make_stakeholder(session, valley, "Two")
    for fields in ({"micro_project_id": project.id}, {"event_id": event.id}, {}):
        make_tie(session, one, two, **fields)
    session.flush()
    queries.clear()
    found = beginnings(session, valley.id)
    assert len(queries) == 2
    assert list(found.occasions) == [event.id]
    assert other.id not in found.occasions
    assert [found.project_of(tie) for tie in network_map(session, valley.id).ties] == [project.id, project.id, None]
