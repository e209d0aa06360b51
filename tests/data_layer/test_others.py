"""What others changed since the last visit: counted by person, network and table, of one's own networks only."""

from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa

from data_layer.access import reading, writing
from data_layer.accounts.account import add_account
from data_layer.accounts.sign_in import find_actor, start_sign_in, touch
from data_layer.action import acting
from data_layer.engine import bare_session
from data_layer.models import Network, Stakeholder
from data_layer.others import changes_by_others
from tests.factories import make_network, make_stakeholder

PASSWORD = "three unrelated words"
MORNING = datetime(2026, 3, 2, 8, tzinfo=UTC)


def sign_in(session, account):
    return find_actor(session, start_sign_in(session, account, browser=None))[0]


@pytest.fixture
def people(session, clock):
    """Ann was there until 9 and is back at 12; Bob came at 10."""
    clock(MORNING)
    here, there = make_network(session, "Here"), make_network(session, "There")
    ann = add_account(session, email="ann@example.org", password=PASSWORD, role="coordinator", networks=["Here"])
    bob = add_account(session, email="bob@example.org", password=PASSWORD, role="coordinator", networks=["Here", "There"])
    first = sign_in(session, ann)
    clock(MORNING + timedelta(hours=1))
    touch(session, first.sign_in_id)
    clock(MORNING + timedelta(hours=2))
    present = sign_in(session, bob)
    session.commit()
    with writing(present) as opened:
        for network in (here, there):
            stakeholder = make_stakeholder(opened, network, "One")
            make_stakeholder(opened, network, "Two")
        with acting(opened, "test") as action:
            action.update(stakeholder, place="Somewhere")
            action.trash(stakeholder)
    clock(MORNING + timedelta(hours=4))
    with bare_session(write=True) as opened:
        back = sign_in(opened, ann)
        opened.commit()
    return back, present


def told(actor):
    with reading(actor) as session:
        found = changes_by_others(session, actor)
    return found.since, [(change.who, change.network, change.table, change.what, change.rows) for change in found.changes]


def test_what_somebody_else_did_since_the_last_visit(people):
    ann, _bob = people
    assert told(ann) == (MORNING + timedelta(hours=1), [("bob@example.org", "Here", "stakeholder", "new", 2)])


def test_ones_own_changes_are_not_among_them(people):
    _ann, bob = people
    assert told(bob)[1] == []


def test_the_server_has_no_name(people):
    ann, _bob = people
    with bare_session(write=True) as session:
        make_stakeholder(session, session.scalars(sa.select(Network).where(Network.name == "Here")).one(), "From a command")
        session.commit()
    assert (None, "Here", "stakeholder", "new", 1) in told(ann)[1]


def test_trashing_is_told_as_such(people):
    ann, bob = people
    with writing(bob) as session, acting(session, "test") as action:
        action.trash(
            session.scalars(
                sa.select(Stakeholder).join(Network, Network.id == Stakeholder.network_id).where(Network.name == "Here")
            ).first()
        )
    assert ("bob@example.org", "Here", "stakeholder", "trashed", 1) in told(ann)[1]


def test_on_a_first_visit_it_counts_from_its_beginning(people):
    _ann, bob = people
    since, changes = told(bob)
    assert (since, changes) == (MORNING + timedelta(hours=2), [])


def test_it_takes_one_statement(people, queries):
    ann, _bob = people
    queries.clear()
    told(ann)
    assert len(queries) == 1
