"""The source of a row in a table."""

from components.cited import cited
from tests.components.tree import text


def test_a_source_is_shown_as_it_is():
    assert text(cited("a page")) == "a page"


def test_an_unknown_source_is_left_to_the_table():
    assert cited(None) is None
