"""The one place that knows what time it is; tests set it."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo


def _real() -> datetime:
    return datetime.now(UTC)


_clock: list[Callable[[], datetime]] = [_real]


def now() -> datetime:
    """This instant, in UTC."""
    return _clock[-1]()


def today(time_zone: str = "UTC") -> date:
    """The calendar day in a LEN's time zone (IANA name)."""
    return now().astimezone(ZoneInfo(time_zone)).date()


def set_clock(clock: Callable[[], datetime] | None) -> None:
    """Let `now` answer with `clock`; None gives the real one back. For tests."""
    _clock[:] = [clock or _real]
