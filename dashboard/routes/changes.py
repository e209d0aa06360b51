"""Has anything changed that the page shows? Asked every few seconds by each open page."""

from typing import Any

from flask import Blueprint, Response, request

from dashboard.security import actor
from dashboard.watching import CHANGES
from data_layer.access import reading
from data_layer.revision import revision

blueprint = Blueprint("changes", __name__)


@blueprint.get(CHANGES)
def changes() -> Any:
    """The state of the data that the account sees: 304 when the browser has it already."""
    with reading(actor()) as session:
        seen = revision(session).seen
    response = Response(status=204)
    response.headers["X-Revision"] = seen
    response.set_etag(seen)
    return response.make_conditional(request)
