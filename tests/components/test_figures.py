"""Figures in plain words."""

from components.figures import Figure, figures
from tests.components.tree import find, find_all, text


def test_the_number_comes_first_the_term_last():
    assert (
        text(figures([Figure(17, "micro projects are recorded.", of=26, term="density")]))
        == "17 of 26 micro projects are recorded. density"
    )


def test_no_value_says_unknown_not_zero():
    assert text(find(figures([Figure(None, "ties are confirmed.")]), "n")) == "unknown"


def test_zero_is_a_number():
    assert text(find(figures([Figure(0, "ties are confirmed.")]), "n")) == "0"


def test_the_words_after_a_number_may_be_ours():
    assert text(find(figures([Figure(2, "remain.", of="parts")]), "n")) == "2 parts"


def test_large_numbers_have_separators():
    assert text(find(figures([Figure(12000, "rows.")]), "n")) == "12,000"


def test_without_a_term_there_is_no_line_for_it():
    assert find_all(figures([Figure(1, "x")]), "rule") == []
