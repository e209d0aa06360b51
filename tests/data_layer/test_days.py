from datetime import date

import pytest

from data_layer.days import parse_day
from data_layer.problem import Problem


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2016-07-19", date(2016, 7, 19), date(2016, 7, 19)),
        ("2016-08", date(2016, 8, 1), date(2016, 8, 31)),
        ("2016-02", date(2016, 2, 1), date(2016, 2, 29)),
        ("2017", date(2017, 1, 1), date(2017, 12, 31)),
        ("2016-08/2016-10", date(2016, 8, 1), date(2016, 10, 31)),
        ("2020-08-05/2020-08-08", date(2020, 8, 5), date(2020, 8, 8)),
        ("2017/2018-03", date(2017, 1, 1), date(2018, 3, 31)),
        (" 2017 ", date(2017, 1, 1), date(2017, 12, 31)),
        ("19.07.2016", date(2016, 7, 19), date(2016, 7, 19)),
        ("1. 7. 2016", date(2016, 7, 1), date(2016, 7, 1)),
        ("7.2016", date(2016, 7, 1), date(2016, 7, 31)),
    ],
)
def test_a_vague_date_becomes_its_first_and_last_day(text, first, last):
    assert parse_day(text) == (first, last)


@pytest.mark.parametrize("text", ["", "  "])
def test_an_empty_text_is_an_unknown_date(text):
    assert parse_day(text) == (None, None)


@pytest.mark.parametrize(
    "text",
    [
        "soon",
        "17",
        "2017-13",
        "2017-02-30",
        "2017-2",
        "32.07.2016",
        "19.07.16",
        "0000",
        "٢٠١٧",
        "2017/",
        "/2017",
        "2017/2018/2019",
        "2018/2017",
        "2017-01-01T10:00",
    ],
)
def test_anything_else_is_refused_with_what_was_written(text):
    with pytest.raises(Problem) as refused:
        parse_day(text)
    assert (refused.value.code, refused.value.values) == ("date_unreadable", {"value": text})
