"""Protected tables as blocks: pictures, tables and sentences made of released figures, and of nothing else."""

from dataclasses import replace

import pytest

from components.releases.figures import MOST_BARS, figure_blocks
from components.releases.picture import block_table, picture
from components.releases.side_words import side_words
from data_layer.releases.released import FigureTable
from tests.components.tree import find_all, text
from tests.whole_release import FIGURES

PLAIN = FigureTable(
    "reached", "persons", "target_group", ("migrants", "youth", "unknown"), None, (), True, ((340,), (None,), (25,), (365,))
)
YEARS = FigureTable(
    "reached_by_group", "persons", "target_group", ("migrants", "youth"), "period", ("2017", "2018"), False, ((40, None), (None, None))
)
SAY = next(table for table in FIGURES if table.code == "say_by_side")


def block(table):
    return figure_blocks([table])[0]


@pytest.mark.parametrize("table", FIGURES, ids=lambda table: table.code)
def test_each_kind_of_table_has_a_question_a_sentence_a_rule_and_a_table(table):
    shown = block(table)
    assert shown.question.endswith("?")
    assert shown.reads
    assert shown.rule
    assert len(shown.lines) == len(table.cells)
    assert all(len(line.cells) == len(shown.head) - 1 for line in shown.lines)


@pytest.mark.parametrize("table", FIGURES, ids=lambda table: table.code)
def test_a_hidden_figure_is_a_dot_without_a_value(table):
    cells = [cell for line in block(table).lines for cell in line.cells]
    assert [cell.value is None for cell in cells] == [value is None for line in table.cells for value in line]
    assert all(cell.text == "·" for cell in cells if cell.value is None)


def test_the_sentence_tells_the_total_the_largest_and_what_is_hidden():
    assert block(PLAIN).reads == (
        "All together: about 365. The largest figure shown: migrants and refugees (about 340). One figure is not shown."
    )


def test_the_unknown_are_named_where_they_could_be_the_most():
    table = next(table for table in FIGURES if table.code == "projects_by_end")
    assert block(table).reads == "All together: 17. Of those that are known the largest: self-sustaining (6); unknown: 8."


def test_a_table_of_hidden_figures_says_so():
    assert block(replace(PLAIN, cells=((None,),) * 4)).reads == "No figure of this table can be shown."


def test_a_zero_where_nobody_can_be_shows_nothing():
    nothing = replace(SAY, cells=((*(None,) * 6, 0, None), (None,) * 8, (None,) * 8))
    assert (block(nothing).reads, block(nothing).stairs) == ("No figure of this table can be shown.", ())


def test_where_only_the_total_is_shown_the_sentence_says_it():
    total = replace(SAY, cells=((None,) * 8, (None,) * 8, (*(None,) * 7, 20)))
    assert block(total).reads == "All together: about 20. 23 figures are not shown."
    assert (block(total).stairs, picture(block(total))) == ((), [])


def test_say_is_told_where_all_upper_steps_are_shown():
    assert block(SAY).reads == "At step 4 or above, service users’ side: about 80 of about 100 readings (80%). 5 figures are not shown."


def test_say_of_fewer_than_ten_is_no_percentage():
    few = replace(SAY, cells=((None,) * 8, (None, None, None, 5, 0, 0, 0, 5), (None,) * 8))
    assert "%" not in block(few).reads


def test_say_is_not_told_where_merged_steps_lie_on_both_sides_of_the_border():
    merged = replace(SAY, columns=("1+2", "3+4", "5+6+7"), cells=((None, 20, 30, 50), (None, 20, 30, 50), (None, 40, 60, 100)))
    assert "step 4" not in block(merged).reads
    assert [stair.step for stair in block(merged).stairs] == ["5–7", "3–4", "1–2"]


def test_rows_and_columns_of_say_may_change_places():
    turned = replace(SAY, of_rows="level", rows=SAY.columns, of_columns="side", columns=SAY.rows, cells=tuple(zip(*SAY.cells, strict=True)))
    assert block(turned).stairs == block(SAY).stairs


def test_professionals_have_no_step_seven():
    assert block(SAY).stairs[0].staff is None


def test_a_bar_is_as_long_as_its_figure():
    assert [bar.part for bar in block(PLAIN).groups[0].bars] == [1.0, 0.0735]


def test_what_is_hidden_has_no_bar_and_is_named():
    assert block(PLAIN).unseen == "Not shown: disadvantaged young people."


def test_a_row_of_which_something_is_shown_keeps_its_place_in_the_picture():
    shown = block(YEARS)
    assert [(group.heading, [bar.part for bar in group.bars]) for group in shown.groups] == [("migrants and refugees", [1.0, None])]
    assert shown.unseen == "Not shown: disadvantaged young people."


def test_one_column_is_one_picture_under_its_name():
    one = replace(YEARS, columns=("2017",), cells=((40,), (None,)))
    assert [(group.heading, len(group.bars)) for group in block(one).groups] == [("2017", 1)]


def test_how_far_micro_projects_came_is_said_by_phase_and_not_by_network():
    networks = tuple(f"LEN {n}" for n in range(12))
    cells = (*((1, 0, 0, 1),) * 11, (0, 3, 0, 3), (11, 3, 0, 14))
    shown = block(
        FigureTable("projects_by_phase", "organisations", "network", networks, "phase", ("needs", "design", "unknown"), True, cells)
    )
    assert [bar.text for bar in shown.groups[0].bars] == ["11", "3", "0"]
    assert "11" in shown.reads


def test_where_all_is_hidden_there_is_nothing_to_look_at():
    shown = block(replace(PLAIN, cells=((None,),) * 4))
    assert (shown.is_hidden, picture(shown)) == (True, [])


def test_many_rows_are_a_table_and_no_picture():
    names = tuple(str(n) for n in range(MOST_BARS + 1))
    shown = block(FigureTable("jobs", "persons", "network", names, None, (), False, ((10,),) * len(names)))
    assert shown.groups == ()
    assert text(picture(shown)) == text(block_table(shown))


def test_merged_groups_are_listed():
    assert side_words("target_group", "migrants+families") == "migrants and refugees and families at risk"


def test_names_stay_as_they_are():
    assert side_words("network", "A+B") == "A+B"


def test_a_hidden_bar_is_not_drawn_and_says_so():
    drawn = picture(block(YEARS))
    hidden = find_all(drawn, "is-hidden")
    assert len(hidden) == 1
    assert "not shown" in text(hidden[0])


def test_totals_of_rounded_figures_need_not_add_up_and_it_is_said():
    assert "Totals are rounded on their own" in block(PLAIN).rule
