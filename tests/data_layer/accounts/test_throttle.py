"""Guessing gets slower and slower, and an honest person gets in again."""

from datetime import UTC, datetime, timedelta

import pytest

from data_layer.accounts.throttle import FREE_PER_ACCOUNT, FREE_PER_ADDRESS, check_pace, forget_failures, note_failure
from data_layer.problem import Problem

START = datetime(2026, 3, 1, 8, tzinfo=UTC)


def fail(session, times, *, email="a@example.org", address="192.0.2.1"):
    for _attempt in range(times):
        note_failure(session, email=email, address=address)


def test_five_attempts_are_free(session):
    fail(session, FREE_PER_ACCOUNT - 1)
    check_pace(session, email="a@example.org", address="192.0.2.1")


def test_after_five_failures_one_waits(session):
    fail(session, FREE_PER_ACCOUNT)
    with pytest.raises(Problem, match="too_many_attempts"):
        check_pace(session, email="A@example.org", address="198.51.100.9")


def test_the_wait_doubles(session, clock):
    clock(START)
    waits = []
    for more in range(3):
        fail(session, FREE_PER_ACCOUNT if more == 0 else 1)
        with pytest.raises(Problem) as refused:
            check_pace(session, email="a@example.org", address="198.51.100.9")
        waits.append(refused.value.values["seconds"])
    assert waits == [1, 2, 4]


def test_two_hundred_attempts_in_an_hour_reach_the_hash_at_most_twenty_times(session, clock):
    reached = 0
    for attempt in range(200):
        clock(START + timedelta(seconds=18 * attempt))
        try:
            check_pace(session, email="a@example.org", address="192.0.2.1")
        except Problem:
            continue
        reached += 1
        fail(session, 1)
    assert reached <= 20


def test_the_owner_gets_in_after_the_wait(session, clock):
    clock(START)
    fail(session, FREE_PER_ACCOUNT + 3)
    clock(START + timedelta(minutes=16))
    check_pace(session, email="a@example.org", address="192.0.2.1")


def test_another_account_is_not_slowed(session):
    fail(session, FREE_PER_ACCOUNT + 3)
    check_pace(session, email="b@example.org", address="192.0.2.1")


def test_many_accounts_from_one_address_are_slowed(session):
    for number in range(FREE_PER_ADDRESS):
        fail(session, 1, email=f"{number}@example.org")
    with pytest.raises(Problem, match="too_many_attempts"):
        check_pace(session, email="new@example.org", address="192.0.2.1")


def test_a_good_log_in_clears_the_count(session):
    fail(session, FREE_PER_ACCOUNT)
    forget_failures(session, email="a@example.org")
    check_pace(session, email="a@example.org", address="198.51.100.9")
