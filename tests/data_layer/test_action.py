"""Every change is one action with its history."""

from datetime import UTC, datetime

import pytest
import sqlalchemy as sa

from data_layer.action import acting
from data_layer.models import Account, Action, Change, Network, PhaseChange, Stakeholder, Tie
from data_layer.problem import Problem
from tests.factories import make_micro_project, make_network, make_stakeholder, make_tie

MOMENT = datetime(2026, 3, 1, 12, tzinfo=UTC)


def changes(session):
    return session.scalars(sa.select(Change).order_by(Change.id)).all()


def test_a_new_row_stands_in_history_as_it_is(session, clock):
    clock(MOMENT)
    network = make_network(session, "Northern Valley", target_groups=("migrants",))
    change = changes(session)[-1]
    assert (change.table_name, change.row_id, change.network_id, change.before) == ("network", network.id, network.id, None)
    assert change.after["name"] == "Northern Valley"
    assert change.after["target_groups"] == ["migrants"]
    assert session.get(Action, change.action_id).at == MOMENT


def test_an_update_keeps_what_was_before(session):
    network = make_network(session, "Old name")
    with acting(session, "network.rename") as action:
        action.update(network, name="New name")
    change = changes(session)[-1]
    assert (change.before["name"], change.after["name"]) == ("Old name", "New name")


def test_several_updates_of_a_row_in_one_action_are_one_change(session):
    network = make_network(session, "First")
    with acting(session, "network.rename") as action:
        action.update(network, name="Second")
        action.update(network, name="Third")
    assert [(change.before and change.before["name"], change.after["name"]) for change in changes(session)] == [
        (None, "First"),
        ("First", "Third"),
    ]


def test_an_action_raises_the_revision_of_its_network_once(session):
    network = make_network(session)
    before = network.revision
    with acting(session, "test") as action:
        for name in ("one", "two", "three"):
            action.insert(Stakeholder(network_id=network.id, name=name))
    assert network.revision == before + 1


def test_an_action_leaves_the_revision_of_other_networks(session):
    one, other = make_network(session, "one"), make_network(session, "other")
    before = other.revision
    make_stakeholder(session, one)
    assert other.revision == before


def test_the_trash_keeps_the_row_and_says_which_action(session):
    stakeholder = make_stakeholder(session, make_network(session))
    with acting(session, "stakeholder.trash") as action:
        action.trash(stakeholder)
    assert stakeholder.trashed_by == action.action.id


def test_a_name_is_free_again_when_its_row_is_in_the_trash(session):
    network = make_network(session)
    stakeholder = make_stakeholder(session, network, "Same")
    with acting(session, "test") as action:
        action.trash(stakeholder)
    assert make_stakeholder(session, network, "Same").trashed_by is None


def test_the_same_name_twice_is_a_problem(session):
    network = make_network(session)
    make_stakeholder(session, network, "Same")
    with pytest.raises(Problem, match="name_taken"):
        make_stakeholder(session, network, "Same")


def test_a_password_hash_is_not_in_history(session):
    with acting(session, "test") as action:
        action.insert(Account(email="a@example.org", password_hash="secret hash", role="funder", created_at=MOMENT))
    assert "secret hash" not in str([change.after for change in changes(session)])


def test_an_action_does_not_hold_another(session):
    with acting(session, "outer"), pytest.raises(RuntimeError, match="cannot hold another"):
        make_network(session)


@pytest.mark.parametrize("how", ["add", "change", "delete"])
def test_a_change_outside_an_action_fails(session, how):
    network = make_network(session)
    if how == "add":
        session.add(Network(name="sneaked in"))
    elif how == "change":
        network.name = "sneaked in"
    else:
        session.delete(network)
    with pytest.raises(RuntimeError, match="outside an action"):
        session.flush()


def test_a_broken_chain_of_phases_is_refused(session):
    project = make_micro_project(session, make_network(session))

    def jump():
        with acting(session, "test") as action:
            for start, end in (("unknown", "needs"), ("design", "support")):
                action.insert(PhaseChange(network_id=project.network_id, micro_project_id=project.id, from_phase=start, to_phase=end))

    with pytest.raises(Problem, match="broken_chain"):
        jump()


class TestLinksIntoTheTrash:
    @pytest.fixture
    def ends(self, session):
        """A stakeholder, one in the trash, and a LEN."""
        network = make_network(session)
        member, gone = make_stakeholder(session, network, "Parish"), make_stakeholder(session, network, "Soon gone")
        with acting(session, "test") as action:
            action.trash(gone)
        return member, gone, network

    def test_a_new_row_does_not_point_there(self, session, ends):
        member, gone, _network = ends
        with pytest.raises(Problem, match="parent_in_trash"):
            make_tie(session, member, gone)

    def test_a_row_is_not_pointed_there(self, session, ends):
        member, gone, network = ends
        tie = make_tie(session, member, make_stakeholder(session, network, "Library"))

        def point():
            with acting(session, "test") as action:
                action.update(tie, to_id=gone.id)

        with pytest.raises(Problem, match="parent_in_trash"):
            point()

    def test_a_row_does_not_point_to_what_the_same_action_puts_there(self, session, ends):
        member, _gone, network = ends

        def tie_and_trash():
            with acting(session, "test") as action:
                action.trash(member)
                other = action.insert(Stakeholder(network_id=network.id, name="Library"))
                action.insert(Tie(network_id=network.id, from_id=other.id, to_id=member.id))

        with pytest.raises(Problem, match="parent_in_trash"):
            tie_and_trash()

    def test_whatever_else_changes_in_a_row_nobody_looks_there(self, session, ends, queries):
        member, _gone, _network = ends
        queries.clear()
        with acting(session, "test") as action:
            action.update(member, place="Boden")
        assert [text for text in queries if "trashed_by IS NOT NULL" in text] == []

    def test_many_new_rows_are_looked_at_in_one_statement(self, session, ends, queries):
        member, _gone, network = ends
        others = [make_stakeholder(session, network, f"Member {n}") for n in range(3)]
        queries.clear()
        with acting(session, "test") as action:
            action.insert_all([Tie(network_id=network.id, from_id=member.id, to_id=other.id) for other in others])
        assert len([text for text in queries if "trashed_by IS NOT NULL" in text]) == 1
