"""Reporting periods: which there are, which are closed, who closed or opened them when, and the forms for both."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, Protocol

from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _
from flask_babel import ngettext

from components.content import Content
from components.empty import empty
from components.field import text_field
from components.flag import flag
from components.formats import instant, vague_date
from components.ids import Ids
from components.link import link
from components.table import Column, Row, table

LONGEST_REASON = 500


class Turn(Protocol):
    """Once that a period was closed, or opened again and why; `who` is None for the server."""

    @property
    def closed(self) -> bool: ...
    @property
    def at(self) -> datetime: ...
    @property
    def who(self) -> str | None: ...
    @property
    def reason(self) -> str | None: ...


class Period(Protocol):
    """A reporting period with its turns, the latest first."""

    @property
    def id(self) -> int: ...
    @property
    def name(self) -> str: ...
    @property
    def first(self) -> date: ...
    @property
    def last(self) -> date: ...
    @property
    def closed(self) -> bool: ...
    @property
    def turns(self) -> Sequence[Turn]: ...


def period_list(periods: Sequence[Period], *, path: str) -> Component:
    """All periods with their days, their state, and what happened to them last; each leads to its page under `path`."""
    if not periods:
        how = _("Add the first one below: a year, or the time that a funder asks about.")
        return html.Div(empty(_("There is no reporting period yet."), how), className="picture")
    columns = [Column(_("Period"), header=True), Column(_("Days")), Column(_("State")), Column(_("Since"))]
    rows: list[Row] = [[link(period.name, f"{path}/{period.id}"), days_of(period), state_flag(period), since(period)] for period in periods]
    return table(columns, rows, caption=_("Reporting periods, the latest first"))


def periods_say(periods: Sequence[Period]) -> str | None:
    """How many are closed."""
    closed = sum(period.closed for period in periods)
    if not periods:
        return None
    if not closed:
        return _("No period is closed: everything can be changed.")
    return ngettext(
        "%(num)s period is closed: what is counted of it stays as it is.",
        "%(num)s periods are closed: what is counted of them stays as it is.",
        closed,
    )


def days_of(period: Period) -> str:
    """From when to when."""
    return vague_date(period.first, period.last)


def state_flag(period: Period) -> Component:
    """Whether it is closed."""
    return flag(_("closed"), "good") if period.closed else flag(_("open"))


def since(period: Period) -> Content:
    """Who closed it, or opened it again, and when."""
    return _turn(period.turns[0]) if period.turns else _("never closed")


def turns_list(period: Period) -> Component:
    """All that happened to its state, the latest first."""
    if not period.turns:
        return html.Div(empty(_("It was never closed.")), className="picture")
    return html.Ul([html.Li(_turn(turn)) for turn in period.turns], className="period-turns")


def _turn(turn: Turn) -> str:
    values = {"who": turn.who or _("the server"), "when": instant(turn.at)}
    if turn.closed:
        return _("closed by %(who)s on %(when)s", **values)
    return _("opened again by %(who)s on %(when)s: %(reason)s", **values, reason=turn.reason or _("no reason is recorded"))


def add_form(ids: Ids) -> Component:
    """Fields `name`, `first`, `last` and the button `add`; problems at `<field>-problem`."""
    day = _("A day, a month or a year, for example 2026-12-31, 2026-12 or 2026.")
    fields = [
        text_field(ids("name"), label=_("Name"), problem_id=ids("name-problem"), limit=100, hint=_("For example “The year 2026”.")),
        text_field(ids("first"), label=_("First day"), problem_id=ids("first-problem"), limit=40, hint=day),
        text_field(ids("last"), label=_("Last day"), problem_id=ids("last-problem"), limit=40),
    ]
    return _form(fields, ids("add"), _("Add the period"))


def rename_form(ids: Ids, name: str) -> Component:
    """The field `name` and the button `keep`."""
    field = text_field(ids("name"), label=_("Name"), problem_id=ids("name-problem"), value=name, limit=100)
    return _form([field], ids("keep"), _("Keep the name"), kind="btn")


def close_form(ids: Ids) -> Component:
    """The button `close`, and what it does."""
    words = [
        _("Nothing that is dated in the period can then be added, moved, put into the trash or brought back by anybody."),
        _("What is counted of it, such as days, numbers and kinds, cannot be changed. Slips in words, such as a title, can be mended."),
        _("What has no date can still change, and whoever agreed to the use of their words can still take that back."),
    ]
    return _form([html.P(each) for each in words], ids("close"), _("Close the period"))


def open_form(ids: Ids) -> Component:
    """The field `reason` and the button `open`."""
    hint = _("It stays in the list below, with your e-mail address and the time.")
    field = text_field(ids("reason"), label=_("Why is it opened again?"), problem_id=ids("reason-problem"), limit=LONGEST_REASON, hint=hint)
    return _form([field], ids("open"), _("Open the period again"))


def _form(fields: Sequence[Any], button_id: str, words: str, kind: str = "btn btn-primary") -> Component:
    return html.Div([*fields, html.Button(words, id=button_id, type="button", className=kind)], className="form")
