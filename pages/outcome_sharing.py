"""Who else reads a release: links with a password, and what readers found wrong."""

from datetime import date, timedelta
from typing import Any

import dash
from dash import ALL, Input, Output, State, dcc, html
from dash.exceptions import PreventUpdate
from flask_babel import gettext as _

from components.help.help_link import with_help
from components.ids import scoped
from components.link import link
from components.page import page
from components.question import question
from components.releases.sharing import link_form, link_list, made_link, message_list
from dashboard.permissions import Permission
from dashboard.security import actor, callback, public_address, usual_time_zone
from data_layer.access import get_value, reading, writing
from data_layer.accounts.password import MIN_LENGTH
from data_layer.clock import today
from data_layer.models import Release
from data_layer.problem import Problem
from data_layer.releases.link import MOST_DAYS, links_of, make_link, withdraw_link
from data_layer.releases.message import close_message, open_messages
from data_layer.releases.three_words import three_words

USUAL = timedelta(days=28)

dash.register_page(
    __name__,
    path_template="/outcomes/<release_id>/sharing",
    title=lambda **_variables: _("Share a release"),
    permission=Permission.RELEASE_MAKE,
    record=Release,
    record_name=Release.title,
    live=True,
)

ids = scoped("sharing")


def layout(release_id=0, **_query):
    with reading(actor()) as session:
        title = get_value(session, Release.title, release_id)
        links = links_of(session, release_id, time_zone=usual_time_zone())
        messages = open_messages(session, release_id)
    return page(
        eyebrow=[link(_("Outcomes for funders"), "/outcomes"), " / ", link(title, f"/outcomes/{release_id}"), " / ", _("Sharing")],
        title=_("Who else may read this release?"),
        lede=_("With a link and its password, people without an account read what the release holds, and nothing else."),
        children=[dcc.Store(id=ids("release"), data=release_id), _new(), _links(links), _messages(messages)],
    )


def _new():
    first = today(usual_time_zone())
    form = link_form(ids, first=first, ends=first + USUAL, last=first + timedelta(days=MOST_DAYS), password=three_words(), least=MIN_LENGTH)
    made = html.Div(id=ids("made"), **{"aria-live": "polite"})
    return question(
        _("How do you make a link?"),
        [form, made],
        name="new-link",
        how=_("The link ends by itself after its last day, and you can withdraw it at any time."),
    )


def _links(links):
    rule = _("How often a link is opened, and by whom, is not kept. A withdrawn link opens nothing from the next request on.")
    return question(
        _("Which links are there?"),
        html.Div(link_list(links, ids), id=ids("links")),
        name="links",
        source=with_help(rule, "sharing-link", _("About links to a release")),
    )


def _messages(messages):
    rule = _("A release stays as it is. Mend the data, make a new release, then say here that it is done.")
    return question(
        _("What do readers find wrong?"),
        html.Div(message_list(messages, ids), id=ids("messages")),
        name="messages",
        how=with_help(rule, "release-message", _("About messages of readers")),
    )


@callback(
    Output(ids("made"), "children"),
    Output(ids("links"), "children"),
    Output(ids("password"), "value"),
    Input(ids("make"), "n_clicks"),
    State(ids("release"), "data"),
    State(ids("ends"), "value"),
    State(ids("password"), "value"),
    permission=Permission.RELEASE_MAKE,
    fields={"ends": ids("ends-problem"), "password": ids("password-problem")},
    prevent_initial_call=True,
)
def share(_clicks: int | None, release_id: int, ends: str | None, password: str | None):
    if not password:
        raise Problem("required", "password")
    with writing(actor()) as session:
        token, links = make_link(session, release_id, ends=_day(ends), password=password, time_zone=usual_time_zone())
    return made_link(public_address(f"/shared/{token}"), password), link_list(links, ids), three_words()


def _day(text):
    try:
        return date.fromisoformat(text or "")
    except ValueError:
        raise Problem("link_end", "ends", days=MOST_DAYS) from None


@callback(
    Output(ids("links"), "children", allow_duplicate=True),
    Input({"type": ids("withdraw"), "index": ALL}, "n_clicks"),
    State({"type": ids("withdraw"), "index": ALL}, "id"),
    State(ids("release"), "data"),
    permission=Permission.RELEASE_MAKE,
    prevent_initial_call=True,
)
def withdraw(clicks: list[int | None], named: list[dict[str, Any]], release_id: int):
    with writing(actor()) as session:
        return link_list(withdraw_link(session, release_id, _pressed(clicks, named), time_zone=usual_time_zone()), ids)


@callback(
    Output(ids("messages"), "children"),
    Input({"type": ids("done"), "index": ALL}, "n_clicks"),
    State({"type": ids("done"), "index": ALL}, "id"),
    State(ids("release"), "data"),
    permission=Permission.RELEASE_MAKE,
    prevent_initial_call=True,
)
def close(clicks: list[int | None], named: list[dict[str, Any]], release_id: int):
    with writing(actor()) as session:
        return message_list(close_message(session, release_id, _pressed(clicks, named)), ids)


def _pressed(clicks, named):
    """The row whose button was pressed; new buttons that nobody pressed change nothing."""
    pressed = [name.get("index") for name, clicked in zip(named, clicks, strict=False) if clicked]
    if not pressed or not isinstance(pressed[0], int):
        raise PreventUpdate
    return pressed[0]
