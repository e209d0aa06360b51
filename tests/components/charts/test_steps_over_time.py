"""Change over time."""

from components.charts.steps_over_time import DatedReading, steps_over_time
from components.level import Level
from tests.components.tree import attribute, find, find_all, text

READINGS = [
    DatedReading("staff", Level(2), 2016),
    DatedReading("users", Level(1, 2), 2016),
    *[DatedReading("users", Level(4), 2018)] * 6,
    DatedReading("staff", Level(6)),
]
PICTURE = steps_over_time(READINGS, says="The steps rose.")
CROWDED = steps_over_time([*READINGS, DatedReading("users", Level(4, 5), 2018, n=6)], says="x")


def test_every_year_between_first_and_last_has_a_column_and_undated_ones_too():
    assert [text(name) for name in find_all(PICTURE, "year-name")] == ["2016", "2017", "2018", "no date"]


def test_the_picture_says_its_sentence():
    drawing = find(PICTURE, "over-time")
    assert (drawing.role, attribute(drawing, "aria-label")) == ("img", "The steps rose.")


def test_a_reading_stands_on_its_step_in_its_year():
    first = find_all(PICTURE, "staff")[0]
    assert [attribute(first, name) for name in ("--at", "--low", "--top")] == [1, 2, 2]


def test_a_span_is_tall_and_hollow():
    span = find(PICTURE, "tall")
    assert [attribute(span, name) for name in ("--low", "--top")] == [1, 2]
    assert len(find_all(span, "range")) == 1


def test_up_to_six_readings_in_one_place_are_marks():
    assert len(find_all(PICTURE, "users-mark")) == 1 + 6 + 2
    assert find_all(PICTURE, "held") == []


def test_more_readings_than_that_become_bars_with_their_number():
    assert find_all(CROWDED, "place") == []
    assert [attribute(bar, "data-n") for bar in find_all(CROWDED, "held")] == ["1", "1", "12", "1"]


def test_readings_between_two_steps_count_at_the_lower_one_and_are_the_hollow_part():
    bar = find_all(CROWDED, "held")[2]
    assert [attribute(bar, name) for name in ("--at", "--low")] == [3, 4]
    assert [attribute(find(bar, part), "--v") for part in ("exact", "spans")] == [0.5, 0.5]


def test_without_undated_readings_there_is_no_column_for_them():
    made = steps_over_time(READINGS[:2], says="x")
    assert [text(name) for name in find_all(made, "year-name")] == ["2016"]


def test_only_undated_readings_have_one_column():
    made = steps_over_time([READINGS[-1]], says="x")
    assert [text(name) for name in find_all(made, "year-name")] == ["no date"]


def test_no_readings_are_said_so():
    assert text(steps_over_time([], says="x")) == "No reading is recorded yet."
