"""Counts, the lower median and the gap between both sides."""

import pytest

from data_layer.analysis.participation import by, comparison, coverage, gap, lower_median, pairs, standing
from data_layer.participation import LatestReading, Tally


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


@pytest.mark.parametrize(
    ("staff", "users", "least", "most", "users_lower"),
    [
        ((4, 4), (4, 4), 0, 0, False),
        ((6, 6), (6, 7), 0, 1, False),
        ((2, 2), (5, 5), 3, 3, False),
        ((5, 6), (2, 3), 2, 4, True),
        ((2, 4), (3, 3), 0, 1, False),
    ],
)
def test_spans_give_the_least_and_the_most(staff, users, least, most, users_lower):
    found = gap(read("professionals", *staff), read("users", *users))
    assert (found.least, found.most, found.users_lower) == (least, most, users_lower)


def test_the_widest_gap_comes_first_then_what_cannot_be_told_then_no_role():
    readings = [
        *both(1, "No gap", 4, 4),
        *both(2, "Users more", 2, 4),
        read("users", 7, project=3, name="No role"),
        read("users", 5, project=4, name="One side"),
        *both(5, "Users less", 5, 3),
    ]
    assert [pair.subject.micro_project for pair in pairs(readings)] == ["Users less", "Users more", "No gap", "One side", "No role"]


def test_where_a_date_has_several_stages_the_one_that_both_judged_counts():
    readings = [read("professionals", 2, stage="needs"), read("professionals", 6, stage="delivery"), read("users", 3, stage="needs")]
    (pair,) = pairs(readings)
    assert (pair.staff.low, pair.users.low, pair.stages_differ) == (2, 3, False)


def test_where_no_stage_is_shared_the_one_furthest_on_counts_and_it_is_said():
    readings = [read("professionals", 2, stage="needs"), read("professionals", 6, stage="delivery"), read("users", 3, stage="design")]
    (pair,) = pairs(readings)
    assert (pair.staff.low, pair.stages_differ) == (6, True)


def test_an_unknown_stage_counts_last():
    (pair,) = pairs([read("users", 2, stage="unknown"), read("users", 3, stage="needs")])
    assert pair.users.low == 3


def test_where_users_stand_on_step_7_professionals_have_no_role():
    (pair,) = pairs([read("users", 7)])
    assert (pair.no_role, pair.gap) == (True, None)


@pytest.mark.parametrize(("staff", "users", "claimed"), [((4, 5), (3, 3), True), ((4, 4), (3, 4), False), ((3, 4), (2, 2), False)])
def test_say_is_claimed_only_where_it_is_sure(staff, users, claimed):
    (pair,) = pairs([read("professionals", *staff), read("users", *users)])
    assert pair.claimed is claimed


def test_professionals_without_a_role_are_not_counted_as_missing():
    found = coverage(pairs([read("users", 7, project=1), read("users", 5, project=2), read("professionals", 5, project=3)]), unread=4)
    assert (found.projects, found.unread_staff, found.unread_users, found.no_role) == (7, 5, 5, 1)


def test_a_gap_that_may_be_none_is_not_counted_as_one():
    found = comparison(
        pairs([*both(1, "a", 6, 3), *both(2, "b", 2, 5), read("professionals", 6, project=3), read("users", 6, 7, project=3)])
    )
    assert (found.compared, found.apart, found.users_lower, found.claimed) == (3, 2, 1, 1)


def both(project: int, name: str, staff: int, users: int) -> list[LatestReading]:
    return [read("professionals", staff, project=project, name=name), read("users", users, project=project, name=name)]


def read(
    side: str, low: int, high: int | None = None, *, project: int = 1, name: str = "Sewing room", stage: str = "needs"
) -> LatestReading:
    return LatestReading(1, project, name, None, None, "North", side, stage, low, high or low, None, None, None)
