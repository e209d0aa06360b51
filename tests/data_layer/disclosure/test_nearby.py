"""Points close to the truth."""

import numpy as np
import pytest

from data_layer.disclosure.nearby import Nearby
from data_layer.disclosure.program import INFINITE, Equation

# A table of two rows and two columns with its totals, and a cell that no figure is.
TRUTH = np.array([4, 6, 5, 3, 18, 0], dtype=np.float64)
SUM = Equation(((0, 1.0), (1, 1.0), (2, 1.0), (3, 1.0), (4, -1.0)), 0.0, 0.0)
HALVES = Equation(((0, 1.0), (5, -2.0)), 0.0, 0.0)
FIGURES = np.array([True] * 5 + [False])


@pytest.fixture
def nearby():
    return Nearby([(0.0, INFINITE)] * 3 + [(3.0, 3.0), (16.0, 20.0), (0.0, INFINITE)], [SUM, HALVES], TRUTH, FIGURES)


def test_of_the_other_figures_as_few_people_as_possible_move(nearby):
    moved = nearby.with_at(0, 9.0)
    assert np.abs(moved - TRUTH)[FIGURES].sum() == 10
    assert moved[3] == 3


def test_every_question_begins_at_the_truth(nearby):
    first = nearby.with_at(1, 5.0).tolist()
    nearby.with_at(0, 2.0)
    assert nearby.with_at(1, 5.0).tolist() == first


def test_where_a_figure_cannot_be_there_is_no_point(nearby):
    assert nearby.with_at(0, 18.0) is None
    assert nearby.with_at(0, 17.0) is not None


def test_a_figure_that_is_hidden_may_move(nearby):
    nearby.bound(3, 0.0, INFINITE)
    assert nearby.with_at(0, 20.0) is not None


def test_figures_are_whole_and_what_is_none_need_not_be(nearby):
    assert nearby.with_at(0, 5.0)[5] == 2.5
