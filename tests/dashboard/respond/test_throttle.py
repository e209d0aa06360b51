"""A room full of people gets through, a program does not."""

from datetime import UTC, datetime, timedelta

from dashboard.respond.throttle import Throttle

NOON = datetime(2026, 5, 20, 12, tzinfo=UTC)


def test_so_many_pass_in_a_while_and_later_again(clock):
    throttle = Throttle(most=3, seconds=60)
    clock(NOON)
    assert [throttle.lets(1) for _each in range(4)] == [True, True, True, False]
    clock(NOON + timedelta(seconds=61))
    assert throttle.lets(1)


def test_each_survey_counts_by_itself(clock):
    throttle = Throttle(most=1, seconds=60)
    clock(NOON)
    assert (throttle.lets(1), throttle.lets(2), throttle.lets(1)) == (True, True, False)
