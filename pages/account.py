"""My account: who I am here, my password, language and theme, and where I am signed in."""

from typing import Any

import dash
from dash import Input, Output, State, dcc, html
from flask import request
from flask_babel import gettext as _
from flask_wtf.csrf import generate_csrf

from components.accounts.account_view import access_facts, password_form, role_in_words
from components.accounts.calendar_view import calendar_view
from components.accounts.log_out import log_out
from components.accounts.preferences import preferences
from components.accounts.sign_ins import sign_in_table
from components.columns import split
from components.filters import read_filters
from components.help.help_link import help_link
from components.ids import scoped
from components.message import message
from components.page import page
from components.question import question
from dashboard.permissions import Permission
from dashboard.security import actor, allowed, callback, renew_sign_in
from data_layer.access import reading, writing
from data_layer.accounts.account import change_own_password
from data_layer.accounts.calendar_feed import feed_made_at, make_feed, revoke_feed
from data_layer.accounts.password import MIN_LENGTH
from data_layer.accounts.sign_in import end_other_sign_ins, end_sign_in, own_sign_ins
from data_layer.network.network import network_choices
from data_layer.problem import NotFound, Problem

dash.register_page(__name__, path="/account", title=lambda **_v: _("My account"), permission=Permission.ACCOUNT_EDIT, live=True)

ids = scoped("account")
LONGEST = 1000


def layout(**query):
    filters = read_filters(query, allowed={"done": ["password"]})
    with reading(actor()) as session:
        networks = network_choices(session) if allowed(Permission.NETWORK_READ) else []
        presences = own_sign_ins(session, actor().account_id)
        feed = feed_made_at(session, actor().account_id)
    return page(
        eyebrow=_("Signed in as %(email)s", email=actor().email),
        title=_("My account"),
        lede=role_in_words(actor().role),
        ignored=filters.ignored,
        children=[
            dcc.Location(id=ids("address"), refresh=True),
            *([message(_("Your password is changed. Other sign-ins of yours have ended."), "done")] if filters.get("done") else []),
            split([_sign_ins(presences), _password(), *_calendar(feed)], [_access(networks), _preferences(), _way_out()]),
        ],
    )


def _access(networks):
    names = [(network.id, network.name) for network in networks]
    return question(
        _("What may I see?"),
        access_facts(actor().role, names, all_networks=actor().all_networks),
        name="access",
        source=help_link("roles", _("About the roles")),
    )


def _preferences():
    how = _("They are kept for your account, on every device.")
    picture = preferences(language=actor().language, theme=actor().theme, token=generate_csrf())
    return question(_("Which language, light or dark?"), html.Div(picture, className="own-preferences"), name="preferences", how=how)


def _way_out():
    how = _(
        "Do so on a device that others use too. Without a sign of you a sign-in ends after half an hour, in any case after eight hours."
    )
    return question(_("Log out?"), log_out(generate_csrf(), class_name="btn"), name="way-out", how=how)


def _calendar(made_at):
    if not allowed(Permission.PILOT_READ):
        return []
    how = _("Your calendar program can show what is due in the pilots that you may see.")
    picture = html.Div(calendar_view(made_at, ids), id=ids("calendar"), className="own-calendar", **{"aria-live": "polite"})
    source = help_link("calendar", _("About dates in a calendar"))
    return [question(_("How do the dates come into my calendar?"), picture, name="calendar", how=how, source=source)]


def _password():
    how = _("After the change all other sign-ins of yours end.")
    return question(_("How do I change my password?"), password_form(ids, least=MIN_LENGTH), name="password", how=how)


def _sign_ins(presences):
    how = _("End what you do not know or no longer use.")
    return question(
        _("Where am I signed in?"),
        html.Div(_shown(presences), id=ids("sign-ins"), className="sign-ins"),
        name="sign-ins",
        source=help_link("sign-in", _("About signing in")),
        how=how,
    )


def _shown(presences):
    others = html.Button(_("End all others"), id=ids("end-others"), type="button", className="btn", hidden=len(presences) < 2)
    return [sign_in_table(presences, this_one=actor().sign_in_id, ids=ids), html.Div(others, className="after-facts")]


@callback(
    Output(ids("address"), "href"),
    Input(ids("change"), "n_clicks"),
    Input(ids("new"), "n_submit"),
    State(ids("old"), "value"),
    State(ids("new"), "value"),
    permission=Permission.ACCOUNT_EDIT,
    fields={"old_password": ids("old-problem"), "password": ids("new-problem")},
    prevent_initial_call=True,
)
def change_password(_clicks: int | None, _submits: int | None, old: str | None, new: str | None):
    if not old:
        raise Problem("required", "old_password")
    if not new:
        raise Problem("required", "password")
    problem = _try_to_change(old[:LONGEST], new[:LONGEST])
    if problem is not None:
        raise problem
    renew_sign_in()
    return "/account?done=password"


def _try_to_change(old: str, new: str) -> Problem | None:
    """The Problem is handed back, not raised, so that a wrong guess stays counted."""
    with writing(actor()) as session:
        try:
            change_own_password(
                session, actor().account_id, old=old, new=new, keep_sign_in=actor().sign_in_id, address=request.remote_addr or ""
            )
        except Problem as problem:
            return problem
    return None


@callback(
    Output(ids("sign-ins"), "children"),
    Input({"type": ids("end"), "index": dash.ALL}, "n_clicks"),
    Input(ids("end-others"), "n_clicks"),
    State({"type": ids("end"), "index": dash.ALL}, "id"),
    permission=Permission.ACCOUNT_EDIT,
    prevent_initial_call=True,
)
def end_sign_ins(clicks: list[int | None], all_others: int | None, named: list[dict[str, Any]]):
    person = actor()
    with writing(person) as session:
        if all_others:
            end_other_sign_ins(session, account_id=person.account_id, keep=person.sign_in_id)
        for wanted in [name.get("index") for name, clicked in zip(named, clicks, strict=False) if clicked]:
            _end(session, wanted)
        return _shown(own_sign_ins(session, person.account_id))


def _end(session, wanted):
    """`wanted` is what a browser sent: it is looked for among the account's own sign-ins, and goes nowhere else."""
    own = [presence.id for presence in own_sign_ins(session, actor().account_id) if presence.id == wanted]
    if not own:
        raise NotFound("sign-in")
    end_sign_in(session, account_id=actor().account_id, sign_in_id=own[0])
    if own[0] == actor().sign_in_id:
        dash.set_props("session-ended", {"hidden": False})


@callback(
    Output(ids("calendar"), "children"),
    Input(ids("calendar-make"), "n_clicks"),
    Input(ids("calendar-revoke"), "n_clicks"),
    permission=Permission.PILOT_READ,
    prevent_initial_call=True,
)
def change_calendar(make: int | None, revoke: int | None):
    account_id = actor().account_id
    with writing(actor()) as session:
        if revoke:
            revoke_feed(session, account_id)
        token = make_feed(session, account_id) if make and not revoke else None
        made_at = feed_made_at(session, account_id)
    return calendar_view(made_at, ids, address=f"{request.host_url}calendar/{token}.ics" if token else None)
