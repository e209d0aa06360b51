"""Vague dates for invented rows: a day, a month, a year, or unknown."""

from calendar import monthrange
from datetime import date, timedelta
from random import Random

BEGIN = date(2022, 1, 1)
END = date(2026, 9, 30)
Span = tuple[date | None, date | None]


def some_day(random: Random, *, after: date = BEGIN) -> date:
    """A day after `after`, before the end of the programme."""
    return after + timedelta(days=random.randint(0, max(0, (END - after).days)))


def vague(random: Random, day: date, *, unknown: float = 0.0) -> Span:
    """First and last day of what is known of a date: mostly the day itself, else its month, its year, or nothing."""
    if random.random() < unknown:
        return None, None
    kind = random.random()
    if kind < 0.7:
        return day, day
    if kind < 0.9:
        return day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1])
    return date(day.year, 1, 1), date(day.year, 12, 31)


def fields(name: str, span: Span) -> dict[str, date | None]:
    """The two columns of a vague date."""
    return {f"{name}_first": span[0], f"{name}_last": span[1]}
