"""The question block."""

import pytest

from components.question import contents, folded, question
from tests.components.tree import attribute, find, find_all, of_type, text


def _block(**options):
    return question("Who is missing?", "the picture", name="missing", **options)


def test_the_parts_always_come_in_the_same_order():
    made = _block(how="how", reads="reads", table="table", source="source")
    assert text(made) == "Who is missing? how the picture reads The same as a table: Who is missing? table source"


def test_the_section_is_named_by_its_heading():
    made = _block()
    (heading,) = of_type(made, "H2")
    assert attribute(made, "aria-labelledby") == heading.id == "missing-heading"


def test_what_is_not_given_leaves_no_trace():
    assert [find_all(_block(), name) for name in ("how", "reads", "under", "ask-tools")] == [[], [], [], []]


def test_a_block_inside_a_block_has_a_lower_heading():
    assert len(of_type(_block(level=3), "H3")) == 1


def test_there_are_no_other_levels():
    with pytest.raises(KeyError):
        _block(level=4)


def test_tools_stand_beside_the_heading():
    assert text(find(_block(tools="tick box"), "ask-tools")) == "tick box"


def test_a_folded_block_keeps_its_question_and_its_finding_in_sight():
    made = folded(_block(how="how", reads="reads", table="table", source="source"), "Look at it")
    head, reads, fold = made.children
    assert (text(head), text(reads)) == ("Who is missing? how", "reads")
    assert text(fold) == "Look at it the picture The same as a table: Who is missing? table source"


def test_what_unfolds_a_block_is_named_by_its_question_too():
    (summary,) = of_type(folded(_block(), "Look at it"), "Summary")
    assert attribute(summary, "aria-labelledby") == f"{summary.id} missing-heading"


def test_contents_lead_to_each_question():
    links = of_type(contents("In short", [_block(), question("Who came?", "picture", name="came")]), "A")
    assert [(text(each), each.href) for each in links] == [("Who is missing?", "#missing-heading"), ("Who came?", "#came-heading")]
