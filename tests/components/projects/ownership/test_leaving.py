"""What if the facilitator leaves, in words."""

from types import SimpleNamespace

import pytest

from components.projects.ownership.leaving import leaving_picture, leaving_says, leaving_table
from tests.components.tree import of_type, text

NAMES = {number: f"Body {number}" for number in range(1, 10)}


def line(**fields):
    known = {"who": SimpleNamespace(id=1, name="Diaconie"), "supports": True, "supporters": 3, "kept": 2, "relations": (), "sectors": ()}
    return SimpleNamespace(**{**known, "reach": 5, "reach_left": 4, "lost": (), **fields})


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, "If Diaconie leaves, 2 supporters stay."),
        ({"kept": 0}, "It hangs on Diaconie alone: if it leaves, no supporter is left. A second supporter would make it safer."),
        ({"relations": ("money",)}, "Nobody else gives it: money."),
        ({"sectors": ("church",)}, "No other supporter is from: church or diaconal body."),
        ({"lost": (1, 2)}, "Out of reach would be: Body 1 and Body 2."),
        ({"lost": tuple(NAMES)}, "Body 5 and 4 more."),
        ({"supports": False}, "Diaconie does not support it directly, but leads to others."),
        ({"supports": False, "reach_left": 5}, "keeps all its supporters and all whom it reaches."),
    ],
)
def test_the_sentence_says_what_would_be_gone(fields, words):
    assert words in leaving_says([line(**fields)], NAMES)


@pytest.mark.parametrize(
    ("lines", "group", "words"),
    [
        ([line()], None, "No group is recorded"),
        ([], "Sewing group", "No facilitator is recorded"),
        ([line(supporters=0, kept=0)], "Sewing group", "No tie of “Sewing group”"),
    ],
)
def test_where_nothing_can_be_said_it_says_why(lines, group, words):
    assert words in text(leaving_picture(lines, group=group, network_id=1))


def test_a_table_is_there_for_several_facilitators():
    assert leaving_table([line()], caption="Each") is None
    assert len(of_type(of_type(leaving_table([line(), line()], caption="Each"), "Tbody"), "Tr")) == 2
