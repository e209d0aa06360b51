"""Counts of persons."""

import pytest

from components.persons import is_hidden, persons


@pytest.mark.parametrize(("count", "words"), [(None, None), (0, "<5"), (4, "<5"), (5, "5"), (1200, "1,200")])
def test_a_masked_reader_sees_no_count_under_five(count, words):
    assert persons(count, masked=True) == words


@pytest.mark.parametrize(("count", "words"), [(None, None), (0, "0"), (4, "4")])
def test_others_see_every_count(count, words):
    assert persons(count, masked=False) == words


def test_an_unknown_count_hides_nothing():
    assert not is_hidden(None, masked=True)
