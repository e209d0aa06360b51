"""Taking back step by step, and doing again."""

import pytest

from data_layer.access import writing
from data_layer.accounts.account import add_account, set_preferences
from data_layer.actor import Actor
from data_layer.editing.edit import Edit, edit_fields
from data_layer.engine import bare_session
from data_layer.models import Stakeholder
from data_layer.problem import Problem
from data_layer.stack import redo_last, undo_last
from data_layer.vocabulary import AccountRole
from tests.factories import make_network, make_stakeholder


@pytest.fixture
def member(session):
    return make_stakeholder(session, make_network(session), place="a")


@pytest.fixture
def people(session, member):
    """Two coordinators of the LEN."""
    found = []
    for name in ("anna", "bela"):
        account = add_account(session, email=f"{name}@example.org", password="correct horse battery", role="coordinator")
        found.append(Actor(account.id, account.email, AccountRole.COORDINATOR, frozenset({member.network_id})))
    session.commit()
    return found


def change(person, member, old, new):
    with writing(person) as session:
        edit_fields(session, [Edit("stakeholder", member.id, "place", old, new)])


def back(person):
    with writing(person) as session:
        return undo_last(session, person.account_id)


def again(person):
    with writing(person) as session:
        return redo_last(session, person.account_id)


def place(member):
    with bare_session() as session:
        return session.get(Stakeholder, member.id).place


def test_steps_are_taken_back_from_the_last_to_the_first_and_done_again_in_order(member, people):
    anna, _bela = people
    change(anna, member, "a", "b")
    change(anna, member, "b", "c")
    seen = []
    for step in (back, back, again, again, back):
        step(anna)
        seen.append(place(member))
    assert seen == ["b", "a", "b", "c", "b"]


def test_something_new_ends_what_can_be_done_again(member, people):
    anna, _bela = people
    change(anna, member, "a", "b")
    back(anna)
    change(anna, member, "a", "z")
    with pytest.raises(Problem) as refused:
        again(anna)
    assert refused.value.code == "nothing_to_redo"


def test_each_person_takes_back_only_their_own(member, people):
    anna, bela = people
    change(anna, member, "a", "b")
    with pytest.raises(Problem) as refused:
        back(bela)
    assert (refused.value.code, place(member)) == ("nothing_to_undo", "b")


def test_a_later_change_of_somebody_else_stands_in_the_way_and_is_not_lost(member, people):
    anna, bela = people
    change(anna, member, "a", "b")
    change(bela, member, "b", "c")
    with pytest.raises(Problem) as refused:
        back(anna)
    assert (refused.value.code, place(member)) == ("changed_since", "c")


def test_changes_of_the_account_itself_are_stepped_over(member, people):
    anna, _bela = people
    change(anna, member, "a", "b")
    with writing(anna) as own:
        set_preferences(own, anna.account_id, language="de", theme=None)
    back(anna)
    assert place(member) == "a"
