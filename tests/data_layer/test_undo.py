"""Every action can be taken back, and back again, unless something later stands in the way."""

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data_layer.access import writing
from data_layer.accounts.account import add_account
from data_layer.action import acting
from data_layer.actor import Actor
from data_layer.engine import bare_session
from data_layer.models import Action, MicroProject, Stakeholder, Tie
from data_layer.problem import NotFound, Problem
from data_layer.snapshot import snapshot
from data_layer.undo import COMPUTED, undo
from data_layer.vocabulary import AccountRole
from tests.factories import make_micro_project, make_network, make_note, make_phase_change, make_stakeholder, make_tie


def last(session):
    return session.scalars(sa.select(sa.func.max(Action.id))).one()


def change(session, row, **values):
    """One action on one row; gives its id."""
    with acting(session, "test") as action:
        action.update(row, **values)
        return action.action.id


def refusal(session, action_id):
    with pytest.raises(Problem) as found:
        undo(session, action_id)
    return found.value.code, found.value.field


class TestOneAction:
    def test_a_changed_field_has_its_former_value_again(self, session):
        member = make_stakeholder(session, make_network(session), "Sewing group")
        undo(session, change(session, member, name="Tailors", website="https://example.org"))
        assert (member.name, member.website) == ("Sewing group", None)

    def test_a_new_row_goes_to_the_trash(self, session):
        member = make_stakeholder(session, make_network(session))
        undone = undo(session, last(session))
        assert member.trashed_by == undone

    def test_a_row_in_the_trash_comes_back(self, session):
        member = make_stakeholder(session, make_network(session))
        with acting(session, "test") as action:
            action.trash(member)
        undo(session, last(session))
        assert member.trashed_by is None

    def test_vague_dates_and_sets_of_codes_come_back_as_they_were(self, session):
        network = make_network(session, target_groups=("migrants", "older"))
        before = snapshot(network)
        undo(session, change(session, network, target_groups=("single_parents",), region="North"))
        assert {field: value for field, value in snapshot(network).items() if field not in COMPUTED} == {
            field: value for field, value in before.items() if field not in COMPUTED
        }

    def test_several_rows_of_one_action_are_taken_back_together(self, session):
        network = make_network(session)
        with acting(session, "test") as action:
            members = [action.insert(Stakeholder(network_id=network.id, name=name)) for name in ("one", "two")]
            action.insert(Tie(network_id=network.id, from_id=members[0].id, to_id=members[1].id))
        undone = undo(session, last(session))
        assert {member.trashed_by for member in members} == {undone}

    def test_it_raises_the_revision_of_the_network(self, session):
        network = make_network(session)
        member = make_stakeholder(session, network)
        action, before = change(session, member, name="Tailors"), network.revision
        undo(session, action)
        assert network.revision == before + 1


class TestAgain:
    def test_an_undo_that_is_undone_does_the_action_again(self, session):
        member = make_stakeholder(session, make_network(session), "Sewing group")
        undone = undo(session, change(session, member, name="Tailors"))
        undo(session, undone)
        assert member.name == "Tailors"

    def test_what_was_done_again_can_be_taken_back_again(self, session):
        member = make_stakeholder(session, make_network(session), "Sewing group")
        action = change(session, member, name="Tailors")
        undo(session, undo(session, action))
        undo(session, action)
        assert member.name == "Sewing group"

    def test_nothing_is_taken_back_twice(self, session):
        member = make_stakeholder(session, make_network(session), "Sewing group")
        action = change(session, member, name="Tailors")
        undo(session, action)
        assert refusal(session, action) == ("undone_already", "")


class TestInTheWay:
    def test_a_later_change_of_the_same_field_is_named(self, session):
        member = make_stakeholder(session, make_network(session), "Sewing group")
        action = change(session, member, name="Tailors")
        change(session, member, name="Tailor cooperative")
        assert refusal(session, action) == ("changed_since", "name")
        assert member.name == "Tailor cooperative"

    def test_a_later_change_of_another_field_stays(self, session):
        member = make_stakeholder(session, make_network(session), "Sewing group")
        action = change(session, member, name="Tailors")
        change(session, member, website="https://example.org")
        undo(session, action)
        assert (member.name, member.website) == ("Sewing group", "https://example.org")

    def test_a_new_row_that_was_changed_since_stays(self, session):
        member = make_stakeholder(session, make_network(session))
        action = last(session)
        change(session, member, name="Tailors")
        assert refusal(session, action) == ("changed_since", "name")

    @pytest.mark.parametrize("what", ["tie", "micro project", "note"])
    def test_a_new_row_on_which_something_hangs_stays(self, session, what):
        network = make_network(session)
        other = make_stakeholder(session, network, "Other")
        member = make_stakeholder(session, network)
        action = last(session)
        {
            "tie": lambda: make_tie(session, member, other),
            "micro project": lambda: make_micro_project(session, network, group_id=member.id),
            "note": lambda: make_note(session, member, "name"),
        }[what]()
        assert refusal(session, action) == ("needed_since", "")

    def test_a_step_in_the_middle_of_the_phases_stays(self, session):
        project = make_micro_project(session, make_network(session))
        make_phase_change(session, project, "needs")
        action = last(session)
        make_phase_change(session, project, "design", from_phase="needs")
        assert refusal(session, action)[0] == "broken_chain"

    def test_changes_of_accounts_are_none_that_can_be_taken_back(self, session):
        add_account(session, email="ann@example.org", password="seven green umbrellas", role="funder")
        assert refusal(session, last(session)) == ("not_undoable", "")


class TestWhose:
    @pytest.fixture
    def actions(self, session):
        """An action here, one elsewhere, one on both, and somebody who works here."""
        here, elsewhere = make_network(session, "Here"), make_network(session, "Elsewhere")
        one, other = make_stakeholder(session, here, "one"), make_stakeholder(session, elsewhere, "other")
        found = {"here": change(session, one, name="one!"), "elsewhere": change(session, other, name="other!")}
        with acting(session, "test") as action:
            action.update(one, website="https://example.org")
            action.update(other, website="https://example.org")
            found["both"] = action.action.id
        session.commit()
        return found, Actor(account_id=None, email="", role=AccountRole.COORDINATOR, network_ids=frozenset({here.id}))

    def test_one_takes_back_what_happened_in_ones_own_network(self, actions):
        found, actor = actions
        with writing(actor) as session:
            undo(session, found["here"])
        with bare_session() as session:
            assert session.scalars(sa.select(Stakeholder.name).order_by(Stakeholder.id)).all() == ["one", "other!"]

    @pytest.mark.parametrize("everything", [False, True])
    def test_a_network_that_was_made_stays_whoever_works_in_it(self, session, everything):
        network = make_network(session)
        made = last(session)
        session.commit()
        actor = Actor(account_id=None, email="", role=AccountRole.COORDINATOR, network_ids={network.id}, all_networks=everything)
        with pytest.raises(Problem, match="network_stays"), writing(actor) as own:
            undo(own, made)

    @pytest.mark.parametrize("where", ["elsewhere", "both", "nowhere"])
    def test_another_network_is_as_if_it_were_not_there(self, actions, where):
        found, actor = actions
        with pytest.raises(NotFound), writing(actor) as session:
            undo(session, found.get(where, 999_999))


def state(session):
    """Every live row as it is, what counts actions by itself left out."""
    session.expire_all()
    rows = [row for model in (Stakeholder, Tie, MicroProject) for row in session.scalars(sa.select(model).order_by(model.id))]
    return [(type(row).__name__, snapshot(row)) for row in rows if row.trashed_by is None]


STEPS = st.lists(
    st.tuples(st.sampled_from(["add", "rename", "tie", "project", "trash"]), st.integers(0, 9), st.text("abc", min_size=1, max_size=3)),
    max_size=12,
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_taking_back_one_after_the_other_gives_each_former_state_exactly(session, steps):
    savepoint = session.begin_nested()
    network = make_network(session)
    states = []
    for kind, which, text in steps:
        before = state(session)
        members = session.scalars(
            sa.select(Stakeholder).where(Stakeholder.network_id == network.id, Stakeholder.trashed_by.is_(None))
        ).all()
        try:
            with session.begin_nested():
                _do(session, network, members, kind, which, text)
        except Problem:
            session.expire_all()
            continue
        states.append((last(session), before))
    for action, before in reversed(states):
        undo(session, action)
        assert state(session) == before
    savepoint.rollback()


def _do(session, network, members, kind, which, text):
    with acting(session, "test") as action:
        if kind == "add" or len(members) < 2:
            action.insert(Stakeholder(network_id=network.id, name=text))
        elif kind == "rename":
            action.update(members[which % len(members)], name=text, description=text * 2)
        elif kind == "tie":
            action.insert(Tie(network_id=network.id, from_id=members[0].id, to_id=members[1 + which % (len(members) - 1)].id))
        elif kind == "project":
            action.insert(MicroProject(network_id=network.id, name=text, group_id=members[which % len(members)].id))
        else:
            action.trash(members[which % len(members)])
