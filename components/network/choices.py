"""The filter sentence of the network page, and what is understood of an address or of what the browser sends."""

from collections.abc import Mapping, Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _

from components.filters import Choice, Filters, filter_line, pick, read_filters
from components.ids import Ids
from components.vocabulary import label

FILTER = "network-filter"  # the type of the selects that act in the browser
NETWORK, SECTOR, KIND, NEAR, RELATION, YEAR = "network", "sector", "kind", "near", "relation", "year"
COLOUR, SIZE, FOCUS = "colour", "size", "focus"
PEOPLE, BONDS, MAPPED = "stakeholders", "ties", "mapped"
NET_MAP = "mapping"
VOCABULARY = {SECTOR: "sector", KIND: "stakeholder_kind", RELATION: "relation"}
COLOURS = ("sector", "role", "group")
SIZES = ("hub", "bridge", "connector", "influence", "same")
PAGES = frozenset(str(n) for n in range(1, 1000))
UNKNOWN = "unknown"

Networks = Sequence[tuple[int, str, bool]]


def read_network(query: Mapping[str, object], networks: Networks) -> int:
    """The network that a query asks for, else the first LEN, else the first network; `networks` are (id, name, is a LEN), not none."""
    asked = read_filters(query, allowed={NETWORK: _ids(networks)}).get(NETWORK)
    return int(asked) if asked else _offered(networks)[0][0]


def read_choices(
    query: Mapping[str, object],
    *,
    networks: Networks,
    codes: Mapping[str, Sequence[str]],
    years: Sequence[int],
    members: Sequence[int],
    net_maps: Sequence[int],
) -> Filters:
    """What is understood of a query; `codes` are those that occur, by SECTOR, KIND and RELATION; `members` may be in focus."""
    return read_filters(
        query,
        allowed={
            **codes,
            NETWORK: _ids(networks),
            NEAR: ["yes"],
            YEAR: [str(year) for year in years],
            COLOUR: COLOURS,
            SIZE: SIZES,
            FOCUS: {str(member) for member in members},
            NET_MAP: {str(net_map) for net_map in net_maps},
            **dict.fromkeys((PEOPLE, BONDS, MAPPED), PAGES),
        },
    )


def chosen(filters: Filters) -> dict[str, Any]:
    """The keywords of `data_layer.analysis.selection.View`."""
    year = filters.get(YEAR)
    codes = {key: filters.get(key) or None for key in VOCABULARY}
    return {**codes, "year": int(year) if year else None, "near": bool(filters.get(NEAR))}


def choice_line(
    ids: Ids, filters: Filters, *, network: int, networks: Networks, codes: Mapping[str, Sequence[str]], years: Sequence[int]
) -> Component:
    """The sentence. Another network builds the page anew; all else acts in the browser (assets/network)."""
    names = [(str(one), name if is_len else _("%(name)s (status unclear)", name=name)) for one, name, is_len in _offered(networks)]
    of_whom = any(filters.get(key) for key in (SECTOR, KIND))
    near = Choice(NEAR, _("Neighbours"), [("", _("and nobody else")), ("yes", _("and those tied to them"))], filters.get(NEAR), type=FILTER)
    words = options(codes, years)
    any_choice = of_whom or any(filters.get(key) for key in (RELATION, YEAR))
    return filter_line(
        [
            _("Showing"),
            Choice(NETWORK, _("Network"), names, str(network), str(network)),
            _("with"),
            Choice(SECTOR, _("Sector"), words[SECTOR], filters.get(SECTOR), type=FILTER),
            _("and"),
            Choice(KIND, _("Kind of stakeholder"), words[KIND], filters.get(KIND), type=FILTER),
            html.Span(pick(near), id=ids("near"), hidden=not of_whom),
            _("tied by"),
            Choice(RELATION, _("Kind of tie"), words[RELATION], filters.get(RELATION), type=FILTER),
            _("at"),
            Choice(YEAR, _("Period"), words[YEAR], filters.get(YEAR), type=FILTER),
            html.Button(_("Show all"), id=ids("reset"), type="button", className="btn-plain", hidden=not any_choice),
        ]
    )


def options(codes: Mapping[str, Sequence[str]], years: Sequence[int]) -> dict[str, list[tuple[str, str]]]:
    """What can be chosen by each select that leaves part of the network out, as (value, words); the first leaves nothing out."""
    every = {SECTOR: _("every sector"), KIND: _("every kind of stakeholder"), RELATION: _("every kind of tie")}
    by_code = {
        key: [("", words), *((code, label(VOCABULARY[key], None if code == UNKNOWN else code)) for code in codes[key])]
        for key, words in every.items()
    }
    return {**by_code, YEAR: [("", _("any date")), *((str(year), str(year)) for year in years)]}


def _offered(networks: Networks) -> Networks:
    """LENs first."""
    return sorted(networks, key=lambda network: not network[2])


def _ids(networks: Networks) -> list[str]:
    return [str(network_id) for network_id, _name, _is_len in networks]
