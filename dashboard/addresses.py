"""Addresses that browsers send: which page a path belongs to, and what stands in its variables."""

import re
from typing import Any
from urllib.parse import SplitResult, urlsplit

from flask import request

from data_layer.problem import NotFound
from data_layer.whole_number import whole_number

VARIABLE = re.compile(r"<(\w+)>")


def page_of(path: str, registry: dict[str, Any]) -> dict[str, Any] | None:
    """The registered page at this path, or None; the page for missing ones has no address of its own."""
    for page in registry.values():
        if page["module"].endswith("not_found_404"):
            continue
        template = page["path_template"]
        if page["path"] == path if template is None else _match(template, path):
            return page
    return None


def path_variables(template: str | None) -> dict[str, str]:
    """The variables in the path that this request asks for: its own path, or the one that Dash's router posts."""
    found = _match(template, asked_path()) if template else None
    return found.groupdict() if found else {}


def asked_path() -> str:
    """The path that the person looks at, also when Dash's router asks on their behalf."""
    if request.method != "POST":
        return request.path
    sent = request.get_json(silent=True) or {}
    for item in sent.get("inputs", ()):
        if item.get("id") == "_pages_location" and item.get("property") == "pathname":
            return str(item.get("value"))
    return request.path


def row_id(text: str) -> int:
    """The id of a row as it stands in a path; NotFound for anything that cannot be one."""
    number = whole_number(text)
    if not number:
        raise NotFound(text)
    return number


def split(address: str) -> SplitResult:
    """The parts of a whole address as a browser sent it; all of them empty for what is no address."""
    try:
        return urlsplit(address)
    except ValueError:
        return urlsplit("")


def _match(template: str, path: str) -> re.Match[str] | None:
    return re.fullmatch(VARIABLE.sub(r"(?P<\1>[^/]+)", template), path)
