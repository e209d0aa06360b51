"""For how many months the money lasts, in words."""

from datetime import date

import pytest

from components.projects.ownership.in_hand import in_hand_picture, in_hand_says
from data_layer.analysis.in_hand import in_hand
from tests.components.tree import find_all, text

TODAY = date(2026, 6, 15)


def found(money=120_000, cost=40_000, counted=TODAY):
    return in_hand(money, cost, counted, TODAY)


def test_months_stand_with_what_they_are_made_of():
    shown = text(in_hand_picture(found(), "EUR")).replace("\N{NO-BREAK SPACE}", " ")
    assert "Lasts 3 months" in shown
    assert "EUR 1,200.00counted on 15 June 2026" in shown


def test_an_old_count_is_marked():
    assert text(find_all(in_hand_picture(found(counted=date(2026, 1, 1)), "EUR"), "flag-bad")) == "counted 5 months ago"
    assert find_all(in_hand_picture(found(), "EUR"), "flag-bad") == []


@pytest.mark.parametrize(
    ("known", "words"),
    [
        ({}, "At this cost it lasts until about September 2026."),
        ({"money": None}, "the money in hand is not recorded"),
        ({"cost": None}, "the cost of a month is not recorded"),
        ({"money": None, "cost": None}, "neither the money in hand nor the cost of a month is recorded"),
        ({"cost": 0}, "It costs nothing as far as is recorded"),
        ({"counted": None}, "When the money was counted is unknown"),
        ({"counted": date(2026, 1, 1)}, "The money was counted 5 months ago: count it anew."),
    ],
)
def test_the_sentence_says_until_when_or_what_is_missing(known, words):
    assert words in in_hand_says(found(**known))


def test_what_is_unknown_is_not_nothing():
    shown = text(in_hand_picture(found(money=None, cost=None), None))
    assert shown == "Lasts unknown In hand unknown A month costs unknown"
