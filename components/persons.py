"""Counts of persons, for readers who may not see small ones."""

from components.formats import number

FEWEST_SHOWN = 5


def persons(count: int | None, *, masked: bool) -> str | None:
    """A count of persons; where `masked`, one under five is shown as "<5"; None stays None (unknown)."""
    if count is None:
        return None
    return f"<{FEWEST_SHOWN}" if is_hidden(count, masked=masked) else number(count)


def is_hidden(count: int | None, *, masked: bool) -> bool:
    """Whether this count of persons is too small to be shown."""
    return masked and count is not None and count < FEWEST_SHOWN
