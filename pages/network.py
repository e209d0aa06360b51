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
from components.network import blocks, choices
from components.network.drawing import drawing, measures
from components.network.findings import holds_together
from components.network.panel import reading_panel, stakeholder_panel, tie_panel
from components.network.picture import LOOK, group_key, legend, picture, size_key, status
from components.network.tables import mapped_table, stakeholder_table, tie_table
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
BEGIN_WITH = 6
SHORT = 20  # rows of a table that come with the page; longer tables come when they are unfolded
CHANGED = "changed"  # the key under which a browser says that the data has changed, and what it has open
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
    """One network as the page shows it; `filters` holds what was understood of the address, or of what the browser sent."""

    network: NetworkMap
    filters: Filters

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
        eyebrow=_("Network"),
        title=_("Who works with whom in %(network)s?", network=network.name),
        lede=None if network.is_len else _("A source names it without saying that it is a Local Empowerment Network."),
        filters=choices.choice_line(ids, shown.filters, network=chosen, **offered),
        ignored=shown.filters.ignored,
        children=[
            _picture(shown),
            html.Div(_findings(shown), id=ids("findings")),
            html.Div(_missing(shown), id=ids("missing")),
            html.Div(_power(shown), id=ids("power")),
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


def _drawing(shown):
    network = shown.network
    return drawing(
        network=network.name,
        members=network.members,
        ties=network.ties,
        twins=network_twins(network),
        places=places(network),
        placed=any(member.x is not None for member in network.members),
        measured=portrait(network, View()).measured,
        editable=shown.editable is not None,
    )


def _picture(shown):
    drawn = _drawing(shown)
    focus = shown.filters.get(choices.FOCUS)
    card = picture(
        ids,
        drawing=drawn,
        measures=_measures(shown),
        status=_status(shown),
        legend=_legend(shown, drawn),
        panel=_panel(shown, int(focus) if focus else None),
        focus=int(focus) if focus else None,
        network_id=shown.editable,
    )
    return blocks.picture_block(ids, card, reads=_reads(shown), tables=_tables(shown))


def _measures(shown):
    return measures(shown.network.members, shown.portrait.measured, shown.positions)


def _legend(shown, drawn):
    measured = shown.portrait.measured
    return legend(
        ids,
        drawing=drawn,
        groups=group_key(measured),
        sizes=size_key(measured, shown.positions),
        colour=shown.filters.get(choices.COLOUR, "sector"),
        size=shown.filters.get(choices.SIZE, "hub"),
        ties=shown.network.ties,
        mapped=any(seen.influence is not None for seen in shown.positions.values()),
    )


def _status(shown):
    selection = shown.portrait.selection
    return status(shown.portrait.figures, **shown.totals, undated=selection.undated if shown.filters.get(choices.YEAR) else None)


def _reads(shown):
    network = shown.network
    seen = {member.id for member in shown.portrait.selection.members}
    twins = [pair for pair in network_twins(network) if {pair.one.id, pair.other.id} <= seen]
    return holds_together(network.name, shown.portrait.figures, shown.portrait.cut_points, twins)


def _tables(shown):
    short = max(shown.totals.values()) <= SHORT
    people, bonds = (_people(shown), _bonds(shown)) if short else (None, None)
    return [html.Div(people, id=ids("people")), html.Div(bonds, id=ids("bonds"))]


def _people(shown):
    return stakeholder_table(
        shown.portrait.measured, ranked=shown.portrait.ranked, network_id=shown.editable, **shown.table(choices.PEOPLE)
    )


def _bonds(shown):
    ties, names = shown.portrait.selection.ties, shown.network.names
    return tie_table(ties, names, editable=shown.editable is not None, **shown.table(choices.BONDS))


def _findings(shown):
    seen = shown.portrait
    counted = {**shown.totals, "ranked": seen.ranked}
    return [
        blocks.ties_block(seen.figures, seen.measured, **counted),
        blocks.standouts_block(seen.figures, seen.measured, **counted),
        blocks.leaving_block(seen.figures, seen.cut_points),
        blocks.sectors_block(seen.selection.members, sector_counts(seen.selection)),
    ]


def _missing(shown):
    inside = {COUNTS_AS.get(member.sector, member.sector) for member in shown.network.members if member.role != "outside" and member.sector}
    missing = [sector for sector in INVITED if sector not in inside]
    return blocks.missing_block(shown.network.name, shown.network.members, missing=missing, invited=INVITED)


def _power(shown):
    return blocks.power_block(
        ids,
        shown.network.members,
        shown.positions,
        table=_mapped(shown) if len(shown.positions) <= SHORT else None,
        net_maps=shown.network.net_maps,
        chosen=None if shown.net_map is None else shown.net_map.id,
        network_id=shown.editable,
    )


def _mapped(shown):
    return mapped_table(shown.network.members, shown.positions, editable=shown.editable is not None, **shown.table(choices.MAPPED))


def _panel(shown, focus):
    """The panel for a stakeholder (its id), a tie ("tie/12"), or nobody."""
    network = shown.network
    tie = next((tie for tie in network.ties if f"tie/{tie.id}" == focus), None)
    if tie is not None:
        return tie_panel(tie, network.names)
    who = next((member for member in network.members if member.id == focus), None)
    if who is None:
        begin = sorted(shown.portrait.measured, key=lambda one: (-one.hub if shown.portrait.ranked else 0, one.member.name))
        return reading_panel([one.member for one in begin[:BEGIN_WITH]])
    ties = [tie for tie in network.ties if who.id in (tie.from_id, tie.to_id)]
    is_shown = any(one.member.id == who.id for one in shown.portrait.measured)
    return stakeholder_panel(
        who, ties=ties, names=network.names, mapped=shown.positions.get(who.id), shown=is_shown, network_id=shown.editable
    )


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
    changed = view.pop(CHANGED, None)
    shown = _seen(view, network_id)
    measured = shown.portrait.measured
    chosen = (_status(shown), _reads(shown), _findings(shown))
    if isinstance(changed, dict):
        return (*chosen, no_update, no_update, _measures(shown), _power(shown), *_changed(shown, changed))
    power = _power(shown) if len(shown.network.net_maps) > 1 else no_update
    return (*chosen, group_key(measured), size_key(measured, shown.positions), _measures(shown), power, *[no_update] * 6)


def _changed(shown, opened):
    """Drawing, legend, who is missing, panel and tables; `opened` says what the panel is about and whether the tables are unfolded."""
    drawn = _drawing(shown)
    tables = (_people(shown), _bonds(shown)) if opened.get("tables") or max(shown.totals.values()) <= SHORT else (no_update, no_update)
    return drawn, _legend(shown, drawn).children, _missing(shown), _panel(shown, opened.get("focus")), *tables


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
        no_update if turned == choices.BONDS else _people(shown),
        no_update if turned == choices.PEOPLE else _bonds(shown),
    )


@callback(
    Output(ids("mapped"), "children"),
    Input(ids("mapped-page"), "data"),
    State(ids("id"), "data"),
    permission=Permission.NETWORK_READ,
    prevent_initial_call=True,
)
def turn_mapped_page(view: dict[str, Any], network_id: int):
    return _mapped(_seen(view, network_id))


@callback(
    Output(ids("panel"), "children"),
    Input(ids("focus"), "data"),
    State(ids("view"), "data"),
    State(ids("id"), "data"),
    permission=Permission.NETWORK_READ,
    prevent_initial_call=True,
)
def show_focus(focus: int | str | None, view: dict[str, Any] | None, network_id: int):
    return _panel(_seen(view or {}, network_id), focus)


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
