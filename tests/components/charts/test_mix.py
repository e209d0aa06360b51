"""Kinds of members, there or not recorded."""

from components.charts.mix import Kind, mix
from tests.components.tree import classes, find_all, of_type, text

KINDS = [Kind(1, "Service users’ groups", 2), Kind(2, "Providers", 0), Kind(3, "Authorities", 30, "names")]


def test_what_is_missing_is_called_not_recorded():
    missing, present = mix(KINDS).children
    assert text(missing) == "Nobody recorded yet Providers"
    assert text(present) == "Here already Service users’ groups2 Authorities30names"


def test_a_missing_kind_has_the_dashed_outline_of_its_shape():
    assert [classes(mark) for mark in find_all(mix(KINDS), "none")] == [["mark", "cat-2", "none"]]


def test_few_members_are_drawn_as_marks_many_are_only_counted():
    rows = of_type(mix(KINDS), "Li")
    assert [len(find_all(row, "mark")) for row in rows] == [1, 3, 1]


def test_where_no_kind_is_missing_it_is_said():
    assert "Every kind of member is recorded." in text(mix([Kind(1, "Groups", 1)]))
