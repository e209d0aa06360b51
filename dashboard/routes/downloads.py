"""Files to carry away: what the reader sees on the pages, and nothing else."""

import re
import unicodedata
from typing import Any

from flask import Blueprint, Response, abort, request

from dashboard.download_words import DownloadWords
from dashboard.permissions import Permission
from dashboard.security import actor, allowed
from data_layer.access import get_row, reading
from data_layer.clock import today
from data_layer.exports.download import HISTORY_FILE, Wanted, is_file, media_type, prepared
from data_layer.history_filter import Wanted as WantedHistory
from data_layer.history_filter import wanted_of
from data_layer.models import Network
from data_layer.problem import NotFound
from data_layer.scope import Scope
from data_layer.vocabulary import AccountRole, TargetGroup

blueprint = Blueprint("downloads", __name__)
# The catalogue says nothing about service users; those who look after it may carry it away.
CATALOGUE = frozenset({"funding_source.csv", "funding_source.xlsx"})
ROW_ID = re.compile(r"[1-9]\d{0,17}", re.ASCII)
LETTERS = str.maketrans(dict(zip("äöüßåøæ", ("ae", "oe", "ue", "ss", "a", "o", "ae"), strict=True)))
YEAR = re.compile(r"(?:19|20)\d\d", re.ASCII)


@blueprint.get("/download/<path:name>")
def download(name: str) -> Any:
    """One file: 403 for a role that may not have it, 400 for a filter that cannot be, 404 for a file or a LEN that is not there."""
    person = actor()
    if not is_file(name):
        abort(404)
    if not _may_have(name):
        abort(403)
    scope = _scope()
    masked = person.role == AccountRole.LEADER
    history = _history() if name == HISTORY_FILE else None
    wanted = Wanted(scope, masked, allowed(Permission.HISTORY_READ), DownloadWords(), history)
    try:
        with reading(person) as session:
            suffix = f"-{get_row(session, Network, scope.network_id).name}" if scope.network_id is not None else ""
            make = prepared(session, name, wanted)
    except NotFound:
        abort(404)
    response = Response(make(), mimetype=media_type(name))
    response.headers["Content-Disposition"] = f'attachment; filename="{_file_name(name, suffix)}"'
    return response


def _may_have(name: str) -> bool:
    if name == HISTORY_FILE:
        return allowed(Permission.HISTORY_READ)
    return allowed(Permission.DATA_EXPORT) or (name in CATALOGUE and allowed(Permission.CATALOGUE_EDIT))


def _scope() -> Scope:
    """The filters of the page from which the link comes. One that cannot be understood is refused: a file must not hold more than asked."""
    network, group, year = (request.args.get(key, "") for key in ("network", "group", "year"))
    if (network and not ROW_ID.fullmatch(network)) or (group and group not in list(TargetGroup)) or (year and not YEAR.fullmatch(year)):
        abort(400)
    return Scope(int(network) if network else None, group or None, int(year) if year else None)


def _history() -> WantedHistory:
    """The choices of the page of the history; one that cannot be understood is refused too."""
    numbers = [request.args.get(key, "") for key in ("person", "row")]
    if not all(number in ("", "0") or ROW_ID.fullmatch(number) for number in numbers):
        abort(400)
    try:
        return wanted_of(request.args)
    except (KeyError, ValueError):
        abort(400)


def _file_name(name: str, suffix: str) -> str:
    """A name that every system takes: what, which LEN, when."""
    first, _dot, ending = name.partition(".")
    plain = re.sub(r"[^a-z0-9]+", "-", _latin(f"{first}{suffix}".lower())).strip("-")
    return f"{plain}-{today().isoformat()}.{ending}"


def _latin(text: str) -> str:
    folded = text.translate(LETTERS)
    return unicodedata.normalize("NFKD", folded).encode("ascii", "ignore").decode()
