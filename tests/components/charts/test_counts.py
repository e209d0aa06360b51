"""Counts per kind as dots and as bars."""

from components.charts.bars import bars
from components.charts.count import Count
from components.charts.ends import ends
from tests.components.tree import attribute, find_all, of_type, text

COUNTS = [Count("Ended", 0), Count("Open", 2, "Guest at School"), Count("Unknown", 4, unknown=True)]


def test_each_kind_has_its_number_and_note():
    assert [text(row) for row in ends(COUNTS).children] == ["Ended0none recorded", "Open2Guest at School", "Unknown4"]


def test_unknown_ones_are_dashed_dots():
    assert [len(find_all(row, "d-unknown")) for row in ends(COUNTS).children] == [0, 0, 4]


def test_bars_share_one_scale():
    assert [attribute(bar, "--v") for bar in of_type(bars(COUNTS), "I")] == [0.5, 1.0]


def test_the_unknown_bar_is_marked_for_hatching():
    assert [row.className for row in bars(COUNTS).children] == ["", "", "is-unknown"]


def test_no_counts_at_all_draw_nothing():
    assert bars([]).children == []
