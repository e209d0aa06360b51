"""Which figures are left out, or made unclear, for readers who may not see small counts of service users."""

from data_layer.exports.sheet import Cell

# Counts of persons: small ones are told as "<5".
PERSONS = frozenset({("need", "participants"), ("need", "votes"), ("event", "participants"), ("micro_project", "jobs")})
# Numbers of people who judged are told to nobody but those who work with them.
JUDGES = frozenset({("assessment", "judges")})
FEWEST_SHOWN = 5


def is_left_out(table: str, field: str, *, masked: bool) -> bool:
    """Whether the column does not exist for the reader."""
    return masked and (table, field) in JUDGES


def shown_count(table: str, field: str, cell: Cell, *, masked: bool) -> Cell:
    """The cell as the reader may see it."""
    small = isinstance(cell, int) and cell < FEWEST_SHOWN
    return f"<{FEWEST_SHOWN}" if masked and small and (table, field) in PERSONS else cell


def is_about_counts(table: str, field: str) -> bool:
    """Whether what is noted on this field can tell a number of persons."""
    return (table, field) in PERSONS | JUDGES
