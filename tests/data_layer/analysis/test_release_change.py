"""What changed between two releases: nothing that a reader of both could not see."""

import pytest

from data_layer.analysis.release_change import Told, changes
from data_layer.releases.released import FigureTable, Tally
from tests.releasing import persons, tables


def told(before, after):
    """Place -> what is told, of the one table that is compared."""
    (table,) = [each for each in changes(tables(before), tables(after)) if each.code == after.code]
    return {(each.row, each.column): (each.before, each.after, each.told, each.change) for each in table.figures}


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (25, 25, (25, 25, Told.CHANGE, 0)),
        (25, 30, (25, 30, Told.SMALL, None)),
        (30, 25, (30, 25, Told.SMALL, None)),
        (25, 35, (25, 35, Told.CHANGE, 10)),
        (35, 25, (35, 25, Told.CHANGE, -10)),
        (None, 25, (None, 25, Told.HIDDEN, None)),
        (25, None, (25, None, Told.HIDDEN, None)),
        (None, None, (None, None, Told.HIDDEN, None)),
    ],
)
def test_a_change_of_people_is_told_from_ten_on_and_where_both_are_shown(before, after, said):
    assert told(persons(migrants=before), persons(migrants=after)) == {("migrants", None): said}


def test_two_releases_that_differ_by_a_few_people_tell_no_difference():
    """17 people and 19 people both stand as they were rounded; which of them came is nowhere."""
    assert told(persons(migrants=15), persons(migrants=20))["migrants", None] == (15, 20, Told.SMALL, None)


def test_a_row_that_one_release_does_not_have_is_not_hidden_but_absent():
    found = told(persons(migrants=25), persons(youth=30))
    assert found == {("youth", None): (None, 30, Told.ABSENT, None), ("migrants", None): (25, None, Told.ABSENT, None)}


def projects(*cells, totals=True):
    return FigureTable("projects_by_phase", "projects", "phase", ("support", "start_up"), "network", ("Luleå",), totals, cells)


def test_micro_projects_are_counted_exactly_with_their_totals():
    found = told(projects((1, 1), (2, 2), (3, 3)), projects((1, 1), (4, 4), (5, 5)))
    assert found["start_up", "Luleå"] == (2, 4, Told.CHANGE, 2)
    assert (found[None, "Luleå"], found["start_up", None], found[None, None]) == (
        (3, 5, Told.CHANGE, 2),
        (2, 4, Told.CHANGE, 2),
        (3, 5, Told.CHANGE, 2),
    )


def test_tables_without_totals_have_none():
    assert set(told(projects((1,), (2,), totals=False), projects((1,), (4,), totals=False))) == {
        ("support", "Luleå"),
        ("start_up", "Luleå"),
    }


def test_a_table_that_only_one_release_has_is_left_out():
    assert "reached_by_group" not in [each.code for each in changes(tables(), tables(persons(migrants=25)))]


def test_tables_that_count_by_different_things_are_left_out():
    one, other = (
        projects((1, 1), (2, 2), (3, 3)),
        FigureTable("projects_by_phase", "projects", "phase", ("support",), None, (), True, ((1,), (1,))),
    )
    assert "projects_by_phase" not in [each.code for each in changes(tables(one), tables(other))]


def test_what_every_release_counts_is_compared_too():
    later = tables(ends=(Tally("open", 1, 0), Tally("ended", 1, 0)))
    (ends,) = [each for each in changes(tables(), later) if each.code == "ends"]
    assert [(each.row, each.before, each.after, each.told) for each in ends.figures] == [
        ("open", 2, 1, Told.CHANGE),
        ("ended", None, 1, Told.ABSENT),
    ]


def test_the_protected_table_stands_in_for_the_plain_one():
    both = tables(projects((1, 1), (2, 2), (3, 3)))
    assert [each.code for each in changes(both, both)] == ["projects_by_phase", "became", "ends"]
