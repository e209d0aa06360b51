"""The sentences under the pictures say what they show now."""

import pytest

from components.charts.steps_by_kind import Kind
from components.participation.findings import change_now, gaps_now, kinds_now, steps_now
from tests.components.participation.facts import FIVE_OF_SEVEN, NONE, SIX_OF_EIGHT, Comparison, Coverage, Standing


def test_shares_stand_as_counts_and_the_unread_are_named():
    assert steps_now(FIVE_OF_SEVEN, SIX_OF_EIGHT, Coverage(unread=9)) == (
        "On the professionals’ side 5 of 7 readings stand at step 4 or above, where participation begins. "
        "On the service users’ side 6 of 8 readings stand at step 4 or above. "
        "For 9 of 17 micro projects there is no reading on either side."
    )


def test_a_side_without_readings_is_said_so():
    assert "There is no reading on the professionals’ side." in steps_now(NONE, SIX_OF_EIGHT, Coverage())


def test_without_any_reading_how_much_say_there_is_is_unknown():
    assert steps_now(NONE, NONE, Coverage(unread=17)) == "No reading stands on the pyramid: how much say service users have is unknown."


@pytest.mark.parametrize(
    ("found", "ours", "says"),
    [
        (Comparison(0), False, "No side has judged the same stage as the other yet, so no gap can be told."),
        (Comparison(1), False, "No clear gap shows in the one pair in which both sides judged the same stage."),
        (Comparison(7), False, "No clear gap shows in the 7 pairs in which both sides judged the same stage."),
        (Comparison(1, 1), False, "In the one pair in which both sides judged the same stage, they stand apart."),
        (
            Comparison(9, 4, 1),
            False,
            "In 4 of 9 pairs in which both sides judged the same stage, they stand apart. "
            "In one of these, service users feel less say than professionals name.",
        ),
    ],
)
def test_what_the_comparison_shows(found, ours, says):
    assert gaps_now(found, all_ours=ours) == says


def test_where_say_is_claimed_it_says_where_to_begin():
    assert gaps_now(Comparison(9, 4, 3, 2), all_ours=False).endswith(
        "In 2, professionals speak of shared decisions (step 4 or above) and service users feel none (step 3 or below): begin there."
    )


def test_different_stages_are_counted_beside():
    assert gaps_now(Comparison(3, stages_differ=2), all_ours=False).endswith(
        "In 2 more the two judged different stages, which cannot be compared."
    )


def test_our_own_readings_cannot_show_a_gap():
    assert "None could: we read both sides from the same documents." in gaps_now(Comparison(7), all_ours=True)


def test_change_compares_the_first_year_with_the_last():
    years = {2016: Standing(upper=1, total=4), 2017: NONE, 2019: Standing(upper=3, total=3)}
    assert change_now(years, undated=2) == (
        "At step 4 or above stood 1 of 4 readings of service users in 2016 and all 3 in 2019. 2 readings without a date stand beside."
    )


def test_one_year_shows_no_change():
    assert change_now({2016: SIX_OF_EIGHT}, undated=0) == "Dated readings of service users are from 2016 only, so no change can be told."


def test_undated_readings_alone_show_no_change():
    assert change_now({}, undated=15) == (
        "No reading of service users has a date yet, so no change can be told. 15 readings are without a date."
    )


def kind(label, middle, *, unknown=False):
    return Kind(label, NONE, Standing(middle=middle, total=1), unknown=unknown)


@pytest.mark.parametrize(
    ("kinds", "says"),
    [
        ([], "Nothing yet."),
        (
            [kind("stage unknown", 4, unknown=True)],
            "Nothing yet.",
        ),
        ([kind("youth", 4)], "Only youth can be told: the middle step of service users is 4."),
        ([kind("youth", 4), kind("older", 4)], "The middle step of service users is the same everywhere: 4."),
        (
            [kind("youth", 6), kind("older", 2), kind("migrants", 6)],
            "Service users name the highest middle step for youth, migrants (6), the lowest for older (2).",
        ),
    ],
)
def test_what_kinds_show(kinds, says):
    assert kinds_now(kinds, nothing="Nothing yet.") == says
