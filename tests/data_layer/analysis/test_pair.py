"""Both sides of one subject, and the gap between them."""

import pytest

from data_layer.analysis.pair import gap
from data_layer.participation import SubjectKind
from tests.data_layer.analysis.readings import both, pairs, read


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
    assert [pair.subject.name for pair in pairs(readings)] == ["Users less", "Users more", "No gap", "One side", "No role"]


def test_the_stage_that_both_judged_is_compared():
    readings = [read("professionals", 2, stage="needs"), read("professionals", 6, stage="delivery"), read("users", 3, stage="needs")]
    (pair,) = pairs(readings)
    assert (pair.staff.low, pair.users.low, pair.stages_differ) == (2, 3, False)


def test_an_older_stage_that_both_judged_stands_before_a_newer_one_of_one_side():
    readings = [*both(1, "a", 5, 2, year=2018), read("professionals", 6, stage="delivery", year=2021)]
    (pair,) = pairs(readings)
    assert (pair.staff.low, pair.users.low) == (5, 2)


def test_of_several_stages_that_both_judged_the_last_one_stands():
    later = [read(side, level, stage="design", year=2020) for side, level in (("professionals", 6), ("users", 4))]
    (pair,) = pairs([*both(1, "a", 5, 2, year=2018), *later])
    assert (pair.staff.low, pair.users.low, pair.users.stage) == (6, 4, "design")


def test_where_no_stage_is_shared_the_last_of_each_side_stands_and_no_gap_is_told():
    readings = [read("professionals", 2, stage="needs"), read("professionals", 6, stage="delivery"), read("users", 3, stage="design")]
    (pair,) = pairs(readings)
    assert (pair.staff.low, pair.stages_differ, pair.gap, pair.claimed) == (6, True, None, False)


@pytest.mark.parametrize("stages", [("unknown", "needs"), ("needs", "unknown")])
def test_an_unknown_stage_is_compared_with_no_other(stages):
    (pair,) = pairs([read(side, 5, stage=stage) for side, stage in zip(("professionals", "users"), stages, strict=True)])
    assert (pair.stages_differ, pair.gap) == (True, None)


def test_two_unknown_stages_are_compared():
    (pair,) = pairs([read(side, 5, stage="unknown") for side in ("professionals", "users")])
    assert pair.gap.most == 0


def test_an_unknown_stage_counts_last():
    (pair,) = pairs([read("users", 2, stage="unknown"), read("users", 3, stage="needs")])
    assert pair.users.low == 3


def test_an_event_is_not_mixed_with_its_micro_project():
    found = pairs([read("users", 2), read("professionals", 6, kind=SubjectKind.EVENT)])
    assert [(pair.staff is None, pair.users is None) for pair in found] == [(True, False), (False, True)]


def test_where_users_stand_on_step_7_professionals_have_no_role():
    (pair,) = pairs([read("users", 7)])
    assert (pair.no_role, pair.gap) == (True, None)


@pytest.mark.parametrize(("staff", "users", "claimed"), [((4, 5), (3, 3), True), ((4, 4), (3, 4), False), ((3, 4), (2, 2), False)])
def test_say_is_claimed_only_where_it_is_sure(staff, users, claimed):
    (pair,) = pairs([read("professionals", *staff), read("users", *users)])
    assert pair.claimed is claimed
