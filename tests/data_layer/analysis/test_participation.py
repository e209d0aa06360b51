"""Counts, the lower median and what is missing."""

import pytest

from data_layer.analysis.participation import by, coverage, lower_median, standing
from data_layer.participation import Tally
from tests.data_layer.analysis.readings import pairs, read


@pytest.mark.parametrize(
    ("counts", "middle"), [({}, None), ({5: 1}, 5), ({2: 1, 6: 1}, 2), ({1: 1, 3: 1, 7: 1}, 3), ({4: 3, 7: 3}, 4), ({1: 2, 6: 3}, 6)]
)
def test_of_an_even_number_the_lower_middle_step_counts(counts, middle):
    assert lower_median(counts) == middle


def test_a_reading_between_two_steps_counts_at_the_lower_one():
    found = standing([Tally("users", 3, 4, 2), Tally("users", 4, 4, 1)], "users")
    assert (found.on(3), found.on(4), found.spans, found.upper, found.middle) == (2, 1, {3: 2}, 1, 3)


def test_each_side_is_counted_on_its_own():
    found = standing([Tally("users", 3, 3, 2), Tally("professionals", 4, 4, 5)], "users")
    assert (found.total, found.upper) == (2, 0)


def test_without_readings_there_is_no_middle_step():
    assert standing([], "users").middle is None


def test_a_tally_of_several_groups_stands_under_each():
    shared = Tally("users", 3, 3, 2, groups=("migrants", "youth"))
    assert by([shared], lambda tally: tally.groups) == {"migrants": [shared], "youth": [shared]}


def test_professionals_without_a_role_are_not_counted_as_missing():
    found = coverage(pairs([read("users", 7, project=1), read("users", 5, project=2), read("professionals", 5, project=3)]), unread=4)
    assert (found.projects, found.unread_staff, found.unread_users, found.no_role) == (7, 5, 5, 1)
