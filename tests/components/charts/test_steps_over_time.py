"""Change over time."""

from components.charts.steps_over_time import DatedReading, steps_over_time
from components.level import Level
from tests.components.tree import attribute, find, find_all, text

READINGS = [
    DatedReading("staff", Level(2), 2016),
    DatedReading("users", Level(1, 2), 2016),
    *[DatedReading("users", Level(4), 2018)] * 7,
    DatedReading("staff", Level(6)),
]
PICTURE = steps_over_time(READINGS, says="The steps rose.")


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


def test_many_readings_in_one_place_are_counted():
    assert text(find(PICTURE, "many")) == "7"


def test_without_undated_readings_there_is_no_column_for_them():
    made = steps_over_time(READINGS[:2], says="x")
    assert [text(name) for name in find_all(made, "year-name")] == ["2016"]


def test_only_undated_readings_have_one_column():
    made = steps_over_time([READINGS[-1]], says="x")
    assert [text(name) for name in find_all(made, "year-name")] == ["no date"]


def test_no_readings_are_said_so():
    assert text(steps_over_time([], says="x")) == "No reading is recorded yet."
