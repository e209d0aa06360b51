"""Whole numbers as they stand in addresses, forms and files."""

# Every number that a browser, a JSON file and a database keep exactly is below this; no person types a longer one.
LARGEST = 2**53
LONGEST = 16


def whole_number(text: str) -> int | None:
    """The number that the text holds in plain digits, from 0 up to (not including) LARGEST; None where it holds none."""
    if not (text.isascii() and text.isdigit() and len(text) <= LONGEST):
        return None
    number = int(text)
    return number if number < LARGEST else None


class _PositiveNumbers:
    def __contains__(self, text: object) -> bool:
        return isinstance(text, str) and bool(whole_number(text))


# Every text that holds a number above 0, for `in`.
POSITIVE_NUMBERS = _PositiveNumbers()
