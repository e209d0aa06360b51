"""The search box of the shell: records by a part of their name, with where they are shown."""

from typing import Any

from flask import Blueprint, abort, jsonify, request

from components.editing.table_words import row_kind
from dashboard.permissions import Permission
from dashboard.security import actor, allowed, may_edit
from data_layer.access import reading
from data_layer.search import Hit, find

blueprint = Blueprint("search", __name__)
# Where a record is shown; what has no place of its own is opened as a form, by those who may edit it.
PLACES = {
    "network": "/network?network={}",
    "stakeholder": "/stakeholders/{}",
    "micro_project": "/micro-projects/{}",
    "pilot": "/pilots/{}",
    "funding_source": "/funding",
}


@blueprint.get("/search")
def search() -> Any:
    """What fits `q`, as a list of name, kind, network and address."""
    if not allowed(Permission.NETWORK_READ):
        abort(403)
    with reading(actor()) as session:
        found = find(session, request.args.get("q", ""))
    return jsonify([_shown(hit) for hit in found if hit.table in PLACES or may_edit(hit.table)])


def _shown(hit: Hit) -> dict[str, str | None]:
    place = PLACES.get(hit.table)
    where = {"href": place.format(hit.row_id)} if place else {"form": f"{hit.table}/{hit.row_id}"}
    return {"name": hit.name, "kind": row_kind(hit.table), "network": hit.network, **where}
