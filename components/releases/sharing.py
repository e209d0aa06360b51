"""Sharing a release: a link that is made and shown once, the links that there are, what readers found wrong."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Protocol

import dash_bootstrap_components as dbc
from dash import dcc, html
from dash.development.base_component import Component
from flask_babel import gettext as _
from flask_babel import ngettext

from components.content import Content
from components.empty import empty
from components.field import text_field
from components.flag import flag
from components.formats import instant, number, vague_date
from components.help.help_link import with_help
from components.ids import Ids, scoped
from components.link import link
from components.note import note
from components.question import question
from components.spoken import spoken
from components.table import Column, Row, table
from components.todo import Attention, todo

LONGEST = 2000
# The form for a message stands on each page that shows a release.
WRONG = scoped("wrong")


class LinkLine(Protocol):
    """A link: made when (an instant), its last day, and whether it is "open", "ended" or "withdrawn"."""

    @property
    def id(self) -> int: ...
    @property
    def made_at(self) -> datetime: ...
    @property
    def ends(self) -> date: ...
    @property
    def door(self) -> str: ...


class MessageLine(Protocol):
    """What a reader wrote; `by` is None where it came through a link."""

    @property
    def id(self) -> int: ...
    @property
    def words(self) -> str: ...
    @property
    def by(self) -> str | None: ...
    @property
    def sent_at(self) -> datetime: ...


def link_form(ids: Ids, *, first: date, ends: date, last: date, password: str, least: int) -> Component:
    """Fields `ends` and `password` with `ends-problem` and `password-problem`, and the button `make`; `password` is what we offer."""
    day = html.Div(
        [
            html.Label(_("Last day of the link"), htmlFor=ids("ends")),
            dbc.Input(id=ids("ends"), type="date", value=ends.isoformat(), min=first.isoformat(), max=last.isoformat(), class_name="field"),
            html.P(id=ids("ends-problem"), className="field-error", role="alert"),
        ],
        className="form-field",
    )
    hint = _("Three words that we made up. You can write others: at least %(least)s characters.", least=least)
    words = text_field(
        ids("password"), label=_("Password of the link"), problem_id=ids("password-problem"), value=password, limit=200, hint=hint
    )
    return html.Div(
        [day, words, html.Button(_("Make a link"), id=ids("make"), type="button", className="btn btn-primary")], className="form"
    )


def made_link(address: str, password: str) -> Component:
    """The address and the password right after a link was made; the server knows neither later."""
    words: list[str | int | Component] = [
        html.P(_("The address of the report:")),
        html.P(html.Code(address, className="one-time")),
        html.P(_("Its password:")),
        html.P(html.Code(password, className="one-time")),
        html.P(_("Copy both now: they are shown only this once. Send them on two ways, for example one by e-mail, the other by phone.")),
    ]
    return note(words)


def link_list(lines: Sequence[LinkLine], ids: Ids) -> Component:
    """One row per link; each open one has a button with the id `ids("withdraw", its id)`."""
    if not lines:
        return empty(_("There is no link to this release."), _("With a link, people without an account can read it."))
    columns = [Column(_("Made"), header=True), Column(_("Last day")), Column(_("State")), Column(_("Withdraw it"))]
    rows = [_link(line, ids) for line in lines]
    return table(columns, rows, caption=_("Links to this release, the latest first"))


def _link(line: LinkLine, ids: Ids) -> Row:
    states: dict[str, Content] = {
        "open": flag(_("open"), "good"),
        "ended": _("ended"),
        "withdrawn": _("withdrawn"),
    }
    made = instant(line.made_at)
    button = html.Button([_("Withdraw it"), spoken(f": {made}")], id=ids("withdraw", line.id), type="button", className="btn")
    return [made, vague_date(line.ends, line.ends), states[line.door], button if line.door == "open" else "–"]


def message_list(lines: Sequence[MessageLine], ids: Ids) -> Component:
    """What readers wrote; each has a button with the id `ids("done", its id)`."""
    if not lines:
        return empty(_("No message is waiting."), _("Readers can write one below the report."))
    return html.Ul([_message(line, ids) for line in lines], className="said-list")


def _message(line: MessageLine, ids: Ids) -> Component:
    who = line.by or _("a reader with a link")
    head = _("%(who)s, %(moment)s", who=who, moment=instant(line.sent_at))
    done = html.Button([_("Done"), spoken(f": {head}")], id=ids("done", line.id), type="button", className="btn")
    return html.Li([html.Div([html.P(head, className="small"), html.P(line.words, className="said")]), done])


def below_report(release_id: int, *, waiting: int | None) -> Component:
    """What stands below a release: how to share it, and the form for a message.

    `waiting`: how many messages are open; None for those who do not share.
    The form has the field `words` with `words-problem`, the button `send`, and `sent` for the answer.
    """
    return html.Div([dcc.Store(id=WRONG("release"), data=release_id), *_sharing(release_id, waiting), _wrong()], className="report")


def _sharing(release_id: int, waiting: int | None) -> list[Component]:
    if waiting is None:
        return []
    count = ngettext("One message of a reader is waiting.", "%(num)s messages of readers are waiting.", waiting)
    words = [link(_("Links and messages"), f"/outcomes/{release_id}/sharing"), *([" ", html.B(count)] if waiting else [])]
    how = _("People without an account can read this release with a link and a password.")
    return [question(_("Who else may read this release?"), html.P(words), name="sharing", how=how)]


def _wrong() -> Component:
    field = html.Div(
        [
            html.Label(_("What is wrong, and what is right?"), htmlFor=WRONG("words")),
            html.P(
                _("At most %(limit)s characters. Name no persons, numbers or addresses.", limit=number(LONGEST)), className="field-hint"
            ),
            dbc.Textarea(id=WRONG("words"), value="", maxlength=LONGEST, rows=4, class_name="field"),
            html.P(id=WRONG("words-problem"), className="field-error", role="alert"),
        ],
        className="form-field",
    )
    send = html.Button(_("Send the message"), id=WRONG("send"), type="button", className="btn")
    form = html.Div([field, send, html.Div(id=WRONG("sent"), **{"aria-live": "polite"})], className="form")
    said = _("Those who made this release read it, and your e-mail address with it.")
    how = with_help(said, "release-message", _("What becomes of a message"))
    return question(_("Is something wrong here?"), form, name="wrong", how=how)


def sent() -> Component:
    """What is said once a message was sent."""
    return html.P(_("Thank you. Your message has reached those who made this report."), className="after-facts")


def waiting_messages(releases: Sequence[tuple[int, str, int]]) -> list[Component]:
    """The releases (id, title, number of open messages) whose readers wrote something; nothing where none did."""
    items = [
        Attention(
            _("A reader wrote"),
            title,
            ngettext("One message is waiting.", "%(num)s messages are waiting.", count),
            f"/outcomes/{release_id}/sharing",
            _("Read them"),
        )
        for release_id, title, count in releases
        if count
    ]
    return [question(_("What do readers find wrong?"), todo(items), name="waiting-messages")] if items else []


def compare_link() -> Component:
    """The way to two releases side by side."""
    return html.P(link(_("Two releases side by side"), "/outcomes/compare"), className="after-facts")
