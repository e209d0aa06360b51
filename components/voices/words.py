"""Words for themes, periods and people who speak."""

from collections.abc import Collection
from typing import Protocol

from flask_babel import gettext as _

from components.formats import listing, some_day
from components.vocabulary import label, labels

OWN = "="


class Period(Protocol):
    """A year or a half of it; 0 where halves are told apart and only the year is known."""

    @property
    def year(self) -> int: ...
    @property
    def half(self) -> int | None: ...


def theme_words(theme: str) -> str:
    """What a theme is called: one of the six in the reader's language, one of a network's own as it is written there."""
    return theme.removeprefix(OWN) if theme.startswith(OWN) else label("feedback_theme", theme)


def themes_in_words(themes: Collection[str], order: Collection[str]) -> str:
    """Several themes in one phrase."""
    return listing([theme_words(theme) for theme in order if theme in themes])


def period_words(period: Period | None) -> str:
    """A year or a half year; "date unknown" for None."""
    if period is None:
        return _("date unknown")
    if period.half is None:
        return str(period.year)
    if period.half == 0:
        return _("%(year)s, half unknown", year=period.year)
    return _("%(year)s, January to June", year=period.year) if period.half == 1 else _("%(year)s, July to December", year=period.year)


def said_by(line: object) -> list[str]:
    """Who said it, what it is about, when and where, as short phrases; what is unknown is told as unknown."""
    teller, kind = getattr(line, "teller", ""), getattr(line, "kind", "")
    first, last = getattr(line, "first", None), getattr(line, "last", None)
    who = _("unknown who said it") if teller == "unknown" else label("teller", teller)
    when = some_day(first, last) if first is not None else _("date unknown")
    where = [getattr(line, "network", ""), getattr(line, "micro_project", None), getattr(line, "event", None)]
    return [who, labels("voice_kind")[kind], when, *(place for place in where if place)]
