"""Refuses malformed callback requests before Dash sees them: Dash would answer 500 to what is only a bad body."""

import json
from typing import Any

import dash
from flask import Flask, abort, request

CALLBACKS = "/_dash-update-component"
ROUTER = "_pages_location"
MAX_TEXT = 4000


def check_bodies(server: Flask, app: dash.Dash) -> None:
    """Register the check; after `Dash(...)`, so that Dash has set up its callbacks when the check runs."""

    @server.before_request
    def refuse_malformed() -> None:
        if request.path == CALLBACKS and request.method == "POST":
            if request.mimetype != "application/json":
                abort(415)
            body = parsed(request.get_data())
            if not _well_formed(body, app.callback_map):
                abort(400)


def parsed(raw: bytes) -> Any:
    """The body as JSON; 400 for what is none, for NaN, endless nesting and half letters, which no database takes."""
    try:
        found = json.loads(raw, parse_constant=_refuse_constant)
        json.dumps(found, ensure_ascii=False).encode()
    except (ValueError, RecursionError):
        abort(400)
    return found


def _refuse_constant(name: str) -> None:
    raise ValueError(name)


def _well_formed(body: Any, callbacks: dict[str, Any]) -> bool:
    if not isinstance(body, dict) or not isinstance(body.get("output"), str):
        return False
    declared = callbacks.get(body["output"])
    changed = body.get("changedPropIds", [])
    if declared is None or not isinstance(changed, list) or not all(isinstance(name, str) for name in changed):
        return False
    return (
        _outputs_fit(body.get("outputs"), body["output"])
        and _items_fit(body.get("inputs", []), declared["inputs"])
        and _items_fit(body.get("state", []), declared["state"])
        and set(body) <= {"output", "outputs", "inputs", "state", "changedPropIds", "parsedChangedPropsIds"}
    )


def _outputs_fit(sent: Any, output: str) -> bool:
    """One output is a dictionary, several (`..a.b...c.d..`) are a list; each names its component and property."""
    names = output.strip(".").split("...") if output.startswith("..") else [output]
    if not output.startswith(".."):
        return _output_fits(sent, names[0])
    return isinstance(sent, list) and len(sent) == len(names) and all(map(_output_fits, sent, names))


def _output_fits(sent: Any, name: str) -> bool:
    component, _, prop = name.rpartition(".")
    if component.startswith("{"):
        return isinstance(sent, list | dict) and all(
            isinstance(item, dict) and isinstance(item.get("id"), dict) and item.get("property") == prop.partition("@")[0]
            for item in (sent if isinstance(sent, list) else [sent])
        )
    return isinstance(sent, dict) and sent.get("id") == component and isinstance(sent.get("property"), str)


def _items_fit(sent: Any, declared: list[dict[str, Any]]) -> bool:
    return isinstance(sent, list) and len(sent) == len(declared) and all(map(_item_fits, sent, declared))


def _item_fits(sent: Any, declared: dict[str, Any]) -> bool:
    wild = str(declared["id"]).startswith("{")
    if wild and isinstance(sent, list):
        return all(
            isinstance(item, dict) and isinstance(item.get("id"), dict) and item.get("property") == declared["property"] for item in sent
        )
    if not isinstance(sent, dict) or sent.get("property") != declared["property"]:
        return False
    if wild:
        return isinstance(sent.get("id"), dict)
    return sent.get("id") == declared["id"] and (sent["id"] != ROUTER or _is_address(sent["property"], sent.get("value")))


def _is_address(part: str, value: Any) -> bool:
    """Dash takes no path that does not begin at the root; a query may be missing."""
    if part != "pathname" and value is None:
        return True
    return isinstance(value, str) and len(value) <= MAX_TEXT and (part != "pathname" or value.startswith("/"))
