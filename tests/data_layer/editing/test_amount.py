import pytest

from data_layer.editing.amount import amount_text, parse_amount
from data_layer.problem import Problem


@pytest.mark.parametrize(
    ("text", "minor"),
    [
        ("2500", 250000),
        ("2500.5", 250050),
        ("2500,50", 250050),
        ("2 500,00", 250000),
        ("2\u202f500", 250000),
        ("2.500,00", 250000),
        ("2,500.00", 250000),
        ("1.234.567", 123456700),
        ("0", 0),
        ("12'000.00", 1200000),
    ],
)
def test_amounts_are_read_as_people_write_them(text, minor):
    assert parse_amount(text) == minor


@pytest.mark.parametrize("text", ["2.500", "2,500", "12.345"])
def test_an_amount_that_could_be_two_is_asked_about(text):
    with pytest.raises(Problem) as refused:
        parse_amount(text)
    assert refused.value.code == "amount_two_ways"


@pytest.mark.parametrize("text", ["", "-5", "1e5", "12.345.6", "about 500", "5 €", "١٢", "1,2,3", "9" * 40, "90071992547409.92"])
def test_anything_else_is_refused(text):
    with pytest.raises(Problem) as refused:
        parse_amount(text)
    assert refused.value.code == "amount_unreadable"


@pytest.mark.parametrize("minor", [0, 1, 99, 100, 250050, 10**14, 2**53 - 1])
def test_what_is_shown_is_read_back_unchanged(minor):
    assert parse_amount(amount_text(minor)) == minor


def test_an_unknown_amount_has_no_text():
    assert amount_text(None) is None
