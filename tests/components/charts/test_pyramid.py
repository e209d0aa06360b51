"""The participation stairs."""

from components.charts.pyramid import Readings, german_switch, pyramid
from tests.components.tree import attribute, classes, find, find_all, of_type, text

STAFF = {6: Readings(3), 2: Readings(0, 1)}
USERS = {7: Readings(1), 6: Readings(1, 2), 4: Readings(12)}
STAIRS = pyramid(STAFF, USERS, name="steps")


def _step(number):
    return find(STAIRS, f"st-{number}")


def test_seven_steps_stand_from_the_top_down():
    assert [step.value for step in find_all(STAIRS, "stair")] == ["7", "6", "5", "4", "3", "2", "1"]


def test_each_band_is_a_section_named_by_its_heading():
    assert [attribute(band, "aria-labelledby") for band in of_type(STAIRS, "Section")] == [
        "steps-band-own",
        "steps-band-participation",
        "steps-band-before",
    ]


def test_the_top_band_says_that_it_is_the_citizens_alone():
    assert "Self-organised civil-society activity (citizens’ side only)." in text(find(STAIRS, "band-own"))


def test_professionals_have_a_dashed_cell_in_place_of_a_seventh_step():
    assert text(find(_step(7), "no-side")) == "Professionals have no step here"
    assert find_all(_step(7), "left") == []


def test_professionals_come_before_the_number_and_service_users_after_it():
    assert [classes(part)[-1] for part in _step(6).children] == ["left", "stair-no", "right"]


def test_a_count_is_read_aloud_with_its_unit():
    assert text(find(find(_step(7), "standing"), "n")) == "1 reading"


def test_a_step_without_readings_says_none():
    assert text(find_all(_step(1), "zero")) == "nonenone"


def test_each_reading_up_to_six_is_a_mark_and_spans_are_hollow():
    users = find(_step(6), "right")
    assert (len(find_all(users, "users-mark")), len(find_all(users, "range"))) == (3, 2)


def test_more_than_six_readings_are_a_bar():
    users = find(_step(4), "right")
    assert find_all(users, "users-mark") == []
    assert attribute(find(users, "count-bar"), "--v") == 1.0


def test_german_originals_are_marked_as_german():
    assert {part.lang for part in find_all(STAIRS, "german")} == {"de"}
    assert len(find_all(STAIRS, "german")) == 13


def test_readers_of_german_see_no_second_german_line(reader_of_german):
    assert find_all(pyramid(STAFF, USERS, name="steps"), "german") == []


def test_the_three_titles_with_an_incomplete_source_are_marked_and_explained():
    assert [find_all(_step(n), "star") != [] for n in range(1, 8)] == [True, True, True, False, False, False, False]
    assert text(find(STAIRS, "stairs-note")).startswith("* The page of the authors")


def test_a_tick_box_shows_the_originals():
    assert german_switch("participation-german").value is True


def test_readers_of_german_need_no_tick_box(reader_of_german):
    assert german_switch("participation-german") is None
