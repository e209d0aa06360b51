"""The accounts of the installation: what each may see, and whether it waits, is shut, or is there now."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Protocol

from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _
from flask_babel import ngettext

from components.content import Content
from components.flag import flag
from components.formats import instant, listing, number
from components.ids import Ids
from components.link import link
from components.spoken import spoken
from components.table import Column, paged_table, table
from components.vocabulary import label

NAMED = 4


class AccountLine(Protocol):
    """One account, as `data_layer.accounts.line` tells it."""

    @property
    def id(self) -> int: ...
    @property
    def email(self) -> str: ...
    @property
    def role(self) -> str: ...
    @property
    def networks(self) -> Sequence[tuple[int, str]]: ...
    @property
    def all_networks(self) -> bool: ...
    @property
    def disabled(self) -> bool: ...
    @property
    def one_time_until(self) -> datetime | None: ...
    @property
    def sign_ins(self) -> int: ...
    @property
    def seen_at(self) -> datetime | None: ...


def account_table(lines: Sequence[AccountLine], *, now: datetime, page: int, href: Callable[[int], str]) -> Component:
    """One row per account, 50 a page; `now` tells which one-time passwords are over, `href` makes the address of a page."""
    columns = [Column(_("Account"), header=True), Column(_("Role")), Column(_("Networks")), Column(_("State")), Column(_("Last seen"))]
    rows = [_row(line, now) for line in lines]
    return paged_table(columns, rows, caption=_("The accounts, what they may see and their state"), page=page, href=href)


def networks_in_words(line: AccountLine) -> str:
    """The LENs of an account: their names, or how many where they are many."""
    if line.all_networks:
        return _("all networks")
    if line.role not in ("coordinator", "leader"):
        return _("does not work in networks")
    names = [name for _number, name in line.networks]
    if len(names) > NAMED:
        return ngettext("%(num)s network", "%(num)s networks", len(names))
    return listing(names) if names else _("none yet")


def state_flags(line: AccountLine, now: datetime) -> Content:
    """Whether the account is open, shut, or waits for its owner to choose a password."""
    if line.disabled:
        return flag(_("shut"), "bad")
    if line.one_time_until is None:
        return flag(_("open"), "good")
    if line.one_time_until <= now:
        return flag(_("one-time password is over"), "bad")
    return flag(_("waits for its own password"), "reading")


def present_table(lines: Sequence[AccountLine], *, me: int, ids: Ids) -> Component:
    """The accounts that are signed in now and how often; each but `me` (account id) has a button `ids("end", its id)`."""
    columns = [Column(_("Account"), header=True), Column(_("Sign-ins"), numeric=True), Column(_("Last seen")), Column(_("End them"))]
    rows = [[line.email, number(line.sign_ins), _seen(line), _ending(line, me=me, ids=ids)] for line in lines if line.sign_ins]
    return table(columns, rows, caption=_("The accounts that are signed in now"))


def present_in_words(lines: Sequence[AccountLine]) -> str:
    """How many sign-ins of how many accounts there are."""
    present = [line for line in lines if line.sign_ins]
    sign_ins = ngettext("One sign-in", "%(num)s sign-ins", sum(line.sign_ins for line in present))
    people = ngettext("one account", "%(num)s accounts", len(present))
    return _("%(sign_ins)s of %(accounts)s, yours included.", sign_ins=sign_ins, accounts=people)


def _row(line: AccountLine, now: datetime) -> list[Content | None]:
    who = link(line.email, f"/admin/accounts/{line.id}")
    return [who, label("account_role", line.role), networks_in_words(line), state_flags(line, now), _seen(line)]


def _seen(line: AccountLine) -> str:
    return instant(line.seen_at) if line.seen_at else _("never")


def _ending(line: AccountLine, *, me: int, ids: Ids) -> Content:
    if line.id == me:
        return link(_("My account"), "/account")
    return html.Button([_("End them"), spoken(f": {line.email}")], id=ids("end", line.id), type="button", className="btn")
