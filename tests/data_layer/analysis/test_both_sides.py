"""How both sides compare over many subjects."""

from data_layer.analysis.both_sides import agreement, comparison
from data_layer.participation import PairTally, Steps
from tests.data_layer.analysis.readings import both, pairs, read


def counted(*both_steps: tuple[Steps | None, Steps | None]) -> list[PairTally]:
    return [PairTally(2019, staff, users, 1) for staff, users in both_steps]


def test_a_gap_that_may_be_none_is_not_counted_as_one():
    found = comparison(
        pairs([*both(1, "a", 6, 3), *both(2, "b", 2, 5), read("professionals", 6, project=3), read("users", 6, 7, project=3)])
    )
    assert (found.compared, found.apart, found.users_lower, found.claimed) == (3, 2, 1, 1)


def test_pairs_agree_or_one_side_stands_higher():
    found = agreement(
        counted((Steps(4, 4), Steps(4, 4)), (Steps(5, 5), Steps(2, 2)), (Steps(5, 5), Steps(4, 4)), (Steps(1, 1), Steps(3, 3)))
    )
    assert (found.pairs, found.agree, found.staff_higher, found.users_higher, found.claimed) == (4, 1, 2, 1, 1)


def test_a_span_that_touches_the_other_side_counts_as_agreeing():
    found = agreement(counted((Steps(6, 6), Steps(6, 7)), (Steps(5, 5), Steps(6, 7))))
    assert (found.agree, found.users_higher, found.widest) == (1, 1, (Steps(5, 5), Steps(6, 7)))


def test_the_largest_gap_is_one_pair_and_of_two_alike_the_one_where_users_stand_lower():
    found = agreement(counted((Steps(2, 2), Steps(5, 5)), (Steps(6, 6), Steps(3, 3)), (Steps(4, 4), Steps(4, 4))))
    assert found.widest == (Steps(6, 6), Steps(3, 3))


def test_one_side_alone_is_no_pair_and_users_on_step_7_leave_professionals_no_role():
    found = agreement(counted((None, Steps(7, 7)), (None, Steps(6, 7)), (Steps(5, 5), None), (Steps(6, 6), Steps(7, 7))))
    assert (found.pairs, found.no_role, found.users_higher) == (1, 1, 1)


def test_without_pairs_there_is_no_largest_gap():
    assert agreement([]).widest is None


def test_pairs_that_were_counted_together_all_count():
    found = agreement([PairTally(2019, Steps(5, 5), Steps(2, 2), 30), PairTally(None, None, Steps(7, 7), 4)])
    assert (found.pairs, found.staff_higher, found.claimed, found.no_role) == (30, 30, 30, 4)
