"""Accounts that others look after: what they may see, and what becomes of it when their owner leaves."""

import pytest
import sqlalchemy as sa

from data_layer.accounts.account import add_account
from data_layer.accounts.granting import granted
from data_layer.accounts.line import account_line
from data_layer.accounts.looking_after import hand_over, set_access
from data_layer.action import acting
from data_layer.models import Account
from data_layer.problem import Problem
from tests.factories import make_network


def account(session, name, role="coordinator", networks=()):
    email = f"{name}@example.org"
    add_account(session, email=email, password="seven green umbrellas", role=role, networks=networks)
    return session.scalars(sa.select(Account).where(Account.email == email)).one()


@pytest.fixture
def world(session):
    """A coordinator with a LEN and one in the trash, another one with none, and the two LENs."""
    gone, stays = make_network(session, "Gone"), make_network(session, "Stays")
    one, other = account(session, "anna", networks=["Gone", "Stays"]), account(session, "bela")
    with acting(session, "test") as action:
        action.trash(gone)
    return one, other, gone, stays


def access(session, one):
    return account_line(session, one.id).access


def test_all_networks_are_handed_over_those_in_the_trash_too(session, world):
    one, other, gone, stays = world
    hand_over(session, one, other)
    assert (set(granted(session, one)), set(granted(session, other))) == (set(), {gone.id, stays.id})


def test_setting_what_an_account_may_see_leaves_networks_in_the_trash_as_they_are(session, world):
    one, _other, gone, _stays = world
    set_access(session, one, seen=access(session, one), role="coordinator", all_networks=False, network_ids=[])
    assert set(granted(session, one)) == {gone.id}


def test_a_role_without_networks_has_none_in_the_trash_either(session, world):
    one, _other, _gone, _stays = world
    set_access(session, one, seen=access(session, one), role="funder", all_networks=False, network_ids=[])
    assert granted(session, one) == {}


def test_a_network_in_the_trash_is_not_given_anew(session, world):
    _one, other, gone, _stays = world
    with pytest.raises(Problem, match="network_gone"):
        set_access(session, other, seen=access(session, other), role="coordinator", all_networks=False, network_ids=[gone.id])


@pytest.mark.parametrize("meanwhile", [{"role": "leader"}, {"all_networks": True}, {"network_ids": []}])
def test_what_somebody_else_set_meanwhile_is_not_lost(session, world, meanwhile):
    one, _other, _gone, stays = world
    seen = access(session, one)
    as_it_is = {"role": "coordinator", "all_networks": False, "network_ids": [stays.id]}
    set_access(session, one, seen=seen, **{**as_it_is, **meanwhile})
    with pytest.raises(Problem, match="changed_on_page"):
        set_access(session, one, seen=seen, **as_it_is)
