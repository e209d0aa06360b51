import pytest

from data_layer.whole_number import LARGEST, POSITIVE_NUMBERS, whole_number


@pytest.mark.parametrize(("text", "number"), [("0", 0), ("7", 7), ("007", 7), (str(LARGEST - 1), LARGEST - 1)])
def test_plain_digits_are_a_number(text, number):
    assert whole_number(text) == number


@pytest.mark.parametrize("text", ["", "-1", "+1", " 1", "1 ", "1.0", "1e3", "1_000", "\u0663", "²", str(LARGEST), "0" * 17, "9" * 5_000])
def test_anything_else_is_none(text):
    assert whole_number(text) is None


@pytest.mark.parametrize(
    ("text", "is_in"), [("1", True), ("0", False), ("00", False), ("", False), ("9" * 5_000, False), (1, False), (None, False)]
)
def test_positive_numbers_hold_texts_of_numbers_above_none(text, is_in):
    assert (text in POSITIVE_NUMBERS) == is_in
