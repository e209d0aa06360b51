"""What both sides last said is kept until something changes that the reader sees, and for nobody who sees something else."""

import pytest
import sqlalchemy as sa

from data_layer.access import reading
from data_layer.actor import Actor
from data_layer.models import Network
from data_layer.said import said
from data_layer.scope import Scope, choices
from tests.factories import make_assessment, make_micro_project, make_network


@pytest.fixture
def project(session):
    project = make_micro_project(session, make_network(session), "read")
    make_assessment(session, project, "professionals", 4)
    make_assessment(session, project, "users", 2, judges=3)
    session.commit()
    return project


def leader(*networks):
    return Actor(account_id=1, email="leader@example.org", role="leader", network_ids=frozenset(networks), all_networks=not networks)


def asked(actor, **kept):
    with reading(actor) as session:
        return said(session, choices(session), Scope(), **kept)


def test_both_sides_are_told_together(session, project):
    found = asked(leader())
    assert len(found.readings) == 2
    assert [(pair.staff.low, pair.users.low) for pair in found.pairs] == [(4, 2)]


def test_the_second_time_nothing_is_read(session, project, queries):
    with reading(leader()) as seen:
        offered = choices(seen)
        said(seen, offered, Scope())
        queries.clear()
        said(seen, offered, Scope())
    assert queries == []


def test_a_change_in_the_network_is_seen_at_once(session, project):
    asked(leader())
    make_assessment(session, project, "users", 5, stage="design")
    session.execute(sa.update(Network).values(revision=Network.revision + 1))
    session.commit()
    assert len(asked(leader()).readings) == 3


def test_who_sees_other_networks_gets_their_own_answer(session, project):
    other = make_network(session, "Other")
    session.commit()
    assert asked(leader()).readings
    assert asked(leader(other.id)).readings == ()


def test_an_administrator_gets_nothing_of_what_others_were_told(session, project):
    administrator = Actor(account_id=2, email="admin@example.org", role="administrator")
    with reading(administrator) as seen, reading(leader()) as told:
        assert choices(seen).networks == choices(told).networks
    assert asked(leader()).readings
    assert asked(administrator).readings == ()


def test_numbers_of_people_are_only_in_the_answer_that_asked_for_them(session, project):
    assert {reading.judges for reading in asked(leader(), with_judges=True).readings} == {None, 3}
    assert {reading.judges for reading in asked(leader()).readings} == {None}
