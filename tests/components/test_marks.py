"""Marks never stand alone: they are hidden from screen readers."""

import pytest

from components.marks import CATEGORY_OF_SECTOR, category_mark, dots, key, sector_mark, staff_mark, steps7, users_mark
from tests.components.tree import attribute, classes, find_all, text


@pytest.mark.parametrize("mark", [category_mark(1), staff_mark(), users_mark(span=True), dots(3), steps7(6)])
def test_marks_are_hidden_from_screen_readers(mark):
    assert attribute(mark, "aria-hidden") == "true"


def test_each_of_the_eight_categories_is_used_by_a_sector():
    assert set(CATEGORY_OF_SECTOR.values()) == set(range(1, 9))


@pytest.mark.parametrize("sector", ["media", "other", None, "never heard of"])
def test_other_sectors_share_the_ring(sector):
    assert "cat-0" in classes(sector_mark(sector))


def test_nobody_recorded_is_the_same_shape_dashed():
    assert classes(category_mark(5, missing=True)) == ["mark", "cat-5", "none"]


def test_one_dot_per_unit():
    assert len(find_all(dots(3), "d")) == 3


def test_many_dots_end_at_forty():
    assert len(find_all(dots(400), "d")) == 40


def test_unknown_units_are_dashed():
    assert len(find_all(dots(2, unknown=True), "d-unknown")) == 2


def test_a_step_fills_one_cell_of_seven():
    assert [cell.className for cell in steps7(6).children] == ["", "", "", "", "", "on", ""]


def test_a_span_fills_the_cells_between():
    assert [cell.className for cell in steps7(2, 3).children] == ["", "on", "on", "", "", "", ""]


def test_a_key_pairs_marks_with_words():
    assert text(key([(staff_mark(), "professionals"), (None, "words only")])) == "professionals words only"
