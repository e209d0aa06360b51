"""Where nodes and ribbons stand."""

import pytest

from components.charts.flow_layout import BETWEEN, NODE_LEAST, RIBBON_LEAST, TALLEST, UNIT_MOST, lay_out

LINKS = [[(0, 0, 4), (0, 1, 2), (1, 1, 1)]]


def test_nodes_of_a_column_never_overlap():
    (left, _) = lay_out([[6, 1], [4, 3]], LINKS).columns
    assert left[1].top == pytest.approx(left[0].top + left[0].height + BETWEEN)


def test_small_nodes_keep_room_for_their_words():
    assert lay_out([[1], [1]], [[(0, 0, 1)]]).columns[0][0].height == NODE_LEAST


def test_a_ribbon_is_as_thick_at_both_ends_as_its_number():
    for ribbon, (_, _, size) in zip(lay_out([[6, 1], [4, 3]], LINKS).ribbons[0], LINKS[0], strict=True):
        assert ribbon.leaves[1] - ribbon.leaves[0] == pytest.approx(size * UNIT_MOST, abs=0.01)
        assert ribbon.meets[1] - ribbon.meets[0] == pytest.approx(size * UNIT_MOST, abs=0.01)


def test_ribbons_of_a_node_lie_side_by_side():
    first, second, _ = lay_out([[6, 1], [4, 3]], LINKS).ribbons[0]
    assert second.leaves[0] == pytest.approx(first.leaves[1])


def test_hundreds_are_drawn_thinner_so_that_the_picture_fits_a_screen():
    assert lay_out([[330], [330]], [[(0, 0, 330)]]).height == pytest.approx(TALLEST)


def test_the_shorter_column_stands_in_the_middle():
    left, right = lay_out([[1], [1, 1]], [[(0, 0, 1)]]).columns
    assert left[0].top == pytest.approx((2 * NODE_LEAST + BETWEEN - NODE_LEAST) / 2)
    assert right[0].top == 0


def test_the_smallest_sum_can_still_be_seen():
    (small, _large) = lay_out([[1, 9_000_000], [9_000_001]], [[(0, 0, 1), (1, 0, 9_000_000)]]).ribbons[0]
    assert small.leaves[1] - small.leaves[0] == pytest.approx(RIBBON_LEAST, abs=0.001)
