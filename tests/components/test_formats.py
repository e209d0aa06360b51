"""Numbers, money, dates, levels as people read them."""

from datetime import date

import pytest

from components.formats import country, level_span, money, money_range, number, percent, period, share, some_day, vague_date

YEAR_2016 = (date(2016, 1, 1), date(2016, 12, 31))
UNKNOWN = (None, None)
DAYS = (date(2020, 8, 5), date(2020, 8, 8))
MONTHS = (date(2018, 3, 1), date(2018, 5, 31))
YEARS = (date(2016, 1, 1), date(2018, 12, 31))


def test_numbers_have_separators():
    assert number(12345) == "12,345"


def test_numbers_in_german_have_points(reader_of_german):
    assert number(12345.5) == "12.345,5"


@pytest.mark.parametrize(
    ("minor", "currency", "words"),
    [
        (2_999_630, "EUR", "EUR\xa029,996.30"),
        (250_000, "SEK", "SEK\xa02,500.00"),
        (1500, "JPY", "JPY\xa01,500"),
        (1500, "KWD", "KWD\xa01.500"),
        (-100, "EUR", "-EUR\xa01.00"),
    ],
)
def test_money_follows_the_digits_of_its_currency(minor, currency, words):
    assert money(minor, currency) == words


def test_money_in_german_has_its_code_behind(reader_of_german):
    assert money(2_999_630, "EUR") == "29.996,30\xa0EUR"


def test_no_amount_is_unknown_not_zero():
    assert money(None, "EUR") == "unknown"


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (100, None, "from EUR\xa01.00"),
        (None, 100, "up to EUR\xa01.00"),
        (100, 100, "EUR\xa01.00"),
        (100, 200, "EUR\xa01.00 to EUR\xa02.00"),
        (None, None, "unknown"),
    ],
)
def test_a_range_of_money_says_which_end_is_open(low, high, words):
    assert money_range(low, high, "EUR") == words


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2017, 1, 1), date(2017, 12, 31), "2017"),
        (date(2016, 8, 1), date(2016, 8, 31), "August 2016"),
        (date(2016, 2, 1), date(2016, 2, 29), "February 2016"),
        (date(2016, 7, 19), date(2016, 7, 19), "19 July 2016"),
        (date(2016, 1, 1), date(2018, 12, 31), "2016 to 2018"),
        (date(2016, 3, 1), date(2016, 5, 31), "March 2016 to May 2016"),
        (date(2016, 3, 2), date(2016, 5, 3), "2 March 2016 to 3 May 2016"),
        (date(2016, 3, 2), None, "from 2 March 2016"),
        (None, date(2016, 3, 2), "until 2 March 2016"),
        (None, None, "unknown"),
    ],
)
def test_a_date_is_as_vague_as_what_is_known(first, last, words):
    assert vague_date(first, last) == words


def test_dates_in_german(reader_of_german):
    assert vague_date(date(2016, 7, 19), date(2016, 7, 19)) == "19. Juli 2016"


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (YEAR_2016, UNKNOWN, "from 2016"),
        (UNKNOWN, YEAR_2016, "until 2016"),
        (YEAR_2016, YEAR_2016, "2016"),
        (UNKNOWN, UNKNOWN, "unknown"),
    ],
)
def test_a_period_leaves_its_unknown_end_open(start, end, words):
    assert period(start, end) == words


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (DAYS, UNKNOWN, "from some day between 5 August and 8 August 2020"),
        (MONTHS, UNKNOWN, "from some time between March and May 2018"),
        (YEARS, UNKNOWN, "from some time between 2016 and 2018"),
        (UNKNOWN, DAYS, "until some day between 5 August and 8 August 2020"),
        (YEAR_2016, DAYS, "from 2016 until some day between 5 August and 8 August 2020"),
        (YEARS, DAYS, "from some time between 2016 and 2018 until some day between 5 August and 8 August 2020"),
        (DAYS, DAYS, "some day between 5 August and 8 August 2020"),
        (YEAR_2016, MONTHS, "from 2016 until some time between March and May 2018"),
        (YEAR_2016, (date(2018, 1, 1), date(2018, 12, 31)), "2016 to 2018"),
    ],
)
def test_a_vague_day_at_an_end_of_a_period_does_not_read_as_a_period_itself(start, end, words):
    assert period(start, end) == words


def test_the_days_of_a_vague_beginning_are_german_ones(reader_of_german):
    assert period(DAYS, UNKNOWN) == "from some day between 5. August and 8. August 2020"


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2019, 12, 30), date(2020, 1, 2), "some day between 30 December 2019 and 2 January 2020"),
        (date(2019, 12, 1), date(2020, 1, 31), "some time between December 2019 and January 2020"),
        (date(2016, 7, 19), date(2016, 7, 19), "19 July 2016"),
        (*UNKNOWN, "unknown"),
    ],
)
def test_some_day_names_the_year_of_its_first_day_where_it_is_another(first, last, words):
    assert some_day(first, last) == words


@pytest.mark.parametrize(("low", "high", "words"), [(6, None, "6"), (6, 6, "6"), (6, 7, "6–7"), (None, None, "unknown")])
def test_a_level_may_be_a_span(low, high, words):
    assert level_span(low, high) == words


def test_countries_have_names():
    assert country("se") == "Sweden"


def test_countries_have_german_names(reader_of_german):
    assert country("SE") == "Schweden"


def test_a_code_that_is_no_country_stays_as_it_is():
    assert country("XX9") == "XX9"


@pytest.mark.parametrize(
    ("n", "of", "words"), [(6, 8, "6 of 8"), (0, 8, "none of 8"), (8, 8, "all 8"), (1, 1, "1 of 1"), (0, 0, "none recorded")]
)
def test_shares_are_counts_in_words(n, of, words):
    assert share(n, of) == words


@pytest.mark.parametrize(("part", "words"), [(0, "0%"), (0.001, "1%"), (0.784, "78%"), (0.999, "99%"), (1, "100%")])
def test_only_nothing_is_none_and_only_everything_is_all(part, words):
    assert percent(part) == words
