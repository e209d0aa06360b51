"""Every page and callback is guarded, wired once, and open to exactly the roles that it declares."""

import json
import re
from collections import Counter
from pathlib import Path

import dash
import pytest

from app import app as dash_app
from app import server
from dashboard.permissions import GRANTED, Permission

ROOT = Path(__file__).parents[1]
ROUTES = {
    "/", "/<path:path>", "/_dash-component-suites/<string:package_name>/<path:fingerprinted_path>", "/_dash-dependencies",
    "/_dash-layout", "/_dash-update-component", "/_favicon.ico", "/_reload-hash", "/account/preferences", "/account/stay",
    "/ask/<number>/change", "/ask/<number>/paper", "/ask/<number>/slips", "/ask/new",
    "/assets/<path:filename>", "/assets/<any(shell, network, 'network-edit', edit, grid):name>.js", "/assets/style.css", "/calendar/<token>.ics", "/changes", "/data/choices/<name>", "/data/import/apply", "/data/import/cancel",
    "/data/import/columns", "/data/import/file", "/data/import/rows", "/data/rows/<name>", "/download/<path:name>", "/edit",
    "/form/<name>", "/form/<name>/<number>", "/form/<name>/<number>/trash", "/healthz", "/login", "/logout", "/net-map/<number>",
    "/outcomes/<number>/data.csv", "/outcomes/<number>/data.xlsx", "/outcomes/<number>/report.pdf",
    "/respond/<token>", "/search", "/shared/<token>", "/shared/<token>/<name>",
}  # fmt: skip
DASH_OWN = {"_pages_content", "_pages_store", "_pages_dummy"}


@pytest.fixture(scope="module", autouse=True)
def _first_request():
    """Dash registers its router with the first request."""
    server.test_client().get("/login")


def callbacks():
    return {output: entry for output, entry in dash_app.callback_map.items() if not any(name in output for name in DASH_OWN)}


def test_the_addresses_are_these_and_no_others():
    assert {rule.rule for rule in server.url_map.iter_rules()} == ROUTES


def test_every_callback_on_the_server_declares_its_permission():
    unguarded = [
        output for output, entry in callbacks().items() if "callback" in entry and not hasattr(inner(entry["callback"]), "permission")
    ]
    assert unguarded == []


def inner(function):
    """What Dash wrapped, down to the check."""
    while not hasattr(function, "permission") and hasattr(function, "__wrapped__"):
        function = function.__wrapped__
    return function


def test_no_page_registers_a_callback_round_the_guard():
    users = [
        path.name
        for path in (ROOT / "pages").glob("*.py")
        if re.search(r"dash\.callback|@app\.|from dash import[^\n]*\bcallback\b", path.read_text())
    ]
    assert users == []


def test_no_output_is_written_twice():
    outputs = Counter(entry["output"] for entry in dash_app._callback_list)
    assert [output for output, count in outputs.items() if count > 1 and "@" not in output] == []


def test_every_page_declares_a_permission():
    assert all(isinstance(page["permission"], Permission) for page in dash.page_registry.values())


def test_every_permission_is_somebodys():
    assert {permission for held in GRANTED.values() for permission in held} == set(Permission)


def test_every_page_in_the_navigation_has_a_place_of_its_own():
    orders = [page["order"] for page in dash.page_registry.values() if page.get("order") is not None]
    assert len(orders) == len(set(orders))


def test_every_id_is_written_down_once():
    """Ids are made by `scoped(...)`; a literal id that occurs in two modules would be one page's id on another page."""
    ids: dict[str, set[str]] = {}
    for path in (ROOT / "pages").glob("*.py"):
        for scope in re.findall(r'scoped\("([^"]+)"\)', path.read_text()):
            ids.setdefault(scope, set()).add(path.name)
    assert {scope: files for scope, files in ids.items() if len(files) > 1} == {}


def test_no_door_beside_the_callbacks_is_open():
    assert not [rule for rule in server.url_map.iter_rules() if "mcp" in rule.rule or "ws" in rule.rule.split("/")]
    assert not [entry for entry in dash_app._callback_list if entry.get("background") or entry.get("api_endpoint")]


def test_the_layout_holds_no_other_pages_content(as_user):
    assert "validation_layout" not in as_user("coordinator_here").get("/help").text
    assert len(json.dumps(as_user("coordinator_here").get("/_dash-layout").get_json())) < 20_000
