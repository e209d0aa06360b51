"""Where stakeholders stand in the picture."""

import sqlalchemy as sa

from data_layer.editing.place import place_stakeholders
from data_layer.models import Change
from tests.factories import make_network, make_stakeholder


def test_the_same_places_again_are_no_action(session):
    member = make_stakeholder(session, make_network(session), x=1.0, y=2.0)
    assert place_stakeholders(session, [(member.id, 1.0, 2.0)]) is None


def test_only_those_that_moved_stand_in_history(session):
    network = make_network(session)
    stays, moves = make_stakeholder(session, network, "Stays", x=1.0, y=2.0), make_stakeholder(session, network, "Moves")
    action = place_stakeholders(session, [(stays.id, 1.0, 2.0), (moves.id, 3.0, 4.0)])
    assert session.scalars(sa.select(Change.row_id).where(Change.action_id == action)).all() == [moves.id]
    assert (moves.x, moves.y) == (3.0, 4.0)
