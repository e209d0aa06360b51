"""Taking back step by step, and doing again."""

from dataclasses import replace

import pytest

from data_layer.access import writing
from data_layer.accounts.account import add_account, set_preferences
from data_layer.actor import Actor
from data_layer.editing.edit import Edit, edit_fields
from data_layer.engine import bare_session
from data_layer.models import Stakeholder
from data_layer.problem import Problem
from data_layer.stack import redo_last, undo_last
from data_layer.undo import undo
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


def test_what_the_account_may_no_longer_see_is_stepped_over(member, people):
    anna, _bela = people
    with bare_session(write=True) as session:
        other = make_stakeholder(session, make_network(session, "Elsewhere"), place="x")
        session.commit()
    both = replace(anna, network_ids=anna.network_ids | {other.network_id})
    change(anna, member, "a", "b")
    change(both, other, "x", "y")
    back(anna)
    assert (place(member), place(other)) == ("a", "y")


def test_doing_again_never_takes_back_what_was_done_again(member, people):
    anna, bela = people
    change(anna, member, "a", "b")
    taken = back(anna)
    again(anna)
    with writing(bela) as session:
        undone = undo(session, taken)
    with writing(anna) as session:
        undo(session, undone)
    with pytest.raises(Problem) as refused:
        again(anna)
    assert (refused.value.code, place(member)) == ("nothing_to_redo", "b")


def test_to_and_fro_takes_as_many_statements_the_thirtieth_time_as_the_first(member, people, queries):
    anna, _bela = people
    change(anna, member, "a", "b")
    taken = []
    for _time in range(30):
        queries.clear()
        back(anna)
        again(anna)
        taken.append(len(queries))
    assert taken[-1] == taken[0]


def test_a_chain_of_taking_back_takes_no_more_statements_the_longer_it_is(session, member, queries):
    last, taken = edit_fields(session, [Edit("stakeholder", member.id, "place", "a", "b")]).action_id, []
    for _time in range(10):
        queries.clear()
        last = undo(session, last)
        taken.append(len(queries))
    assert set(taken) == {taken[0]}


def test_changes_of_the_account_itself_are_stepped_over(member, people):
    anna, _bela = people
    change(anna, member, "a", "b")
    with writing(anna) as own:
        set_preferences(own, anna.account_id, language="de", theme=None)
    back(anna)
    assert place(member) == "a"
