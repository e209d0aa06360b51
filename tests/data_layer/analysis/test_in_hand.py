"""For how many months the money in hand lasts."""

from datetime import date

import pytest

from data_layer.analysis.in_hand import in_hand

TODAY = date(2026, 6, 15)


@pytest.mark.parametrize(
    ("money", "cost", "months"),
    [
        (120_000, 40_000, 3.0),
        (100_000, 40_000, 2.5),
        (119_999, 40_000, 2.5),
        (0, 40_000, 0.0),
        (None, 40_000, None),
        (5, None, None),
        (5, 0, None),
    ],
)
def test_months_are_whole_and_half_ones_rounded_down(money, cost, months):
    assert in_hand(money, cost, TODAY, TODAY).months == months


def test_it_says_about_when_the_money_is_used_up():
    assert in_hand(120_000, 40_000, date(2026, 1, 1), TODAY).until == date(2026, 4, 2)
    assert in_hand(120_000, 40_000, None, TODAY).until is None
    assert in_hand(10**15, 1, TODAY, TODAY).until is None


@pytest.mark.parametrize(
    ("counted", "age", "old"),
    [
        (date(2026, 6, 1), 0, False),
        (date(2026, 3, 16), 2, False),
        (date(2026, 3, 15), 3, True),
        (date(2027, 1, 1), 0, False),
        (None, None, False),
    ],
)
def test_a_count_of_three_months_ago_is_old(counted, age, old):
    found = in_hand(1, 1, counted, TODAY)
    assert (found.age, found.old) == (age, old)


def test_what_costs_nothing_needs_no_money():
    assert in_hand(0, 0, TODAY, TODAY).free
