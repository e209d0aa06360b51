"""Vague dates as people write them: a year, a month, a day, or a range of these."""

import re
from calendar import monthrange
from datetime import date

from data_layer.problem import Problem

FORM = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
# As written in Germany, the Baltic states and Poland.
DOTTED = re.compile(r"(?:(?:(\d{1,2})\.\s?)?(\d{1,2})\.\s?)?(\d{4})", re.ASCII)


def parse_day(text: str) -> tuple[date | None, date | None]:
    """First and last day of "2017", "2016-08", "2016-07-19", "19.7.2016" or "2016-08/2016-10"; two times None for an empty text (unknown).

    Raises Problem("date_unreadable") for anything else, a range that runs backwards included.
    """
    text = text.strip()
    if not text:
        return None, None
    try:
        spans = [_span(part) for part in text.split("/")]
    except ValueError:
        raise Problem("date_unreadable", value=text) from None
    first, last = spans[0][0], spans[-1][1]
    if len(spans) > 2 or last < first:
        raise Problem("date_unreadable", value=text)
    return first, last


def day_text(first: date | None, last: date | None) -> str | None:
    """The shortest text that `parse_day` reads as these two days; None for an unknown date."""
    if first is None or last is None:
        return None
    starts, ends = _names(first, starts=True), _names(last, starts=False)
    same = next((name for name in starts if name and name in ends), None)
    if same is not None:
        return same
    # Both ends of a range are named alike, so that a person sees at a glance how exact it is.
    return next(f"{start}/{end}" for start, end in zip(starts, ends, strict=True) if start and end)


def _names(day: date, *, starts: bool) -> list[str | None]:
    """What the year, the month and the day are called of which this is the first (or last) day; None where it is not."""
    in_month = day.day == 1 if starts else day.day == monthrange(day.year, day.month)[1]
    in_year = in_month and day.month == (1 if starts else 12)
    return [f"{day.year:04}" if in_year else None, f"{day.year:04}-{day.month:02}" if in_month else None, day.isoformat()]


def _span(text: str) -> tuple[date, date]:
    match, dotted = FORM.fullmatch(text.strip()), DOTTED.fullmatch(text.strip())
    if match is None and dotted is None:
        raise ValueError(text)
    parts = match.groups() if match else dotted.groups()[::-1]  # type: ignore[union-attr]
    year, month, day = (int(part) if part else None for part in parts)
    assert year is not None
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if day is None:
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    return date(year, month, day), date(year, month, day)
