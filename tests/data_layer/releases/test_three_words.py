"""Passwords of three words."""

import pytest

from data_layer.accounts.password import check_password
from data_layer.releases.three_words import three_words, words


def test_there_are_enough_words_and_each_is_there_once():
    assert len(words()) == len(set(words())) >= 800


def test_every_word_is_short_and_plain():
    assert [word for word in words() if not (word.isascii() and word.islower() and word.isalpha() and 4 <= len(word) <= 9)] == []


@pytest.mark.parametrize("_turn", range(5))
def test_it_passes_the_rules_for_passwords(_turn):
    check_password(three_words(), email="leader@example.org")


def test_no_two_are_alike():
    assert len({three_words() for _turn in range(50)}) == 50
