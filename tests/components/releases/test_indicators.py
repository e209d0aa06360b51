"""The chosen indicators of a release in words."""

from dataclasses import replace

import pytest

from components.releases.figure_words import table_rule
from components.releases.indicators import indicator_blocks, indicators_reads, indicators_rule
from components.releases.report import report
from components.releases.stored_words import counts_people
from data_layer.analysis.release_change import changes
from tests.components.tree import text
from tests.releasing import tables
from tests.watched_indicators import ALL, CHAIRS, SPEAKS, WORK
from tests.whole_release import Printed


def texts(*lines):
    (block,) = indicator_blocks(lines)
    return [[cell.text for cell in line.cells] for line in block.lines]


def test_a_count_stands_with_its_baseline_target_day_and_source():
    assert texts(CHAIRS) == [["organisational", "meetings", "2", "10", "8", "minutes", "May 2017"]]


def test_what_is_hidden_is_a_dot_and_no_number():
    (block,) = indicator_blocks([WORK])
    baseline, target, value = block.lines[0].cells[2:5]
    assert (baseline.text, baseline.value, target.text, value.text) == ("·", None, "60", "65")
    assert block.has_hidden


def test_what_nobody_observed_is_unknown():
    assert texts(replace(CHAIRS, value=None, baseline=None, day=(None, None)))[0][2:] == ["none stated", "10", "unknown", "minutes", "–"]


def test_a_value_without_a_day_says_so():
    assert texts(replace(CHAIRS, day=(None, None)))[0][-1] == "without a date"


def test_an_indicator_in_words_says_how_often_it_was_looked_at():
    assert texts(SPEAKS)[0][1:] == ["in words", "–", "–", "looked at 2 times", "none stated", "–"]


def test_the_sentence_counts_those_that_reached_their_target():
    falls = replace(CHAIRS, baseline=20, target=9, value=8)
    assert indicators_reads([CHAIRS, falls, WORK]).startswith("The target is reached by 2 of 3 ")


def test_the_rule_says_of_people_only_where_they_are_counted():
    assert "rounded to 5" not in indicators_rule([CHAIRS])
    assert "rounded to 5" in indicators_rule([WORK])


def test_without_chosen_indicators_there_is_no_block():
    assert indicator_blocks(()) == []


def test_they_stand_on_the_page_once():
    shown = report(tables(indicators=ALL), as_of=Printed().as_of, page=1, href=str)
    assert text(shown).count("What was to be reached, and what was?") >= 1
    assert text(shown).count("A dot (·) stands") == 1


def test_a_release_with_counts_of_people_among_its_indicators_says_that_it_counts_people():
    assert (counts_people(tables(indicators=(WORK,))), counts_people(tables(indicators=(CHAIRS,)))) == (True, False)


def test_of_people_only_a_large_change_is_told():
    later = (replace(CHAIRS, value=9), replace(WORK, value=70))
    found = {each.code: each.figures[0] for each in changes(tables(indicators=ALL), tables(indicators=later))}
    assert (found["indicators_of_others"].change, found["indicators_of_people"].told) == (1, "small")


def test_what_is_hidden_in_one_release_has_no_change():
    later = (replace(WORK, value=None, hidden=("value",)),)
    found = {each.code: each.figures[0] for each in changes(tables(indicators=ALL), tables(indicators=later))}
    assert (found["indicators_of_people"].told, found["indicators_of_people"].change) == ("hidden", None)


@pytest.mark.parametrize(
    ("code", "unit", "rounded"), [("indicators_of_people", "persons", True), ("indicators_of_others", "organisations", False)]
)
def test_side_by_side_each_kind_has_its_rule(code, unit, rounded):
    rule = table_rule(code, unit)
    assert ("observed last" in rule, "rounded to 5" in rule) == (True, rounded)


def test_where_somebody_may_be_counted_twice_the_rule_says_so():
    assert {code: "counted twice" in table_rule(code, "persons") for code in ("reached", "reached_by_group", "jobs")} == {
        "reached": True,
        "reached_by_group": True,
        "jobs": False,
    }
