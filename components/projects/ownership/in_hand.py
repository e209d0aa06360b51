"""For how many months the money in hand lasts."""

from calendar import monthrange
from datetime import date

from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _
from flask_babel import ngettext

from components.content import Content
from components.facts import facts
from components.flag import flag
from components.formats import money, number, vague_date
from components.projects.ownership.terms import InHand


def in_hand_picture(found: InHand, currency: str | None) -> Component:
    """How many months, what is in hand and when that was counted, what a month costs; each unknown by itself."""
    return facts(
        [
            (_("Lasts"), _months(found)),
            (_("In hand"), None if found.in_hand is None else [_amount(found.in_hand, currency), *_counted(found)]),
            (_("A month costs"), None if found.monthly_cost is None else _amount(found.monthly_cost, currency)),
        ]
    )


def in_hand_says(found: InHand) -> str:
    """Until when it lasts, or what is missing to tell."""
    if found.free:
        return _("It costs nothing as far as is recorded, so that it needs no money in hand.")
    if found.months is None:
        missing = _missing(found)
        return _("How long the money lasts cannot be told: %(missing)s.", missing=missing)
    if found.until is None:
        return _("When the money was counted is unknown, so that nobody can tell until when it lasts.")
    about = _("At this cost it lasts until about %(day)s.", day=_month(found.until))
    if not found.old or found.age is None:
        return about
    age = ngettext(
        "The money was counted one month ago: count it anew.", "The money was counted %(num)s months ago: count it anew.", found.age
    )
    return f"{about} {age}"


def _month(day: date) -> str:
    return vague_date(day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1]))


def _months(found: InHand) -> Content | None:
    if found.free:
        return _("as long as it costs nothing")
    if found.months is None:
        return None
    words = ngettext("%(n)s month", "%(n)s months", 1 if found.months == 1 else 2, n=number(found.months))
    return html.B(words)


def _amount(minor: int, currency: str | None) -> str:
    return money(minor, currency) if currency else number(minor)


def _counted(found: InHand) -> list[Component]:
    if found.counted is None:
        return [html.Span(_("counted on an unknown day"), className="fact-line")]
    words = html.Span(_("counted on %(day)s", day=vague_date(found.counted, found.counted)), className="fact-line")
    if not found.old or found.age is None:
        return [words]
    return [words, flag(ngettext("counted one month ago", "counted %(num)s months ago", found.age), "bad")]


def _missing(found: InHand) -> str:
    if found.in_hand is None and found.monthly_cost is None:
        return _("neither the money in hand nor the cost of a month is recorded")
    return _("the money in hand is not recorded") if found.in_hand is None else _("the cost of a month is not recorded")
