"""Network: who works with whom, who holds it together, who is missing."""

from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import dash
from dash import ALL, ClientsideFunction, Input, Output, State, clientside_callback, dcc, html, no_update
from flask_babel import gettext as _

from components.empty import empty
from components.filters import Filters, address_with, within
from components.ids import scoped
from components.link import link
from components.network import choices, sections
from components.network.picture import LOOK
from components.page import page
from components.table import pages_of
from dashboard.permissions import Permission
from dashboard.security import actor, allowed, callback
from data_layer.access import reading
from data_layer.analysis.network import portrait, sector_counts
from data_layer.analysis.placement import places
from data_layer.analysis.selection import UNKNOWN, View, years
from data_layer.analysis.twins import network_twins
from data_layer.attention.members import COUNTS_AS, INVITED
from data_layer.network.network import network_choices
from data_layer.network.network_map import NetworkMap, network_map
from data_layer.vocabulary import Relation, Sector, StakeholderKind

PATH = "/network"
CHANGED = "changed"  # the key under which a browser says that the data has changed, and what it has open
REMAPPED = "remapped"  # the key under which it says that another mapping was chosen than the one that it shows
CODES = {choices.SECTOR: Sector, choices.KIND: StakeholderKind, choices.RELATION: Relation}

dash.register_page(
    __name__,
    path=PATH,
    title=lambda **_variables: _("Network"),
    order=20,
    label=lambda: _("Network"),
    permission=Permission.NETWORK_READ,
)
ids = scoped("network")


@dataclass(frozen=True)
class _Shown:
    """One network as the page shows it, for `components.network.sections`.

    `filters` holds what was understood of the address, or of what the browser sent.
    """

    network: NetworkMap
    filters: Filters
    invited = INVITED

    @property
    def net_map(self):
        """The mapping that is chosen; None for the latest of each stakeholder."""
        return next((one for one in self.network.net_maps if str(one.id) == self.filters.get(choices.NET_MAP)), None)

    @property
    def positions(self):
        return self.network.positions if self.net_map is None else self.net_map.seen

    @property
    def editable(self):
        """The network's id for those who may change it, else None."""
        return self.network.network_id if allowed(Permission.DATA_EDIT) else None

    @property
    def portrait(self):
        return portrait(self.network, View(**choices.chosen(self.filters)))

    @property
    def whole(self):
        return portrait(self.network, View()).measured

    @property
    def twins(self):
        return network_twins(self.network)

    @property
    def places(self):
        return places(self.network)

    @property
    def placed(self):
        return any(member.x is not None for member in self.network.members)

    @property
    def tied_sectors(self):
        return sector_counts(self.portrait.selection)

    @property
    def missing(self):
        sectors = {Sector(one.sector) for one in self.network.members if one.role != "outside" and one.sector}
        inside = {COUNTS_AS.get(sector, sector) for sector in sectors}
        return [sector for sector in INVITED if sector not in inside]

    @property
    def totals(self):
        return {"members": len(self.network.members), "ties": len(self.network.ties)}

    def table(self, key):
        """Which page of a table is shown, and the addresses of its pages."""
        base = Filters({**self.filters.values, choices.NETWORK: str(self.network.network_id)})
        return {"page": int(self.filters.get(key, "1")), "href": partial(_address, base, key)}


def layout(**query):
    with reading(actor()) as session:
        networks = [(one.id, one.name, one.is_len) for one in network_choices(session)]
        if not networks:
            return _nothing()
        chosen = choices.read_network(query, networks)
        network = network_map(session, chosen)
    shown = _on_pages(_read(network, query, networks))
    offered = {"networks": networks, "codes": _codes(network), "years": years(network)}
    return page(
        eyebrow=[_("Network"), " / ", link(_("Over time"), f"/network/change?network={network.network_id}")],
        title=_("Who works with whom in %(network)s?", network=network.name),
        lede=None if network.is_len else _("A source names it without saying that it is a Local Empowerment Network."),
        filters=choices.choice_line(ids, shown.filters, network=chosen, **offered),
        ignored=shown.filters.ignored,
        children=[
            sections.whole_picture(ids, shown),
            html.Div(sections.findings(shown), id=ids("findings")),
            html.Div(sections.missing(shown), id=ids("missing")),
            html.Div(sections.power(ids, shown), id=ids("power")),
            *_stores(shown),
        ],
    )


def _nothing():
    then = _("An administrator can give your account the networks that you work in.")
    return page(eyebrow=_("Network"), title=_("Who works with whom?"), children=empty(_("You see no network yet."), then))


def _read(network, query, networks):
    known = {
        "codes": _codes(network),
        "years": years(network),
        "members": [member.id for member in network.members],
        "net_maps": [one.id for one in network.net_maps],
    }
    return _Shown(network, choices.read_choices(query, networks=networks, **known))


def _on_pages(shown):
    """Without the number of a page that one of the three tables does not have."""
    seen = shown.portrait
    rows = {choices.PEOPLE: seen.measured, choices.BONDS: seen.selection.ties, choices.MAPPED: shown.positions}
    return replace(shown, filters=within(shown.filters, **{key: pages_of(len(found)) for key, found in rows.items()}))


def _codes(network):
    """The codes that occur, by the keys of the filter sentence."""
    found = {
        choices.SECTOR: {member.sector or UNKNOWN for member in network.members},
        choices.KIND: {member.kind for member in network.members},
        choices.RELATION: {tie.relation for tie in network.ties},
    }
    return {key: [code for code in (*CODES[key], UNKNOWN) if code in found[key]] for key in found}


def _address(filters, key, n):
    return address_with(PATH, filters, **{key: str(n) if n > 1 else ""})


def _stores(shown):
    """Which network this is; what is chosen in the sentence and which pages of the tables are wanted, once that changes."""
    changes = [dcc.Store(id=ids(change)) for change in ("view", "pages", "mapped-page")]
    return [dcc.Store(id=ids("id"), data=shown.network.network_id), *changes]


@callback(
    Output(ids("status"), "children"),
    Output(ids("reads"), "children"),
    Output(ids("findings"), "children"),
    Output(ids("groups"), "children"),
    Output(ids("sizes"), "children"),
    Output(ids("measures"), "data"),
    Output(ids("power"), "children"),
    Output(ids("drawing"), "data"),
    Output(ids("legend"), "children"),
    Output(ids("missing"), "children"),
    Output(ids("panel"), "children", allow_duplicate=True),
    Output(ids("people"), "children", allow_duplicate=True),
    Output(ids("bonds"), "children", allow_duplicate=True),
    Input(ids("view"), "data"),
    State(ids("id"), "data"),
    permission=Permission.NETWORK_READ,
    prevent_initial_call=True,
)
def show_view(view: dict[str, Any], network_id: int):
    """What follows a choice in the sentence; where the data has changed, all that shows it."""
    changed, remapped = view.pop(CHANGED, None), view.pop(REMAPPED, False)
    shown = _seen(view, network_id)
    chosen = (sections.status_of(shown), sections.reads(shown), sections.findings(shown))
    if isinstance(changed, dict):
        return (*chosen, no_update, no_update, sections.measures_of(shown), sections.power(ids, shown), *_changed(shown, changed))
    power = sections.power(ids, shown) if remapped else no_update
    return (*chosen, *sections.keys(shown), sections.measures_of(shown), power, *[no_update] * 6)


def _changed(shown, opened):
    """Drawing with what can be chosen, legend, who is missing, panel and tables.

    `opened` says what the panel is about and whether the tables are unfolded.
    """
    drawn = {**sections.drawing_of(shown), "choices": choices.options(_codes(shown.network), years(shown.network))}
    wanted = opened.get("tables") or sections.is_short(shown)
    tables = (sections.people(shown), sections.bonds(shown)) if wanted else (no_update, no_update)
    panel = sections.panel(shown, opened.get("focus"))
    return drawn, sections.legend_of(ids, shown, drawn).children, sections.missing(shown), panel, *tables


@callback(
    Output(ids("people"), "children"),
    Output(ids("bonds"), "children"),
    Input(ids("pages"), "data"),
    State(ids("id"), "data"),
    permission=Permission.NETWORK_READ,
    prevent_initial_call=True,
)
def turn_page(view: dict[str, Any], network_id: int):
    """Both tables, or the one alone whose page was turned."""
    shown, turned = _seen(view, network_id), view.get("turned")
    return (
        no_update if turned == choices.BONDS else sections.people(shown),
        no_update if turned == choices.PEOPLE else sections.bonds(shown),
    )


@callback(
    Output(ids("mapped"), "children"),
    Input(ids("mapped-page"), "data"),
    State(ids("id"), "data"),
    permission=Permission.NETWORK_READ,
    prevent_initial_call=True,
)
def turn_mapped_page(view: dict[str, Any], network_id: int):
    return sections.mapped(_seen(view, network_id))


@callback(
    Output(ids("panel"), "children"),
    Input(ids("focus"), "data"),
    State(ids("view"), "data"),
    State(ids("id"), "data"),
    permission=Permission.NETWORK_READ,
    prevent_initial_call=True,
)
def show_focus(focus: int | str | None, view: dict[str, Any] | None, network_id: int):
    return sections.panel(_seen(view or {}, network_id), focus)


def _seen(view, network_id):
    """What the browser asks for; nonsense in it is left out, as in an address."""
    with reading(actor()) as session:
        network = network_map(session, network_id)
    return _read(network, view, [(network.network_id, network.name, network.is_len)])


clientside_callback(
    ClientsideFunction("network", "draw"),
    Output(ids("canvas"), "data-drawn"),
    Input(ids("drawing"), "data"),
    Input(ids("measures"), "data"),
)
clientside_callback(
    ClientsideFunction("network", "choose"),
    Output(ids("view"), "data"),
    Input({"type": choices.FILTER, "index": ALL}, "value"),
    prevent_initial_call=True,
)
clientside_callback(
    ClientsideFunction("network", "look"),
    Output(ids("legend"), "data-colour"),
    Output(ids("legend"), "data-size"),
    Input({"type": LOOK, "index": ALL}, "value"),
    prevent_initial_call=True,
)
