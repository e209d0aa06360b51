"""One network as administrators look after it: its name and where it is."""

import dash
from dash import Input, Output, State
from flask_babel import gettext as _

from components.administration.forms import network_form, network_problems, network_seen, network_states, seen_values
from components.administration.one_row import about_row
from components.filters import read_filters
from components.ids import scoped
from components.link import link
from components.page import page
from components.question import question
from dashboard.permissions import Permission
from dashboard.security import actor, callback
from data_layer.access import get_row, reading, writing
from data_layer.models import Network
from data_layer.network.network import change_network, network_numbered

dash.register_page(
    __name__,
    path_template="/admin/networks/<network_id>",
    title=lambda **_v: _("Administration"),
    record=Network,
    record_name=Network.name,
    permission=Permission.ADMIN,
    live=True,
)

ids = scoped("admin-network")


def layout(network_id=0, **query):
    filters = read_filters(query, allowed={"done": ["kept"]})
    with reading(actor()) as session:
        network = get_row(session, Network, network_id)
    return page(
        eyebrow=link(_("Administration"), "/admin"),
        title=network.name,
        lede=_("Who may work in it is set at each account."),
        ignored=filters.ignored,
        children=[
            *about_row(ids, network.id, _("The changes are kept.") if filters.get("done") else None),
            question(_("What is it called, and where is it?"), network_form(ids, network), name="network"),
            network_seen(ids, network),
        ],
    )


@callback(
    Output(ids("address"), "href"),
    Input(ids("keep"), "n_clicks"),
    State(ids("which"), "data"),
    State(ids("seen"), "data"),
    *network_states(ids),
    permission=Permission.ADMIN,
    fields=network_problems(ids),
    prevent_initial_call=True,
)
def keep_changes(_clicks: int, which: int, seen: list[str], name: str | None, region: str | None, country: str | None, zone: str | None):
    with writing(actor()) as session:
        network = network_numbered(session, which)
        change_network(session, network, seen=seen_values(seen), name=name, region=region, country=country, time_zone=zone)
    return f"/admin/networks/{which}?done=kept"
