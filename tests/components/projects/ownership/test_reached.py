"""Counts of people, masked where they are small."""

from datetime import date

import pytest

from components.projects.ownership.reached import reached_picture, reached_says
from tests.components.projects.rows import NO_DAY, THEN, note, row
from tests.components.tree import text


def count(persons, **fields):
    return row(**{**THEN, "persons": persons, "about": False, "target_groups": (), "what": None, **fields})


def shown(*counts, masked=False, notes=()):
    table = reached_picture(counts, {("people_reached", 1): notes}, caption="Counts", page=1, href=str, masked=masked, editable=False)
    return text(table)


@pytest.mark.parametrize(("masked", "words"), [(True, "<5"), (False, "about 4")])
def test_a_small_count_is_hidden_with_all_that_is_said_of_it(masked, words):
    said = shown(count(4, about=True), masked=masked, notes=[note("persons", "conflict", other_value="3", text="Another count.")])
    assert words in said
    assert ("Another count." in said) is not masked


def test_the_latest_count_is_told_and_none_is_added_up():
    late = {"day_first": date(2020, 1, 1), "day_last": date(2020, 12, 31)}
    assert reached_says([count(20), count(30, **late), count(50, **NO_DAY)], masked=False) == "The latest count: 30 people, 2020."


def test_a_count_without_a_day_says_so():
    assert reached_says([count(20, **NO_DAY)], masked=False) == "20 people were reached; when is unknown."


def test_nobody_counted_is_not_nobody_reached():
    assert shown().startswith("No count of people is recorded.")
    assert reached_says([], masked=True) is None
