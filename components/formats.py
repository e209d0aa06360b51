"""Numbers, money, dates and levels in the form of the reader's language."""

import calendar
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache

from babel import Locale
from babel.dates import format_date, format_skeleton, format_time
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal, format_percent
from flask_babel import get_locale, get_timezone
from flask_babel import gettext as _

MINOR_DIGITS = {
    **dict.fromkeys(
        ["BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "UYI", "VND", "VUV", "XAF", "XOF", "XPF"], 0
    ),
    **dict.fromkeys(["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"], 3),
    **dict.fromkeys(["CLF", "UYW"], 4),
}
NO_BREAK = "\N{NO-BREAK SPACE}"


def number(n: int | float) -> str:
    """A number with the language's separators; a fraction keeps at most two digits."""
    return _number(n, _locale())


@lru_cache(maxsize=4096)
def _number(n: int | float, locale: Locale) -> str:
    return format_decimal(n, format="#,##0.##", locale=locale)


def money(minor: int | None, currency: str) -> str:
    """An amount in minor units (cents) of an ISO 4217 currency, with its code: "EUR 2,500.00"; None is unknown."""
    return _("unknown") if minor is None else _money(minor, currency, _locale())


@lru_cache(maxsize=4096)
def _money(minor: int, currency: str, locale: Locale) -> str:
    digits = MINOR_DIGITS.get(currency, 2)
    decimals = "." + "0" * digits if digits else ""
    code_last = locale.currency_formats["standard"].pattern.rstrip().endswith("¤")
    pattern = f"#,##0{decimals}{NO_BREAK}¤¤" if code_last else f"¤¤{NO_BREAK}#,##0{decimals}"
    return format_currency(Decimal(minor).scaleb(-digits), currency, pattern, locale=locale, currency_digits=False)


def money_range(low: int | None, high: int | None, currency: str) -> str:
    """What an amount may be, in minor units; an open end is said in words, both open is unknown."""
    if low is None and high is None:
        return _("unknown")
    if high is None:
        return _("from %(amount)s", amount=money(low, currency))
    if low is None:
        return _("up to %(amount)s", amount=money(high, currency))
    if low == high:
        return money(low, currency)
    return _("%(low)s to %(high)s", low=money(low, currency), high=money(high, currency))


def vague_date(first: date | None, last: date | None) -> str:
    """A date known to lie between two days: "2017", "August 2016", "19 July 2016", "2016 to 2018"; no day at all is unknown."""
    if first is None and last is None:
        return _("unknown")
    if last is None:
        return _("from %(date)s", date=_day(first))
    if first is None:
        return _("until %(date)s", date=_day(last))
    return _name(first, last) or _span(first, last)


def instant(moment: datetime) -> str:
    """A moment in the time zone of the installation, to the minute: "23 November 2026, 04:10"."""
    local = moment.astimezone(get_timezone())
    return _("%(day)s, %(time)s", day=_day(local.date()), time=format_time(local, "short", locale=_locale()))


def some_day(first: date | None, last: date | None) -> str:
    """The same beside words such as "from" or "until", where a span would read as a stretch of time: "some time between 2016 and 2018"."""
    if first is None or last is None or _name(first, last):
        return vague_date(first, last)
    if _whole_years(first, last):
        return _("some time between %(first)s and %(last)s", first=str(first.year), last=str(last.year))
    same_year = first.year == last.year
    if _whole_months(first, last):
        start = format_date(first, "LLLL", locale=_locale()) if same_year else _month(first)
        return _("some time between %(first)s and %(last)s", first=start, last=_month(last))
    start = format_skeleton("MMMMd", first, locale=_locale()) if same_year else _day(first)
    return _("some day between %(first)s and %(last)s", first=start, last=_day(last))


def period(start: tuple[date | None, date | None], end: tuple[date | None, date | None]) -> str:
    """From one vague date to another, each as (first day, last day); an unknown end is left open."""
    if start == end:
        return some_day(*start)
    if end == (None, None):
        return _("from %(date)s", date=some_day(*start))
    if start == (None, None):
        return _("until %(date)s", date=some_day(*end))
    if vague_date(*start) == some_day(*start) and vague_date(*end) == some_day(*end):
        return _("%(start)s to %(end)s", start=vague_date(*start), end=vague_date(*end))
    return _("from %(start)s until %(end)s", start=some_day(*start), end=some_day(*end))


def level_span(low: int | None, high: int | None = None) -> str:
    """A step of the pyramid, or the span between two ("6–7"); None is unknown."""
    if low is None:
        return _("unknown")
    return str(low) if high is None or high == low else f"{low}–{high}"


def country(code: str | None) -> str:
    """The name of a country from its ISO 3166 code; an unknown code stays as it is."""
    if not code:
        return _("unknown")
    return str(_locale().territories.get(code.upper(), code))


def share(n: int, of: int) -> str:
    """A share as counts: "6 of 8", "none of 8", "all 8", "1 of 1"; nothing to share in is said so."""
    if of == 0:
        return _("none recorded")
    if n == 0:
        return _("none of %(of)s", of=number(of))
    if n == of > 1:
        return _("all %(of)s", of=number(of))
    return _("%(n)s of %(of)s", n=number(n), of=number(of))


def percent(part: float) -> str:
    """A part of one (0 to 1) in whole percent; only nothing is 0 %, only everything is 100 %."""
    whole = part if part in (0, 1) else min(max(round(part, 2), 0.01), 0.99)
    return format_percent(whole, locale=_locale())


def listing(words: Sequence[str]) -> str:
    """Words one after the other, as the language lists them: "a, b and c"."""
    return format_list(words, locale=_locale())


def _locale() -> Locale:
    return _with_territory(get_locale() or Locale("en"))


@lru_cache(maxsize=64)
def _with_territory(locale: Locale) -> Locale:
    """A page formats a thousand numbers, and making a locale takes as long as formatting one."""
    return Locale("en", "GB") if locale.language == "en" and locale.territory is None else locale


def _day(day: date | None) -> str:
    return format_date(day, format="long", locale=_locale())


def _month(day: date) -> str:
    return format_skeleton("yMMMM", day, locale=_locale())


def _starts_year(day: date) -> bool:
    return (day.month, day.day) == (1, 1)


def _ends_year(day: date) -> bool:
    return (day.month, day.day) == (12, 31)


def _ends_month(day: date) -> bool:
    return day.day == calendar.monthrange(day.year, day.month)[1]


def _name(first: date, last: date) -> str | None:
    """The one day, month or year that a span is."""
    if first == last:
        return _day(first)
    if first.year != last.year:
        return None
    if _whole_years(first, last):
        return str(first.year)
    return _month(first) if first.month == last.month and _whole_months(first, last) else None


def _whole_years(first: date, last: date) -> bool:
    return _starts_year(first) and _ends_year(last)


def _whole_months(first: date, last: date) -> bool:
    return first.day == 1 and _ends_month(last)


def _span(first: date, last: date) -> str:
    if _whole_years(first, last):
        return _("%(start)s to %(end)s", start=str(first.year), end=str(last.year))
    if _whole_months(first, last):
        return _("%(start)s to %(end)s", start=_month(first), end=_month(last))
    return _("%(start)s to %(end)s", start=_day(first), end=_day(last))
