"""What others changed since the last visit, a sentence each."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Protocol
from urllib.parse import urlencode

from babel.dates import format_timedelta
from dash import html
from dash.development.base_component import Component
from flask_babel import get_locale, ngettext
from flask_babel import gettext as _

from components.editing.table_words import rows_in_words
from components.formats import instant
from components.link import link

SHOWN = 8
HOUR = timedelta(hours=1)


class OthersChange(Protocol):
    """What one person did to rows of one table in one network."""

    @property
    def account_id(self) -> int: ...
    @property
    def who(self) -> str | None: ...
    @property
    def network_id(self) -> int: ...
    @property
    def network(self) -> str: ...
    @property
    def table(self) -> str: ...
    @property
    def what(self) -> str: ...
    @property
    def rows(self) -> int: ...
    @property
    def at(self) -> datetime: ...


def others_list(changes: Sequence[OthersChange], *, now: datetime, linked: bool, span: str | None = None) -> list[Component]:
    """The latest changes and how many more; `linked`: the reader may open the history, `span`: how far back, as its address says it."""
    since = {"since": span} if span else {}
    rest = len(changes) - SHOWN
    items = html.Ul([html.Li(_sentence(change, now=now, linked=linked, since=since)) for change in changes[:SHOWN]], className="others")
    more = ngettext("One more of this kind is not listed.", "%(num)s more of this kind are not listed.", rest)
    if rest <= 0:
        return [items]
    whole = link(_("See the whole history"), _history(since))
    return [items, html.P([more, *([" ", whole] if linked else [])], className="how")]


def nobody_else(since: datetime | None) -> str:
    """That nothing came from others since then."""
    if since is None:
        return _("Nobody else has changed anything.")
    return _("Nobody else has changed anything since %(moment)s.", moment=instant(since))


def _history(choices: Mapping[str, object]) -> str:
    return f"/history?{urlencode(choices)}" if choices else "/history"


def _sentence(change: OthersChange, *, now: datetime, linked: bool, since: Mapping[str, str]) -> list[str | Component]:
    values = {
        "who": change.who or _("The server"),
        "rows": rows_in_words(change.table, change.rows),
        "network": change.network,
        "when": _when(now - change.at),
    }
    words = {
        "new": lambda: _("%(who)s added %(rows)s in %(network)s, %(when)s.", **values),
        "changed": lambda: _("%(who)s changed %(rows)s in %(network)s, %(when)s.", **values),
        "trashed": lambda: _("%(who)s moved %(rows)s to the trash in %(network)s, %(when)s.", **values),
    }[change.what]()
    if not linked:
        return [words]
    address = _history({"network": change.network_id, "person": change.account_id, "table": change.table, **since})
    return [words, " ", link(_("See what"), address, spoken_after=words)]


def _when(age: timedelta) -> str:
    if age < HOUR:
        return _("within the last hour")
    return format_timedelta(-age, granularity="hour", add_direction=True, locale=get_locale())
