"""One account as administrators look after it: what it may see, how it gets in again, and what happens when its owner leaves."""

import dash
from dash import Input, Output, State, html
from flask_babel import gettext as _

from components.administration.account_table import state_flags
from components.administration.forms import access_form
from components.administration.leaving import leaving_form, reopening
from components.administration.one_row import about_row
from components.administration.one_time import one_time_button, one_time_password, own_account_note
from components.administration.sign_in_state import sign_in_state
from components.columns import split
from components.content import listed
from components.filters import read_filters
from components.ids import scoped
from components.link import link
from components.page import page
from components.question import question
from components.vocabulary import label
from dashboard.permissions import Permission
from dashboard.security import actor, callback
from data_layer.access import reading, writing
from data_layer.accounts.line import account_line, accounts
from data_layer.accounts.looking_after import account_numbered, disable_account, enable_account, hand_over, set_access
from data_layer.accounts.one_time import give_one_time_password
from data_layer.accounts.sign_in import end_other_sign_ins
from data_layer.clock import now
from data_layer.models import Account
from data_layer.network.network import networks_and_people
from data_layer.whole_number import whole_number

dash.register_page(
    __name__,
    path_template="/admin/accounts/<account_id>",
    title=lambda **_v: _("Administration"),
    record=Account,
    record_name=Account.email,
    permission=Permission.ADMIN,
    live=True,
)

ids = scoped("admin-account")


def layout(account_id=0, **query):
    done = _done()
    filters = read_filters(query, allowed={"done": list(done)})
    with reading(actor()) as session:
        line, others, networks = account_line(session, account_id), accounts(session), networks_and_people(session)
    own = line.id == actor().account_id
    return page(
        eyebrow=link(_("Administration"), "/admin"),
        title=line.email,
        lede=[label("account_role", line.role), " ", *listed(state_flags(line, now()))],
        ignored=filters.ignored,
        children=[
            *about_row(ids, line.id, done.get(filters.get("done"))),
            own_account_note() if own else split([_access(line, networks), _leaving(line, others)], [_way_in(), _present(line)]),
        ],
    )


def _done():
    return {
        "access": _("What the account may see is changed."),
        "ended": _("All its sign-ins have ended."),
        "opened": _("The account is open again, with the password that it had."),
        "over": _("Its networks are handed over, and it is shut."),
        "shut": _("The account is shut, and its sign-ins have ended."),
    }


def _access(line, networks):
    form = access_form(
        ids,
        [(network.id, network.name) for network in networks],
        seen=line.access,
        role=line.role,
        everywhere=line.all_networks,
        chosen=[number for number, _name in line.networks],
    )
    return question(_("What may it see?"), form, name="access", how=_("It counts from the next click of this person on."))


def _way_in():
    how = _("For somebody who forgot their password or whose first one is over. The present password and all sign-ins end.")
    shown = [one_time_button(ids), html.Div(id=ids("made"), **{"aria-live": "polite"})]
    return question(_("How does this person get in again?"), shown, name="way-in", how=how)


def _present(line):
    return question(_("Is it signed in?"), sign_in_state(ids, line.sign_ins, line.seen_at), name="present")


def _leaving(line, others):
    if line.disabled:
        return question(_("Does this person come back?"), reopening(ids), name="leaving")
    to = [(other.id, other.email) for other in others if other.role == line.role and not other.disabled and other.id != line.id]
    with_networks = bool(line.networks) or line.all_networks
    return question(_("Does this person leave?"), leaving_form(ids, to if with_networks else []), name="leaving")


@callback(
    Output(ids("address"), "href"),
    Input(ids("keep"), "n_clicks"),
    State(ids("which"), "data"),
    State(ids("seen"), "data"),
    State(ids("role"), "value"),
    State(ids("everywhere"), "value"),
    State(ids("networks"), "value"),
    permission=Permission.ADMIN,
    fields={"role": ids("role-problem"), "networks": ids("networks-problem")},
    prevent_initial_call=True,
)
def keep_access(_clicks: int, which: int, seen: str, role: str, everywhere: bool, networks: list[int]):
    with writing(actor()) as session:
        set_access(session, account_numbered(session, which), seen=seen, role=role, all_networks=everywhere, network_ids=networks)
    return f"/admin/accounts/{which}?done=access"


@callback(
    Output(ids("made"), "children"),
    Input(ids("one-time"), "n_clicks"),
    State(ids("which"), "data"),
    permission=Permission.ADMIN,
    prevent_initial_call=True,
)
def make_one_time_password(_clicks: int, which: int):
    with writing(actor()) as session:
        account = account_numbered(session, which)
        password = give_one_time_password(session, account)
    return one_time_password(account.email, password, account.one_time_until)


@callback(
    Output(ids("address"), "href", allow_duplicate=True),
    Input(ids("hand-over"), "n_clicks"),
    State(ids("which"), "data"),
    State(ids("to"), "value"),
    permission=Permission.ADMIN,
    fields={"to": ids("to-problem")},
    prevent_initial_call=True,
)
def hand_networks_over(_clicks: int, which: int, to: str | None):
    with writing(actor()) as session:
        heir = account_numbered(session, whole_number(to or ""))
        hand_over(session, account_numbered(session, which), heir)
    return f"/admin/accounts/{which}?done=over"


@callback(
    Output(ids("address"), "href", allow_duplicate=True),
    Input(ids("shut"), "n_clicks"),
    State(ids("which"), "data"),
    permission=Permission.ADMIN,
    prevent_initial_call=True,
)
def shut_account(_clicks: int, which: int):
    with writing(actor()) as session:
        disable_account(session, account_numbered(session, which))
    return f"/admin/accounts/{which}?done=shut"


@callback(
    Output(ids("address"), "href", allow_duplicate=True),
    Input(ids("open"), "n_clicks"),
    State(ids("which"), "data"),
    permission=Permission.ADMIN,
    prevent_initial_call=True,
)
def open_account(_clicks: int, which: int):
    with writing(actor()) as session:
        enable_account(session, account_numbered(session, which))
    return f"/admin/accounts/{which}?done=opened"


@callback(
    Output(ids("address"), "href", allow_duplicate=True),
    Input(ids("end"), "n_clicks"),
    State(ids("which"), "data"),
    permission=Permission.ADMIN,
    prevent_initial_call=True,
)
def end_sign_ins(_clicks: int, which: int):
    with writing(actor()) as session:
        account = account_numbered(session, which)
        end_other_sign_ins(session, account_id=account.id, keep=actor().sign_in_id if account.id == actor().account_id else None)
    return f"/admin/accounts/{which}?done=ended"
