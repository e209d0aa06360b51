"""How both sides compare by stage, by target group and over time, in words and as a table."""

import pytest

from components.charts.compared import Compared
from components.participation.compared import change_now, compared_now, compared_questions, compared_table
from tests.components.participation.facts import Agreement, Steps
from tests.components.tree import attribute, find_all, of_type, text

WIDE = (Steps(6, 6), Steps(2, 3))
NARROW = (Steps(3, 3), Steps(4, 4))
MANY = Agreement(pairs=8, agree=3, staff_higher=4, users_higher=1, claimed=2, widest=WIDE)
FEW = Agreement(pairs=2, agree=1, users_higher=1, no_role=1, widest=NARROW)


def test_the_most_frequent_and_the_largest_gap_are_named_and_where_say_is_only_claimed():
    assert compared_now([Compared("design", MANY), Compared("delivery", FEW)]) == (
        "Professionals name a higher step than service users most often for: design (4 of 8). "
        "The largest gap is for design: Service users feel 3 to 4 steps less. "
        "Shared in words only: design (2)."
    )


@pytest.mark.parametrize(
    ("found", "says"),
    [
        ([], "No side has judged the same stage as the other yet, so no gap can be told."),
        ([Agreement(no_role=3)], "No side has judged the same stage as the other yet, so no gap can be told."),
        ([Agreement(pairs=1, agree=1)], "Both sides agree in the one pair."),
        ([Agreement(pairs=4, agree=4), Agreement(pairs=1, agree=1)], "Both sides agree in all 5 pairs."),
        (
            [FEW],
            "Nowhere do professionals name a higher step than service users. "
            "The largest gap is for a kind: Service users feel one step more.",
        ),
    ],
)
def test_what_the_comparison_shows(found, says):
    assert compared_now([Compared("a kind", each) for each in found]) == says


def test_change_compares_the_first_year_with_the_last():
    years = [(2018, FEW), (2019, Agreement()), (2021, MANY), (None, FEW)]
    assert change_now([(year, Compared(str(year), found)) for year, found in years]) == (
        "In 2018 both sides agreed in 1 of 2 pairs, in 2021 in 3 of 8."
    )


def test_one_year_shows_no_change():
    assert change_now([(2018, Compared("2018", FEW))]).startswith("Both sides judged the same stage in 2018 only")


def test_undated_pairs_show_no_change():
    assert change_now([(None, Compared("no date", FEW))]).startswith("In no year did both sides judge the same stage")


def test_a_kind_without_pairs_is_unknown_and_not_none():
    table = compared_table([Compared("design", Agreement(no_role=1))], head="Stage", caption="Gaps")
    cells = [text(cell) for cell in of_type(table, "Td")]
    assert cells == ["0", "no pair", "no pair", "no pair", "no pair", "1", "no pair"]


def test_each_row_says_in_words_what_its_bar_shows():
    stages, _groups, _years = compared_questions({"design": MANY, "unknown": FEW}, {None: FEW}, {2018: FEW, None: MANY})
    says = [text(each) for each in find_all(stages, "compared-says")]
    assert says[0].startswith(
        "Both sides agree in 3 of 8 pairs. Professionals name more: 4, service users: 1. Largest gap: Service users feel 3 to 4 steps less."
    )
    assert says[0].endswith("!Look here: 2 times shared in words only.")
    assert "Once, professionals have no role." in says[1]
    assert [attribute(each, "aria-hidden") for each in find_all(stages, "compared-parts")] == ["true", "true"]


def test_unknown_kinds_stand_last_and_look_unknown():
    for shown in compared_questions({"unknown": FEW, "needs": FEW}, {None: FEW, "youth": FEW}, {None: FEW, 2018: FEW}):
        names = find_all(shown, "kind-name")
        assert ["kind-unknown" in name.className for name in names] == [False, True]
