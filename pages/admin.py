"""Administration: who may come in, which networks there are, who is there now, how old the last back-up is."""

from typing import Any

import dash
from dash import ALL, Input, Output, State, dcc, html
from flask_babel import gettext as _

from components.administration.account_table import account_table, present_in_words, present_table
from components.administration.backup_view import backup_age, backup_how
from components.administration.forms import network_form, network_problems, network_states, new_account_form
from components.administration.network_table import network_table
from components.administration.one_time import one_time_password
from components.columns import split
from components.filters import page_address, read_filters
from components.help.help_link import help_link
from components.ids import scoped
from components.message import message
from components.page import page
from components.question import question
from components.table import pages_of
from dashboard.permissions import Permission
from dashboard.security import actor, callback
from data_layer.access import reading, writing
from data_layer.accounts.account import invite
from data_layer.accounts.line import accounts
from data_layer.accounts.looking_after import account_numbered
from data_layer.accounts.sign_in import end_other_sign_ins
from data_layer.backup.record import last_backup
from data_layer.clock import now
from data_layer.network.network import add_network, networks_and_people

dash.register_page(
    __name__,
    path="/admin",
    title=lambda **_v: _("Administration"),
    order=90,
    label=lambda: _("Administration"),
    permission=Permission.ADMIN,
    live=True,
)

ids, network_ids = scoped("admin"), scoped("admin-new-network")
LONGEST = 1000
MANY = 10_000


def layout(**query):
    with reading(actor()) as session:
        people, networks, made = accounts(session), networks_and_people(session), last_backup(session)
    numbers = {key: [str(n) for n in range(1, pages_of(len(rows)) + 1)] for key, rows in (("page", people), ("networks", networks))}
    filters = read_filters(query, allowed={"done": ["network"], **numbers})
    return page(
        eyebrow=_("Administration"),
        title=_("Who may do what here?"),
        lede=_("You look after networks and accounts. What is recorded in the networks is not shown to administrators."),
        ignored=filters.ignored,
        children=[
            dcc.Location(id=ids("address"), refresh=True),
            *([message(_("The network is there. Now let in somebody who coordinates it."), "done")] if filters.get("done") else []),
            _accounts(people, filters),
            split([_new_account(networks), _present(people)], [_new_network(), _backup(made)]),
            _networks(networks, filters),
        ],
    )


def _accounts(people, filters):
    shown = _account_table(people, int(filters.get("page", "1")), lambda n: page_address("/admin", filters, n))
    how = _("Open one to change what it may see, to give a one-time password, to hand it over, or to shut it.")
    source = help_link("roles", _("About the roles"))
    return question(_("Which accounts are there?"), html.Div(shown, id=ids("accounts")), name="accounts", how=how, source=source)


def _account_table(people, number, href):
    return account_table(people, now=now(), page=number, href=href)


def _new_account(networks):
    how = _("The dashboard makes a one-time password, with which the person chooses a password of their own.")
    form = new_account_form(ids, [(network.id, network.name) for network in networks])
    made = html.Div(id=ids("made"), **{"aria-live": "polite"})
    return question(_("Whom do you let in?"), [form, made], name="new-account", how=how)


def _new_network():
    return question(_("Which network is new?"), network_form(network_ids), name="new-network")


def _networks(networks, filters):
    def href(n):
        return page_address("/admin", filters, 1) if n == 1 else f"/admin?networks={n}"

    shown = network_table(networks, page=int(filters.get("networks", "1")), href=href)
    return question(_("Which networks are there?"), shown, name="networks", how=_("Open one to rename it or to say where it is."))


def _present(people):
    return question(_("Who is signed in now?"), html.Div(_shown(people), id=ids("present")), name="present")


def _shown(people):
    return [present_table(people, me=actor().account_id, ids=ids), html.P(present_in_words(people), className="reads")]


def _backup(made):
    how = _("Back-ups are made on the server, by a command.")
    return question(_("How old is the last back-up?"), [backup_age(made, now()), backup_how()], name="backup", how=how)


@callback(
    Output(ids("made"), "children"),
    Output(ids("accounts"), "children"),
    Output(ids("email"), "value"),
    Input(ids("invite"), "n_clicks"),
    State(ids("email"), "value"),
    State(ids("role"), "value"),
    State(ids("everywhere"), "value"),
    State(ids("networks"), "value"),
    permission=Permission.ADMIN,
    fields={"email": ids("email-problem"), "role": ids("role-problem"), "networks": ids("networks-problem")},
    prevent_initial_call=True,
)
def make_account(_clicks: int, email: str | None, role: str, everywhere: bool, networks: list[int]):
    with writing(actor()) as session:
        account, password = invite(session, email=(email or "")[:LONGEST], role=role, all_networks=everywhere, network_ids=networks[:MANY])
        people = accounts(session)
    return (
        one_time_password(account.email, password, account.one_time_until),
        _account_table(people, 1, lambda n: f"/admin?page={n}"),
        "",
    )


@callback(
    Output(ids("address"), "href"),
    Input(network_ids("keep"), "n_clicks"),
    *network_states(network_ids),
    permission=Permission.ADMIN,
    fields=network_problems(network_ids),
    prevent_initial_call=True,
)
def make_network(_clicks: int, name: str | None, region: str | None, country: str | None, zone: str | None):
    with writing(actor()) as session:
        add_network(session, name=name, region=region, country=country, time_zone=zone)
    return "/admin?done=network"


@callback(
    Output(ids("present"), "children"),
    Input({"type": ids("end"), "index": ALL}, "n_clicks"),
    State({"type": ids("end"), "index": ALL}, "id"),
    permission=Permission.ADMIN,
    prevent_initial_call=True,
)
def end_sign_ins(clicks: list[int | None], named: list[dict[str, Any]]):
    with writing(actor()) as session:
        for wanted in [name.get("index") for name, clicked in zip(named, clicks, strict=False) if clicked]:
            account = account_numbered(session, wanted)
            end_other_sign_ins(session, account_id=account.id, keep=actor().sign_in_id if account.id == actor().account_id else None)
        return _shown(accounts(session))
