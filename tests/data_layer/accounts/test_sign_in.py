"""A sign-in lives on the server: it idles out, grows old, and ends when it is ended."""

from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa

from data_layer.accounts.sign_in import end_other_sign_ins, end_sign_in, find_actor, own_sign_ins, start_sign_in, touch
from data_layer.action import acting
from data_layer.models import Account, SignIn
from tests.factories import make_network

START = datetime(2026, 3, 1, 8, tzinfo=UTC)


@pytest.fixture
def account(session, clock):
    clock(START)
    with acting(session, "test") as action:
        return action.insert(Account(email="a@example.org", password_hash="x", role="coordinator", created_at=START))


def test_the_table_does_not_hold_the_token(session, account):
    token = start_sign_in(session, account, browser="Firefox · Linux")
    assert token not in str(session.execute(sa.select(SignIn.token_hash, SignIn.browser)).all())


def test_two_tokens_differ(session, account):
    assert start_sign_in(session, account, browser=None) != start_sign_in(session, account, browser=None)


def test_the_token_leads_to_the_actor_with_its_networks(session, account):
    network = make_network(session)
    from_grant = {"account_id": account.id, "network_id": network.id}
    session.info["acting"] = True
    session.execute(sa.insert(type_of_grant()).values(**from_grant))
    actor, seen = find_actor(session, start_sign_in(session, account, browser=None))
    assert (actor.email, actor.network_ids, seen.seen_at) == ("a@example.org", frozenset({network.id}), START)


def type_of_grant():
    return Account.metadata.tables["grant"]


@pytest.mark.parametrize(("minutes", "there"), [(29, True), (31, False)])
def test_it_ends_after_half_an_hour_of_silence(session, account, clock, minutes, there):
    token = start_sign_in(session, account, browser=None)
    clock(START + timedelta(minutes=minutes))
    assert (find_actor(session, token) is not None) == there


@pytest.mark.parametrize(("hours", "there"), [(7.9, True), (8.1, False)])
def test_it_ends_after_eight_hours_however_busy(session, account, clock, hours, there):
    token = start_sign_in(session, account, browser=None)
    actor, _seen = find_actor(session, token)
    clock(START + timedelta(hours=hours))
    touch(session, actor.sign_in_id)
    assert (find_actor(session, token) is not None) == there


def test_one_can_be_ended_by_its_account_only(session, account):
    actor, _seen = find_actor(session, token := start_sign_in(session, account, browser=None))
    assert not end_sign_in(session, account_id=account.id + 1, sign_in_id=actor.sign_in_id)
    assert end_sign_in(session, account_id=account.id, sign_in_id=actor.sign_in_id)
    assert find_actor(session, token) is None


def test_all_others_can_be_ended(session, account):
    tokens = [start_sign_in(session, account, browser=None) for _ in range(3)]
    actor, _seen = find_actor(session, tokens[0])
    assert end_other_sign_ins(session, account_id=account.id, keep=actor.sign_in_id) == 2
    assert [find_actor(session, token) is not None for token in tokens] == [True, False, False]


def test_the_list_shows_only_what_is_still_good(session, account, clock):
    start_sign_in(session, account, browser="old")
    clock(START + timedelta(hours=1))
    start_sign_in(session, account, browser="new")
    assert [presence.browser for presence in own_sign_ins(session, account.id)] == ["new"]


def test_a_made_up_token_leads_nowhere(session, account):
    assert find_actor(session, "made up") is None
