"""How a column writes dates and numbers is told from all its values; where they tell nothing, a person is asked."""

import pytest

from data_layer.editing.tables import TABLES, FieldKind
from data_layer.imports.cell import cell_value, country_code, day_value, number_value
from data_layer.imports.form import Form, form_of
from data_layer.problem import Problem


@pytest.mark.parametrize(
    ("values", "form", "asked"),
    [
        (["05/06/2014", "07/08/2014"], None, ("05/06/2014", "07/08/2014")),
        (["05/06/2014", "25/06/2014"], Form.DMY, ()),
        (["05/06/2014", "06/25/2014"], Form.MDY, ()),
        (["05/05/2014"], None, ()),
        (["25/06/2014", "06/25/2014", "01/02/2014"], None, ("01/02/2014",)),
        (["2014-06-05", "5.6.2014", "2014"], None, ()),
    ],
)
def test_dates_with_slashes(values, form, asked):
    assert form_of(FieldKind.VAGUE_DAY, values) == (form, asked)


@pytest.mark.parametrize(
    ("values", "form", "asked"),
    [
        (["1.234", "2.500"], None, ("1.234", "2.500")),
        (["1.234", "12,50"], Form.COMMA, ()),
        (["1.234", "12.50"], Form.POINT, ()),
        (["1.234,56"], Form.COMMA, ()),
        (["1,234.56", "1,234"], Form.POINT, ()),
        (["1.234.567", "1.234"], Form.COMMA, ()),
        (["12,5", "12.5", "1.234"], None, ("1.234",)),
        (["2500", "unknown"], None, ()),
        (["€ 1.234", "EUR 12,50"], Form.COMMA, ()),
    ],
)
def test_numbers(values, form, asked):
    assert form_of(FieldKind.MONEY, values) == (form, asked)


def test_texts_are_never_asked_about():
    assert form_of(FieldKind.TEXT, ["1.234", "05/06/2014"]) == (None, ())


@pytest.mark.parametrize(
    ("text", "form", "value"),
    [
        ("05/06/2014", Form.DMY, "2014-06-05"),
        ("05/06/2014", Form.MDY, "2014-05-06"),
        ("25/06/2014", None, "2014-06-25"),
        ("06/25/2014", None, "2014-06-25"),
        ("2016/03/01", None, "2016-03-01"),
        ("2014-2020", None, "2014/2020"),
        ("2014-06-05 10:30", None, "2014-06-05"),
        ("19.7.2016", None, "19.7.2016"),
        ("2016-08", None, "2016-08"),
    ],
)
def test_a_date_is_read(text, form, value):
    assert day_value(text, form) == value


@pytest.mark.parametrize(
    ("text", "form", "value"),
    [
        ("1.234", Form.COMMA, "1234"),
        ("1.234", Form.POINT, "1.234"),
        ("1,234", Form.POINT, "1234"),
        ("1.234,56", None, "1234.56"),
        ("1,234.56", None, "1234.56"),
        ("4,860,664.11", Form.POINT, "4860664.11"),
        ("3827755.48", None, "3827755.48"),
        ("12,5", None, "12.5"),
        ("£100,000.00", None, "100000"),
        ("EUR 2 500", None, "2500"),
        ("-", None, "-"),
    ],
)
def test_a_number_is_read(text, form, value):
    assert number_value(text, form) == value


@pytest.mark.parametrize(("read", "text", "code"), [(day_value, "05/06/2014", "date_two_ways"), (number_value, "1.234", "number_two_ways")])
def test_what_could_be_two_things_is_not_guessed(read, text, code):
    with pytest.raises(Problem, match=code):
        read(text, None)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("SE", "SE"),
        ("UK United Kingdom / UNITED KINGDOM", "GB"),
        ("Deutschland", "DE"),
        ("UNITED KINGDOM", "GB"),
        ("FO  / Faroe Islands", "FO"),
        ("England", "GB"),
        ("Various", "Various"),
    ],
)
def test_a_country_is_known_by_its_name_or_letters(text, code):
    assert country_code(text) == code


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("example.org", "https://example.org"),
        ("www.example.org/a?b", "https://www.example.org/a?b"),
        ("http://example.org", "http://example.org"),
        ("http://[", "http://["),
        ("http://\u2100", "http://\u2100"),
    ],
)
def test_a_website_without_its_beginning_gets_one(text, address):
    assert cell_value("stakeholder", TABLES["stakeholder"].fields["website"], text, None) == address
