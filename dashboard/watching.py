"""Looking on: requests that a page sends by itself do not keep a sign-in alive, and tell when it ends."""

from flask import Flask, Response, g, request

from dashboard.headers import CALLBACKS
from data_layer.clock import now

CHANGES = "/changes"
# A browser may only say that nobody is there; to claim the opposite gains nothing, since any other request does the same.
WATCHING = "X-Watching"


def is_watching() -> bool:
    """Whether the request was sent by a page, not by a person."""
    return request.path == CHANGES or WATCHING in request.headers


def add_watching(server: Flask) -> None:
    """Let answers to those who are signed in carry the state of the data that they show, and the seconds until the sign-in ends."""

    @server.after_request
    def tell(response: Response) -> Response:
        if "revision" in g:
            response.headers["X-Revision"] = g.revision
        user = g.get("_login_user")
        # A browser keeps the list of callbacks, and would read the seconds of that day from it.
        if user is not None and user.is_authenticated and request.path != CALLBACKS:
            response.headers["X-Sign-In-Ends"] = str(int((user.seen.ends_at - now()).total_seconds()))
        return response
