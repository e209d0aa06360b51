"""What waits for a person."""

from components.todo import Attention, todo
from tests.components.tree import of_type, text

ITEM = Attention("Two sources disagree", "17 or 18 families?", "Both are kept.", "/micro-projects/6", "See both")


def test_an_item_says_kind_subject_and_reason():
    assert text(todo([ITEM])).startswith("Two sources disagree 17 or 18 families? Both are kept.")


def test_its_action_is_one_link_that_names_the_subject():
    (link,) = of_type(todo([ITEM]), "Link")
    assert (link.href, text(link)) == ("/micro-projects/6", "See both: 17 or 18 families?")


def test_an_empty_list_says_that_nothing_waits():
    assert text(todo([])) == "Nothing waits for you."
