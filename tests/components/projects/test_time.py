"""Time in phase."""

from types import SimpleNamespace

from components.projects.time import phase_time_says, phase_time_table, phase_times
from tests.components.tree import find_all, of_type, text


def days(least, most=None, number=1):
    return SimpleNamespace(least=least, most=most or least, number=number)


def time(phase, over=None, so_far=None, undated=0):
    return SimpleNamespace(phase=phase, over=over, so_far=so_far, undated=undated)


UNDATED = [time("needs"), time("design", undated=4)]
DATED = [time("needs", over=days(30, number=3)), time("design", over=days(90, 400), so_far=days(12), undated=2)]


def test_without_any_date_it_says_that_the_time_is_unknown():
    picture = phase_times(UNDATED)
    assert text(find_all(picture, "empty")).startswith("How long is unknown: no step has a date.")
    assert "4 without a date" in text(picture)


def test_dated_stays_are_drawn():
    assert len(find_all(phase_times(DATED), "stay-bar")) == 3


def test_the_table_shows_an_unknown_middle_as_unknown():
    rows = of_type(of_type(phase_time_table(DATED, caption="Time"), "Tbody"), "Tr")
    assert [text(row) for row in rows] == [
        "Needs assessment 3 30 days 0 unknown 0",
        "Service design 1 between 90 and 400 days 1 12 days 2",
    ]


def test_the_sentence_names_the_slowest_phase_and_what_is_left_out():
    assert phase_time_says(DATED) == (
        "Micro projects stayed longest in service design: between 90 and 400 days in the middle. 2 stays have no date and are left out."
    )


def test_the_sentence_without_dates_counts_what_is_left_out():
    assert phase_time_says(UNDATED) == "No stay in a phase has a known beginning and end. 4 stays have no date and are left out."
