"""Texts that a spreadsheet would take for a formula: an apostrophe before them when they are written, taken off when they are read."""

import re

BLANKS = "[ \u00a0\u1680\u2000-\u200f\u2028\u2029\u202f\u205f\u2060\u3000\ufeff]"
# Whatever stands behind apostrophes is meant too, so that a text that truly begins so comes back as it was.
FORMULA = re.compile(f"'*{BLANKS}*[=+\\-@\t\r\n\x00\uff1d\uff0b\uff0d\uff20]")


def guarded(text: str) -> str:
    """The text as it may stand in a CSV file."""
    return f"'{text}" if FORMULA.match(text) else text


def guarded_cell(text: str) -> str:
    """The same for a cell that is marked as text, where only what `unguarded` would shorten needs the apostrophe."""
    return f"'{text}" if text.startswith("'") and FORMULA.match(text) else text


def unguarded(text: str) -> str:
    """The text that `guarded` or `guarded_cell` was given."""
    return text[1:] if text.startswith("'") and FORMULA.match(text, 1) else text
