"""Vague dates as people write them: a year, a month, a day, or a range of these."""

import re
from calendar import monthrange
from datetime import date

from data_layer.problem import Problem

FORM = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


def parse_day(text: str) -> tuple[date | None, date | None]:
    """First and last day of "2017", "2016-08", "2016-07-19" or "2016-08/2016-10"; two times None for an empty text (unknown).

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


def _span(text: str) -> tuple[date, date]:
    match = FORM.fullmatch(text.strip())
    if match is None:
        raise ValueError(text)
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if day is None:
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    return date(year, month, day), date(year, month, day)
