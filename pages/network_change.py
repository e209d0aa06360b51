"""A network on two days: ties won and lost, what they came out of, who still cooperates after an end, two mappings compared."""

from dataclasses import dataclass
from datetime import date

import dash
from dash import html
from flask_babel import get_timezone
from flask_babel import gettext as _

from components.day_pick import day_pick
from components.empty import empty
from components.filters import Choice, Filters, address_with, filter_line, pick, read_filters, within
from components.help.help_link import with_help
from components.link import link
from components.network.change.figures import figures_say, figures_table
from components.network.change.net_maps import compared_says, compared_table
from components.network.change.origins import after_says, after_table, origins_picture, origins_say
from components.network.change.ties import MOVED, counts_table, members_picture, members_say, moved_table, ties_picture, ties_say
from components.network.choices import NETWORK
from components.network.net_maps import OFFERED, net_map_words
from components.page import page
from components.question import question
from components.table import pages_of
from dashboard.permissions import Permission
from dashboard.security import actor
from data_layer.access import reading
from data_layer.analysis.left_behind import SEMPRE_END, legacies
from data_layer.analysis.net_map_change import compared, dated
from data_layer.analysis.network_change import Change, by_relation, by_sector, network_change, year_ends
from data_layer.clock import today
from data_layer.network.network import network_choices
from data_layer.network.network_map import NetworkMap, network_map
from data_layer.network.origin import Beginnings, beginnings

PATH = "/network/change"
FROM, TO, END, THEN, NOW, TIES, MAPPED = "from", "to", "end", "then", "now", "ties", "mapped"
PAGES = [str(n) for n in range(1, 1000)]

dash.register_page(
    __name__,
    path=PATH,
    title=lambda **_variables: _("Network over time"),
    permission=Permission.NETWORK_READ,
)


class _Days:
    """Days as they stand in an address ("2018-06-30")."""

    def __contains__(self, text):
        try:
            day = date.fromisoformat(text)
        except ValueError:
            return False
        return day.isoformat() == text and day.year > 1


@dataclass(frozen=True, slots=True)
class _Shown:
    """All that the page shows. `end` is the day after which ties are looked at once more: at first the end of SEMPRE."""

    network: NetworkMap
    beginnings: Beginnings
    change: Change
    end: date
    filters: Filters

    def paged(self, key):
        """Which page of a long table is asked for, and the address of each."""
        return {"page": int(self.filters.get(key, "1")), "href": lambda number: address_with(PATH, self.filters, **{key: str(number)})}


def layout(**query):
    with reading(actor()) as session:
        networks = network_choices(session)
        if not networks:
            return _nothing()
        chosen = _network(query, networks)
        network, found = network_map(session, chosen.id), beginnings(session, chosen.id)
    shown = _read(network, found, query, networks, chosen)
    return page(
        eyebrow=[link(_("Network"), f"/network?network={network.network_id}"), " / ", _("Over time")],
        title=_("What became of %(network)s?", network=network.name),
        filters=_line(shown, networks),
        ignored=shown.filters.ignored,
        children=[_ties(shown), _origins(shown), _after(shown), _members(shown), _figures(shown), _net_maps(shown)],
    )


def _nothing():
    then = _("An administrator can give your account the networks that you work in.")
    return page(eyebrow=_("Network"), title=_("What became of the network?"), children=empty(_("You see no network yet."), then))


def _network(query, networks):
    asked = read_filters(query, allowed={NETWORK: [str(one.id) for one in networks]}).get(NETWORK)
    first = min(networks, key=lambda one: not one.is_len)
    return next((one for one in networks if str(one.id) == asked), first)


def _read(network, found, query, networks, chosen):
    days, maps = _Days(), [str(one.id) for one in dated(network)]
    allowed = {NETWORK: [str(one.id) for one in networks], **dict.fromkeys((FROM, TO, END), days), **dict.fromkeys((THEN, NOW), maps)}
    filters = read_filters(query, allowed={**allowed, **dict.fromkeys((TIES, MAPPED), PAGES)})
    now = today(chosen.time_zone or str(get_timezone()))
    first, last = year_ends(network) or (date(now.year - 1, 12, 31), now)
    before, after = sorted([_day(filters, FROM, first), _day(filters, TO, now if first == last else last)])
    moved = network_change(network, before, after)
    pages = {TIES: pages_of(sum(moved.tie_counts[fate] for fate in MOVED)), MAPPED: pages_of(len(network.members))}
    filters = within(Filters({**filters.values, NETWORK: str(network.network_id)}, filters.ignored), **pages)
    end = _day(filters, END, max(before, SEMPRE_END))
    return _Shown(network, found, moved, min(end, after), filters)


def _day(filters, key, default):
    return date.fromisoformat(filters.get(key)) if filters.get(key) else default


def _line(shown, networks):
    offered = sorted(networks, key=lambda one: not one.is_len)
    names = [(str(one.id), one.name if one.is_len else _("%(name)s (status unclear)", name=one.name)) for one in offered]
    own = str(shown.network.network_id)
    return filter_line(
        [
            _("Showing"),
            Choice(NETWORK, _("Network"), names, own, own),
            _("on"),
            day_pick(FROM, _("First day"), shown.change.before),
            _("and on"),
            day_pick(TO, _("Second day"), shown.change.after),
            _("asking what held on after"),
            day_pick(END, _("End of a programme"), shown.end),
        ]
    )


def _ties(shown):
    network, moved = shown.network, shown.change
    tables = [
        counts_table(by_relation(network, moved), vocabulary="relation", head=_("Kind of tie"), caption=_("By kind of tie")),
        counts_table(
            by_sector(network, moved), vocabulary="sector", head=_("Sector"), caption=_("By sector; a tie between two counts in both")
        ),
        moved_table(network.ties, moved, network.names, caption=_("Ties that came or went"), **shown.paged(TIES)),
    ]
    rule = _("A tie without a recorded end goes on. What dates leave open is counted apart, never guessed.")
    return question(
        _("Which ties were won, which were lost?"),
        ties_picture(moved),
        name="ties",
        reads=ties_say(moved),
        table=html.Div([table for table in tables if table is not None], className="two-tables") if network.ties else None,
        source=with_help(rule, "two-days", _("About two days")),
    )


def _origins(shown):
    parts = (shown.network.ties, shown.change, shown.beginnings)
    return question(
        _("Out of what did the new ties come?"),
        origins_picture(*parts),
        name="origins",
        reads=origins_say(*parts),
        source=with_help(_("The event where one is named, else the micro project."), "left-behind", _("About what is left")),
    )


def _after(shown):
    found = legacies(shown.network, shown.beginnings, shown.change.after)
    since = network_change(shown.network, shown.end, shown.change.after)
    rule = _(
        "Looked at on the second day; the third day is at first the end of SEMPRE, in February 2019. "
        "A tie came out of a micro project when it names it, or one of its events."
    )
    return question(
        _("Who still cooperates after the end?"),
        after_table(found, shown.network.names, caption=_("What is left of each micro project")),
        name="after",
        how=_("An end is not the end of everything: ties that came out of a micro project can outlast it."),
        reads=after_says(found, since, shown.end),
        source=with_help(rule, "left-behind", _("About what is left")),
    )


def _members(shown):
    return question(
        _("Who came, who went?"),
        members_picture(shown.network.members, shown.change),
        name="members",
        reads=members_say(shown.change),
        source=with_help(_("By the days from and to which a stakeholder belongs to the network."), "two-days", _("About two days")),
    )


def _figures(shown):
    rule = _(
        "Counted are the ties that are surely there on a day; those without a date are in neither column. "
        "Stakeholders without a date are in both."
    )
    return question(
        _("What do the ties tell on both days?"),
        figures_table(shown.change, caption=_("The seven figures")),
        name="figures",
        reads=figures_say(shown.change),
        source=with_help(rule, "two-days", _("About two days")),
    )


def _net_maps(shown):
    maps, text = dated(shown.network), _("How did power and interest move?")
    if len(maps) < 2:
        then = [
            _("Map influence, power and interest again after a year: "),
            link(_("the network"), f"/network?network={shown.network.network_id}"),
        ]
        return question(text, empty(_("Fewer than two dated mappings are recorded."), then), name="net-maps")
    by_id = {str(one.id): one for one in maps}
    before = by_id[shown.filters.get(THEN, str(maps[-1].id))]
    after = by_id[shown.filters.get(NOW, str(maps[0].id))]
    pairs = compared(shown.network, before, after)
    caption = _("Two mappings compared")
    return question(
        text,
        [_maps_line(maps, before, after), compared_table(pairs, shown.network.names, caption=caption, **shown.paged(MAPPED))],
        name="net-maps",
        reads=compared_says(pairs, before, after),
        source=with_help(_("Steps are an order: higher or lower, never by how much."), "net-map", _("About mappings")),
    )


def _maps_line(maps, before, after):
    offered = [one for place, one in enumerate(maps) if place < OFFERED or one in (before, after)]
    options = [(str(one.id), net_map_words(one)) for one in offered]
    then, now = (
        Choice(key, words, options, str(one.id), str(one.id))
        for key, words, one in ((THEN, _("Earlier mapping"), before), (NOW, _("Later mapping"), after))
    )
    return html.Div(
        [html.Span(_("From")), pick(then), html.Span(_("to")), pick(now)],
        className="view-line",
        role="group",
        **{"aria-label": _("Which mappings are compared")},
    )
