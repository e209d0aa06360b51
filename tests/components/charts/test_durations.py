"""How long stays last."""

import pytest

from components.charts.durations import Durations, Stay, days, durations
from tests.components.tree import attribute, find, find_all, of_type, text


@pytest.mark.parametrize(
    ("stay", "words"),
    [
        (Stay(1, 1, 2), "1 day"),
        (Stay(30, 30, 2), "30 days"),
        (Stay(1200, 1200, 2), "1,200 days"),
        (Stay(30, 400, 2), "between 30 and 400 days"),
    ],
)
def test_a_stay_is_said_in_days(stay, words):
    assert days(stay) == words


def test_all_bars_share_one_scale_and_show_least_and_most():
    picture = durations([Durations("one", Stay(50, 100, 1), None, 0), Durations("two", None, Stay(200, 200, 1), 0)])
    assert [(attribute(bar, "--low"), attribute(bar, "--high")) for bar in find_all(picture, "stay-bar")] == [(0.25, 0.5), (1, 1)]


def test_stays_that_go_on_are_told_from_those_that_are_over():
    picture = durations([Durations("one", Stay(50, 50, 2), Stay(20, 20, 3), 0)])
    assert "50 days middle of 2 stays that are over" in text(picture)
    assert "20 days so far, middle of 3 that go on" in text(picture)


def test_undated_stays_are_counted_as_undated():
    assert text(find(durations([Durations("one", None, None, 4)]), "unknown-box")) == "4 without a date"


def test_a_phase_without_anything_says_so():
    assert "nothing recorded" in text(of_type(durations([Durations("one", None, None, 0)]), "Li"))
