"""The form for a mapping session (Net-Map), as a piece of a page that a dialog shows."""

from typing import Any

from flask import Blueprint, abort, render_template, request
from flask_babel import gettext as _

from components.editing.field_words import field_hint, field_label
from components.marks import CATEGORY_OF_SECTOR
from dashboard.addresses import row_id
from dashboard.permissions import Permission
from dashboard.security import actor, allowed
from data_layer.access import reading
from data_layer.days import day_text
from data_layer.network.net_map import ANSWERS, HEAD
from data_layer.network.network_map import NetworkMap, network_map
from data_layer.network.position import NetMap
from data_layer.problem import NotFound

blueprint = Blueprint("net_map", __name__)
TABLE = "position"
MAPPING = "mapping"
MOST = 4
FEW = 12  # up to so many stakeholders are seen at a glance; more are searched


@blueprint.get("/net-map/<number>")
def show(number: str) -> Any:
    """A new mapping of a network, or the one that the query names; 403 and 404 as everywhere."""
    if not allowed(Permission.DATA_EDIT):
        abort(403)
    try:
        with reading(actor()) as session:
            network = network_map(session, row_id(number))
        chosen = _chosen(network, request.args.get(MAPPING))
    except NotFound:
        abort(404)
    return render_template(
        "net_map.html",
        network=network.network_id,
        net_map=None if chosen is None else chosen.id,
        title=_title(network, chosen),
        few=FEW,
        head=_head(chosen),
        columns=[_column(name) for name in ANSWERS],
        rows=_rows(network, chosen),
    )


def _chosen(network: NetworkMap, asked: str | None) -> NetMap | None:
    """The mapping with this id; NotFound where the network has none."""
    if asked is None:
        return None
    found = next((one for one in network.net_maps if one.id == row_id(asked)), None)
    if found is None:
        raise NotFound(MAPPING)
    return found


def _title(network: NetworkMap, chosen: NetMap | None) -> str:
    if chosen is None:
        return _("New mapping of %(network)s", network=network.name)
    return _("Change a mapping of %(network)s", network=network.name)


def _head(chosen: NetMap | None) -> list[dict[str, str | None]]:
    values = {} if chosen is None else {"day": day_text(*chosen.day), "question": chosen.question, "mapped_by": chosen.mapped_by}
    hints = {"day": _("For example 2024-05 or 2024-05-14."), "question": _("For example: Who decides on rooms?")}
    return [
        {
            "name": name,
            "label": field_label(TABLE, name),
            "value": values.get(name) or "",
            "hint": hints.get(name) or field_hint(TABLE, name),
        }
        for name in HEAD
    ]


def _column(name: str) -> dict[str, Any]:
    is_tower = name == "influence"
    return {"name": name, "label": field_label(TABLE, name), "low": 0 if is_tower else 1, "high": None if is_tower else MOST}


def _rows(network: NetworkMap, chosen: NetMap | None) -> list[dict[str, Any]]:
    """The stakeholders by name, with what the mapping says of them."""
    seen = {} if chosen is None else chosen.seen
    return [
        {
            "id": member.id,
            "name": member.name,
            "category": CATEGORY_OF_SECTOR.get(member.sector or "", 0),
            "answers": {name: getattr(seen.get(member.id), name, None) for name in ANSWERS},
        }
        for member in sorted(network.members, key=lambda member: member.name)
    ]
