"""Accounts: who gets in, what they may see, and how that ends."""

import pytest
import sqlalchemy as sa

from data_layer.accounts.account import (
    add_account,
    change_own_password,
    find_account,
    get_account,
    grant_network,
    has_administrator,
    log_in,
    revoke_network,
    set_password,
    set_preferences,
)
from data_layer.accounts.line import accounts
from data_layer.accounts.looking_after import disable_account
from data_layer.accounts.password import hash_password
from data_layer.accounts.sign_in import find_actor, start_sign_in
from data_layer.action import acting
from data_layer.clock import now
from data_layer.models import Change, Grant
from data_layer.problem import NotFound, Problem
from tests.factories import make_network

PASSWORD = "three unrelated words"
ADDRESS = "192.0.2.1"


@pytest.fixture
def quick_hash(monkeypatch):
    """Hashing that takes no time; how strong the real one is has its own test."""
    monkeypatch.setattr("data_layer.accounts.account.hash_password", lambda password: f"hash of {password}")
    monkeypatch.setattr("data_layer.accounts.account.matches", lambda stored, password: stored == f"hash of {password}")
    monkeypatch.setattr("data_layer.accounts.account.is_outdated", lambda _stored: False)


@pytest.fixture
def account(session, quick_hash):
    make_network(session, "Luleå")
    return add_account(session, email="Ann@Example.org", password=PASSWORD, role="coordinator", networks=["Luleå"])


def test_the_address_is_kept_in_small_letters(account):
    assert account.email == "ann@example.org"


def test_the_right_password_opens_in_any_case_of_the_address(session, account):
    assert log_in(session, email="ANN@example.org", password=PASSWORD, address=ADDRESS) is account


@pytest.mark.parametrize(("email", "password"), [("ann@example.org", "wrong"), ("nobody@example.org", PASSWORD), ("", "")])
def test_anything_else_does_not_open(session, account, email, password):
    assert log_in(session, email=email, password=password, address=ADDRESS) is None


def test_a_disabled_account_does_not_open(session, account):
    disable_account(session, account)
    assert log_in(session, email=account.email, password=PASSWORD, address=ADDRESS) is None


def test_known_and_unknown_names_cost_the_same_number_of_hashes(session, account, monkeypatch):
    counted = []
    monkeypatch.setattr("data_layer.accounts.account.matches", lambda stored, _password: counted.append(stored))
    log_in(session, email=account.email, password="wrong", address=ADDRESS)
    log_in(session, email="nobody@example.org", password="wrong", address=ADDRESS)
    assert len(counted) == 2


def test_a_weak_hash_is_made_anew_at_log_in(session, account, monkeypatch):
    monkeypatch.setattr("data_layer.accounts.account.is_outdated", lambda _stored: True)
    monkeypatch.setattr("data_layer.accounts.account.hash_password", lambda _password: "stronger")
    log_in(session, email=account.email, password=PASSWORD, address=ADDRESS)
    assert account.password_hash == "stronger"


def test_an_address_is_taken_once(session, account):
    with pytest.raises(Problem, match="email_taken"):
        add_account(session, email="ann@example.org", password=PASSWORD, role="funder")


@pytest.mark.parametrize("role", ["funder", "administrator"])
def test_only_coordinators_and_leaders_get_networks(session, quick_hash, role):
    make_network(session, "Luleå")
    with pytest.raises(Problem, match="role_without_networks"):
        add_account(session, email="f@example.org", password=PASSWORD, role=role, networks=["Luleå"])


def test_a_network_that_is_not_there_is_named(session, account):
    with pytest.raises(Problem, match="Atlantis"):
        grant_network(session, account, "Atlantis")


def test_a_grant_that_is_taken_back_stands_in_history(session, account):
    revoke_network(session, account, "Luleå")
    assert session.scalars(sa.select(Grant)).all() == []
    last = session.scalars(sa.select(Change).order_by(Change.id.desc())).first()
    assert (last.table_name, last.after) == ("grant", None)


def test_a_grant_that_never_was_cannot_be_taken_back(session, account):
    make_network(session, "Varde")
    with pytest.raises(Problem, match="not_granted"):
        revoke_network(session, account, "Varde")


def test_granting_twice_is_granting_once(session, account):
    grant_network(session, account, "Luleå")
    assert len(session.scalars(sa.select(Grant)).all()) == 1


def test_a_new_password_ends_the_other_sign_ins(session, account):
    here, there = start_sign_in(session, account, browser=None), start_sign_in(session, account, browser=None)
    actor, _seen = find_actor(session, here)
    change_own_password(session, account.id, old=PASSWORD, new="entirely other words", keep_sign_in=actor.sign_in_id, address=ADDRESS)
    assert find_actor(session, here) is not None
    assert find_actor(session, there) is None


def test_the_old_password_must_be_proved(session, account):
    with pytest.raises(Problem, match="password_wrong"):
        change_own_password(session, account.id, old="wrong", new="entirely other words", keep_sign_in=None, address=ADDRESS)


def test_proving_the_old_password_is_slowed_down_too(session, account):
    for _attempt in range(5):
        with pytest.raises(Problem, match="password_wrong"):
            change_own_password(session, account.id, old="wrong", new="entirely other words", keep_sign_in=None, address=ADDRESS)
    with pytest.raises(Problem, match="too_many_attempts"):
        change_own_password(session, account.id, old=PASSWORD, new="entirely other words", keep_sign_in=None, address=ADDRESS)


def test_disabling_ends_all_sign_ins(session, account):
    token = start_sign_in(session, account, browser=None)
    disable_account(session, account)
    assert find_actor(session, token) is None


def test_preferences_are_kept(session, account):
    set_preferences(session, account.id, language="de", theme="dark")
    assert (account.language, account.theme) == ("de", "dark")


def test_the_list_names_networks_and_states(session, account):
    line = accounts(session)[0]
    assert (line.email, line.role, line.disabled) == ("ann@example.org", "coordinator", False)
    assert [name for _number, name in line.networks] == ["Luleå"]


def test_an_administrator_who_is_disabled_does_not_count(session, quick_hash):
    admin = add_account(session, email="root@example.org", password=PASSWORD, role="administrator")
    assert has_administrator(session)
    with acting(session, "test") as action:
        action.update(admin, disabled_at=now())
    assert not has_administrator(session)


def test_an_account_that_is_not_there_is_not_found(session):
    assert find_account(session, "nobody@example.org") is None
    with pytest.raises(NotFound):
        get_account(session, "nobody@example.org")


def test_a_set_password_is_stored_as_argon2id(session, salted):
    account = add_account(session, email="ann@example.org", password=PASSWORD, role="funder")
    set_password(session, account, "entirely other words")
    assert account.password_hash.startswith("$argon2id$")
    assert account.password_hash != hash_password("entirely other words")
