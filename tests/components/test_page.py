"""The content of a page."""

from components.filters import filter_line
from components.page import page
from tests.components.tree import find, find_all, of_type, text


def _page(**options):
    return page(eyebrow="Network", title="Who works with whom?", children=["the blocks"], **options)


def test_a_page_has_one_first_heading():
    assert [heading.children for heading in of_type(_page(), "H1")] == ["Who works with whom?"]


def test_the_filter_sentence_stands_between_head_and_blocks():
    assert text(_page(filters=filter_line(["Showing all"]))) == "Network Who works with whom? Showing all the blocks"


def test_one_ignored_key_is_named():
    assert text(find(_page(ignored=("fish",)), "note")) == "One part of the address was not understood and is left out: fish."


def test_several_ignored_keys_are_counted_and_named():
    assert text(find(_page(ignored=("a", "b")), "note")) == "2 parts of the address were not understood and are left out: a, b."


def test_nothing_is_said_where_all_was_understood():
    assert find_all(_page(), "note") == []
