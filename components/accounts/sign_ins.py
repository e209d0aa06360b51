"""Where an account is signed in, with a button to end each."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _

from components.content import Content
from components.flag import flag
from components.formats import instant
from components.ids import Ids
from components.spoken import spoken
from components.table import Column, table


class Presence(Protocol):
    """One sign-in: browser in two words, since when, last seen when (instants in UTC)."""

    @property
    def id(self) -> int: ...
    @property
    def browser(self) -> str | None: ...
    @property
    def created_at(self) -> datetime: ...
    @property
    def seen_at(self) -> datetime: ...


def sign_in_table(presences: Sequence[Presence], *, this_one: int | None, ids: Ids) -> Component:
    """One row per sign-in; each but `this_one` has a button with the id `ids("end", its id)`."""
    columns = [Column(_("Where"), header=True), Column(_("Since")), Column(_("Last seen")), Column(_("End it"))]
    rows = [_row(presence, this_one=presence.id == this_one, ids=ids) for presence in presences]
    return table(columns, rows, caption=_("Where you are signed in"))


def _row(presence: Presence, *, this_one: bool, ids: Ids) -> list[Content | None]:
    where: list[str | Component] = [presence.browser or _("unknown browser"), *([" ", flag(_("this one"), "good")] if this_one else [])]
    ending: Content = _("Log out ends it.") if this_one else _end_button(presence, ids)
    return [where, instant(presence.created_at), instant(presence.seen_at), ending]


def _end_button(presence: Presence, ids: Ids) -> Component:
    since = _("%(browser)s, since %(moment)s", browser=presence.browser or _("unknown browser"), moment=instant(presence.created_at))
    return html.Button([_("End it"), spoken(f": {since}")], id=ids("end", presence.id), type="button", className="btn")
