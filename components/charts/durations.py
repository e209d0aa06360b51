"""How long stays last: bars on one scale of days, and what has no date."""

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _
from flask_babel import ngettext

from components.formats import number


@dataclass(frozen=True, slots=True)
class Stay:
    """The middle of `number` stays in days; vague dates give the least and the most."""

    least: int
    most: int
    number: int


@dataclass(frozen=True, slots=True)
class Durations:
    """One phase: stays that are over, stays that go on, and how many have no known beginning or end."""

    label: str
    over: Stay | None
    so_far: Stay | None
    undated: int


def durations(items: Sequence[Durations]) -> html.Ul:
    """One row per phase, all bars on one scale."""
    longest = max([1, *(stay.most for item in items for stay in (item.over, item.so_far) if stay)])
    return html.Ul([_row(item, longest) for item in items], className="durations")


def days(stay: Stay) -> str:
    """The middle stay in words: "210 days", "between 30 and 400 days" where dates are vague."""
    if stay.least == stay.most:
        return ngettext("%(num)s day", "%(num)s days", stay.most) if stay.most < 1000 else _("%(n)s days", n=number(stay.most))
    return _("between %(least)s and %(most)s days", least=number(stay.least), most=number(stay.most))


def _row(item: Durations, longest: int) -> Component:
    lines = []
    if item.over:
        rule = ngettext("middle of %(num)s stay that is over", "middle of %(num)s stays that are over", item.over.number)
        lines.append(_line(item.over, rule, longest, kind="over"))
    if item.so_far:
        rule = ngettext("so far, middle of %(num)s that goes on", "so far, middle of %(num)s that go on", item.so_far.number)
        lines.append(_line(item.so_far, rule, longest, kind="so-far"))
    if item.undated:
        words = ngettext("%(num)s without a date", "%(num)s without a date", item.undated)
        lines.append(html.Span(html.Span(words, className="unknown-box"), className="stay"))
    if not lines:
        lines.append(html.Span(html.Span(_("nothing recorded"), className="unknown"), className="stay"))
    return html.Li([html.Span(item.label, className="lab"), html.Div(lines, className="stays")])


def _line(stay: Stay, rule: str, longest: int, *, kind: str) -> Component:
    size = {"--low": round(stay.least / longest, 4), "--high": round(stay.most / longest, 4)}
    shape = html.I(html.I(), className=f"stay-bar {kind}", style=size, **{"aria-hidden": "true"})
    return html.Span([shape, html.B(days(stay)), " ", html.Span(rule, className="small")], className="stay")
