"""What stands around a release that a leader looks at beforehand."""

from dataclasses import dataclass, replace

import pytest

from components.releases.preview import MOST_NAMED, in_short, why_hidden
from tests.components.tree import attribute, find, of_type, text
from tests.releasing import persons


@dataclass(frozen=True)
class Hidden:
    row: str = "migrants"
    reason: str = "few"
    column: str = ""
    table: str = "reached_by_group"


REACHED = persons(migrants=None, youth=30, families=None)


def made(*hidden, tables=(REACHED,), unnamed=(), offered=0):
    return why_hidden(tables, hidden, unnamed, offered=offered)


def line(made):
    """The cells of the only line."""
    (row,) = of_type(of_type(made, "Tbody"), "Tr")
    return [text(cell) for cell in row.children]


def test_each_table_with_hidden_figures_says_how_many_of_how_many():
    assert line(made(Hidden(), Hidden("families")))[:2] == ["How many people were reached in which year?", "2 of 3"]


def test_a_table_of_which_nothing_is_hidden_is_not_in_the_list():
    assert line(made(Hidden(table="jobs"), tables=(REACHED, replace(REACHED, code="jobs"))))[0] == "How many jobs came of it?"


def test_figures_stand_under_the_reason_for_which_they_are_hidden():
    why = line(made(Hidden(), Hidden("families", "worked_out"), Hidden("", "worked_out")))[2]
    assert why == (
        "Fewer than ten different people for certain, or all of a group: migrants and refugees "
        "Could be worked out from other figures: families at risk; All together"
    )


@pytest.mark.parametrize(("n", "is_named"), [(MOST_NAMED, True), (MOST_NAMED + 1, False)])
def test_many_figures_are_told_by_how_many_they_are(n, is_named):
    why = line(made(*[Hidden() for _each in range(n)]))[2]
    assert (("migrants" in why), (f"{n} figures." in why)) == (is_named, not is_named)


def test_the_name_of_a_table_leads_to_it():
    (way,) = of_type(of_type(made(Hidden()), "Tbody"), "A")
    assert way.href == "#outcomes-reached-by-group-heading"


def test_a_table_that_names_no_networks_says_so_though_nothing_in_it_is_hidden():
    assert line(made(unnamed=["reached_by_group"]))[1:] == [
        "none of 3",
        "Fewer than three networks contribute to it, so it names none of them.",
    ]


def test_hidden_figures_of_indicators_say_which_they_are():
    cells = line(made(Hidden("Employed – Luleå", column="value", table="indicator_values")))
    assert cells[:2] == ["What was to be reached, and what was?", "1"]
    assert "or all of a group: Employed – Luleå, value reached An indicator may count the same people" in cells[2]


@pytest.mark.parametrize(("offered", "is_said"), [(0, True), (1, False)])
def test_where_no_merge_shows_more_it_says_what_may(offered, is_said):
    assert ("A longer period or more networks may show more." in text(made(Hidden(), offered=offered))) == is_said


def test_where_nothing_is_hidden_there_is_no_list():
    assert made() is None


def test_in_short_it_says_how_many_and_leads_to_what_shows_more_and_to_the_end():
    short = in_short(12, 1)
    assert text(short) == "12 figures are hidden. What would show more? Release it?"
    assert [way.href for way in of_type(short, "A")] == ["#merges-heading", "#release-it-heading"]
    assert text(in_short(0, 0)) == "No figure is hidden. Release it?"


def test_the_list_is_a_question_of_its_own():
    assert attribute(made(Hidden()), "aria-labelledby") == "preview-hidden-heading"
    assert "A dot (·) stands where a figure is not shown" in text(find(made(Hidden()), "source"))
