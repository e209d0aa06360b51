"""Nine points of view × pages, callbacks and addresses: each opens what its role declares, and nothing else."""

import dash
import pytest

from app import app as dash_app
from app import server
from dashboard.permissions import GRANTED
from data_layer.vocabulary import AccountRole
from tests.opening import open_page, post_callback
from tests.points_of_view import ACCOUNTS, POINTS_OF_VIEW

METHODS = ("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE", "TRACE")
PUBLIC = {"/login", "/healthz", "/_favicon.ico", "/assets/style.css"}
SIGNED_IN = [name for name in POINTS_OF_VIEW if name not in ("anonymous", "disabled")]
PAGES = sorted(page["path"] for page in dash.page_registry.values() if page["path_template"] is None and "404" not in page["path"])


def may(point_of_view: str, permission) -> bool:
    return permission in GRANTED[AccountRole(ACCOUNTS[point_of_view][0])]


def server_callbacks() -> dict[str, dict]:
    """The project's own callbacks that run on the server, by output."""
    server.test_client().get("/login")
    return {output: entry for output, entry in dash_app.callback_map.items() if "callback" in entry and "_pages" not in output}


def body_for(output: str, entry: dict) -> dict:
    """A well-formed request for a callback, with no values."""
    names = output.strip(".").split("...") if output.startswith("..") else [output]

    def part(name: str) -> dict:
        component, _, prop = name.rpartition(".")
        return {"id": {"type": "x", "index": 1} if component.startswith("{") else component, "property": prop.partition("@")[0]}

    def item(declared: dict) -> dict | list:
        wild = str(declared["id"]).startswith("{")
        return [] if wild else {"id": declared["id"], "property": declared["property"], "value": None}

    outputs = [part(name) for name in names]
    return {
        "output": output,
        "outputs": outputs if output.startswith("..") else outputs[0],
        "inputs": [item(declared) for declared in entry["inputs"]],
        "state": [item(declared) for declared in entry["state"]],
        "changedPropIds": [],
    }


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("point_of_view", SIGNED_IN)
def test_a_page_answers_with_the_status_that_the_role_declares(as_user, point_of_view, path):
    page = next(page for page in dash.page_registry.values() if page["path"] == path)
    browser = as_user(point_of_view)
    direct, inside = browser.get(path), open_page(browser, path)
    if may(point_of_view, page["permission"]):
        assert direct.status_code == 200
        assert "This page is not for your role" not in str(inside.get_json())
    else:
        assert direct.status_code == (302 if path == "/" else 403)
        assert "This page is not for your role" in str(inside.get_json())


@pytest.mark.parametrize("point_of_view", ["anonymous", "disabled"])
@pytest.mark.parametrize("path", PAGES)
def test_without_a_sign_in_a_page_leads_to_the_log_in(as_user, point_of_view, path):
    response = as_user(point_of_view).get(path)
    assert response.status_code == 302
    assert response.location.startswith("/login?next=")


@pytest.mark.parametrize("rule", sorted(rule.rule for rule in server.url_map.iter_rules()))
@pytest.mark.parametrize("method", METHODS)
def test_without_a_sign_in_no_address_gives_anything_away(client, rule, method):
    path = (
        rule.replace("<path:path>", "x")
        .replace("<string:package_name>/<path:fingerprinted_path>", "dash/none.js")
        .replace("<path:filename>", "none")
    )
    response = client.open(path, method=method)
    public = path in PUBLIC or path.startswith(("/assets/", "/_dash-component-suites/", "/calendar/", "/respond/", "/shared/"))
    allowed = {200, 302, 400, 404, 405, 415} if public else {302, 400, 401, 404, 405}
    assert response.status_code in allowed
    assert b"_dash-config" not in response.data


@pytest.mark.parametrize("point_of_view", POINTS_OF_VIEW)
def test_callbacks_refuse_by_role(as_user, point_of_view):
    browser = as_user(point_of_view)
    statuses = {}
    for output, entry in server_callbacks().items():
        permission = permission_of(entry["callback"])
        status = post_callback(browser, body_for(output, entry)).status_code
        expected = {401} if point_of_view in ("anonymous", "disabled") else {200, 204, 400} if may(point_of_view, permission) else {403}
        if status not in expected:
            statuses[output] = status
    assert statuses == {}


def permission_of(function):
    while not hasattr(function, "permission"):
        function = function.__wrapped__
    return function.permission


@pytest.mark.parametrize("point_of_view", SIGNED_IN)
def test_the_navigation_offers_only_what_opens(as_user, point_of_view):
    browser = as_user(point_of_view)
    layout = str(browser.get("/_dash-layout").get_json())
    for page in dash.page_registry.values():
        if page.get("order") is not None:
            assert (f"'href': '{page['path']}'" in layout.split("'className': 'wordmark'")[1] or page["path"] == "/") == may(
                point_of_view, page["permission"]
            ) or page["path"] == "/"


def test_the_path_wins_over_a_query_key_of_the_same_name(as_user):
    browser = as_user("leader_everywhere")
    ids = [1, 2]
    plain = open_page(browser, f"/stakeholders/{ids[0]}").get_json()
    overridden = open_page(browser, f"/stakeholders/{ids[0]}?stakeholder_id={ids[1]}").get_json()
    assert title_of(plain) == title_of(overridden)


def title_of(answer) -> str:
    return str(answer["response"]["_pages_content"]["children"]).split("'type': 'H1'")[0][-400:]


@pytest.mark.parametrize("kind", ["stakeholders", "micro-projects"])
def test_a_foreign_row_and_a_missing_row_are_the_same_404(as_user, kind):
    here, foreign = as_user("coordinator_here"), as_user("coordinator_elsewhere")
    own = next(number for number in range(1, 400) if here.get(f"/{kind}/{number}").status_code == 200)
    assert foreign.get(f"/{kind}/{own}").status_code == 404
    inside_foreign, inside_missing = open_page(foreign, f"/{kind}/{own}").get_json(), open_page(foreign, f"/{kind}/99999999").get_json()
    assert inside_foreign["response"]["_pages_content"] == inside_missing["response"]["_pages_content"]


@pytest.mark.parametrize("number", ["0", "-1", "abc", "1.5", "1e3", "٣", "9" * 30, "%00", "1;drop", "None"])
def test_an_id_that_cannot_be_is_not_found(as_user, number):
    assert as_user("coordinator_here").get(f"/stakeholders/{number}").status_code == 404


def test_a_disabled_account_is_out_at_the_next_request(as_user):
    from_now = as_user("coordinator_here")
    assert from_now.get("/help").status_code == 200
    assert as_user("disabled").get("/help").status_code == 302
