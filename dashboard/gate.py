"""The guard before every request: hosts, origins, log-in, and the real status of a page asked for directly."""

import re
from typing import Any

import dash
from flask import Flask, Response, abort, redirect, request, url_for
from flask_login import current_user
from werkzeug.exceptions import BadRequest

from dashboard.addresses import page_of, path_variables, row_id, split
from dashboard.permissions import LANDING, Permission
from dashboard.security import actor, allowed
from data_layer.access import get_row, reading
from data_layer.problem import NotFound
from data_layer.vocabulary import AccountRole

PUBLIC = ("/login", "/healthz", "/_favicon.ico", "/favicon.ico")
PUBLIC_FOLDERS = ("/assets/", "/_dash-component-suites/", "/calendar/", "/respond/", "/shared/")
# Dash answers whatever no other rule does.
PAGES = "/<path:path>"
SAFE = {"GET", "HEAD", "OPTIONS"}
NOT_PAGES = (
    "/_dash",
    "/_reload",
    "/logout",
    "/account/",
    "/ask/",
    "/changes",
    "/data/choices/",
    "/data/rows/",
    "/download/",
    "/edit",
    "/form/",
    "/net-map/",
    "/search",
)

# Files of a release lie beside its page.
RELEASE_FILES = re.compile(r"/outcomes/[^/]+/(?:report\.pdf|data\.xlsx|data\.csv)")


def guard_requests(server: Flask) -> None:
    """Default deny: only the public addresses answer without a sign-in. Register before `Dash(...)`."""

    @server.before_request
    def refuse_strangers() -> Any:
        if isinstance(request.routing_exception, BadRequest):
            abort(400)  # no host of ours, so that not even the way to the log-in could be told
        if request.method not in SAFE | {"POST"}:
            abort(405)
        if request.method == "POST" and not _same_origin():
            abort(400)
        if request.path.startswith(PUBLIC_FOLDERS) and request.url_rule is not None and request.url_rule.rule == PAGES:
            abort(404)  # nothing of ours is there, and Dash would answer with its document
        if is_public(request.path) or current_user.is_authenticated:
            return None
        if request.method not in ("GET", "HEAD") or _is_no_page(request.path):
            return abort(401)
        return redirect(url_for("login.show", next=request.full_path.rstrip("?")))


def guard_pages(server: Flask, app: dash.Dash) -> None:
    """Give a page that is asked for directly its real status; inside the app the same component is shown with 200."""

    @server.before_request
    def answer_pages() -> Any:
        if request.method not in ("GET", "HEAD") or is_public(request.path) or _is_no_page(request.path):
            return None
        if request.path == "/" and not allowed(Permission.OVERVIEW_READ):
            return redirect(LANDING[AccountRole(actor().role)])
        status = page_status(request.path, dash.page_registry)
        return None if status == 200 else Response(app.index(), status=status, mimetype="text/html")


def page_status(path: str, registry: dict[str, Any]) -> int:
    """200, 403 (the role may not) or 404 (no such page, or no such row for this account)."""
    page = page_of(path, registry)
    if page is None:
        return 404
    if not allowed(page["permission"]):
        return 403
    record = page.get("record")
    if record is None:
        return 200
    try:
        with reading(actor()) as session:
            get_row(session, record, *map(row_id, path_variables(page["path_template"]).values()))
    except NotFound:
        return 404
    return 200


def _is_no_page(path: str) -> bool:
    return path.startswith(NOT_PAGES) or RELEASE_FILES.fullmatch(path) is not None


def is_public(path: str) -> bool:
    """Whether the address answers without a sign-in."""
    return path in PUBLIC or path.startswith(PUBLIC_FOLDERS)


def _same_origin() -> bool:
    """A browser tells where a form or script stands; both tellings must agree with us, and silence is left to the token."""
    site = request.headers.get("Sec-Fetch-Site", "same-origin")
    origin = request.headers.get("Origin")
    return site in ("same-origin", "none") and (origin is None or split(origin).netloc == request.host)
