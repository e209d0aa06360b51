"""The mappings of a network: which one is shown, and the way to a new one."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _

from components.filters import Choice, pick
from components.formats import vague_date
from components.network.choices import FILTER, NET_MAP
from components.network.editing import net_map_of
from components.network.terms import Session

# Older ones are in the table of positions; a list that nobody can read to its end helps nobody.
OFFERED = 30


def net_map_words(one: Session) -> str:
    """What a mapping is called: date, question, who mapped."""
    day = vague_date(*one.day) if one.day != (None, None) else _("date unknown")
    return " · ".join(filter(None, (day, one.question, one.mapped_by)))


def as_seen(net_maps: Sequence[Session], chosen: int | None) -> list[Component]:
    """The choice between the latest answer about each stakeholder and one mapping, as seen then."""
    offered = [one for place, one in enumerate(net_maps) if place < OFFERED or one.id == chosen]
    options = [("", _("in the latest mapping of each")), *((str(one.id), net_map_words(one)) for one in offered)]
    return [
        html.Span(_("As seen"), **{"data-mapping-shown": "" if chosen is None else str(chosen)}),
        " ",
        pick(Choice(NET_MAP, _("Mapping"), options, "" if chosen is None else str(chosen), type=FILTER)),
    ]


def net_map_buttons(network_id: int, net_maps: Sequence[Session], chosen: int | None) -> list[Component]:
    """A new mapping, and the one that is shown (else the latest) to be changed."""
    shown = next((one for one in net_maps if one.id == chosen), net_maps[0] if net_maps else None)
    buttons = [html.Button(_("New Net-Map"), type="button", className="btn-plain", **net_map_of(network_id))]
    if shown is not None:
        words = _("Change this mapping") if chosen is not None or len(net_maps) == 1 else _("Change the latest mapping")
        spoken = html.Span(f": {net_map_words(shown)}", className="sr")
        buttons.append(html.Button([words, spoken], type="button", className="btn-plain", **net_map_of(network_id, shown.id)))
    return buttons
