"""Whatever a browser sends to a callback, the answer is never a 500 and nothing changes without permission."""

import json
from urllib.parse import urlencode

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.dashboard.test_access_matrix import body_for, server_callbacks
from tests.opening import ROUTER, open_page, post_callback

GOOD = {
    **ROUTER,
    "inputs": [
        {"id": "_pages_location", "property": "pathname", "value": "/help"},
        {"id": "_pages_location", "property": "search", "value": ""},
    ],
    "changedPropIds": ["_pages_location.pathname"],
}
DEEP = json.loads("[" * 400 + "]" * 400)
MALFORMED = {
    "nothing": {},
    "a list": [],
    "a number": 7,
    "a text": "help",
    "no output": {key: value for key, value in GOOD.items() if key != "output"},
    "an unknown output": {**GOOD, "output": "nowhere.children"},
    "an output that is a list": {**GOOD, "output": ["a"]},
    "no inputs": {key: value for key, value in GOOD.items() if key != "inputs"},
    "too few inputs": {**GOOD, "inputs": GOOD["inputs"][:1]},
    "too many inputs": {**GOOD, "inputs": GOOD["inputs"] * 2},
    "inputs that are a dictionary": {**GOOD, "inputs": {"a": 1}},
    "an input of another id": {**GOOD, "inputs": [{**GOOD["inputs"][0], "id": "other"}, GOOD["inputs"][1]]},
    "an input of another property": {**GOOD, "inputs": [{**GOOD["inputs"][0], "property": "href"}, GOOD["inputs"][1]]},
    "an input that is a number": {**GOOD, "inputs": [7, 8]},
    "a path that is a number": {**GOOD, "inputs": [{**GOOD["inputs"][0], "value": 7}, GOOD["inputs"][1]]},
    "a path that is a dictionary": {**GOOD, "inputs": [{**GOOD["inputs"][0], "value": {"a": 1}}, GOOD["inputs"][1]]},
    "a path from nowhere": {**GOOD, "inputs": [{**GOOD["inputs"][0], "value": "help"}, GOOD["inputs"][1]]},
    "no path": {**GOOD, "inputs": [{**GOOD["inputs"][0], "value": None}, GOOD["inputs"][1]]},
    "an empty path": {**GOOD, "inputs": [{**GOOD["inputs"][0], "value": ""}, GOOD["inputs"][1]]},
    "a query that is a list": {**GOOD, "inputs": [GOOD["inputs"][0], {**GOOD["inputs"][1], "value": ["?a=1"]}]},
    "a query without end": {**GOOD, "inputs": [GOOD["inputs"][0], {**GOOD["inputs"][1], "value": "?a=" + "1" * 9000}]},
    "state where there is none": {**GOOD, "state": [{"id": "a", "property": "b", "value": 1}]},
    "no outputs": {key: value for key, value in GOOD.items() if key != "outputs"},
    "outputs of other ids": {**GOOD, "outputs": [{"id": "a", "property": "b"}, {"id": "c", "property": "d"}]},
    "outputs that are a text": {**GOOD, "outputs": "a.b"},
    "changed names that are numbers": {**GOOD, "changedPropIds": [1]},
    "changed names that are a text": {**GOOD, "changedPropIds": "a"},
    "a key from nowhere": {**GOOD, "role": "administrator"},
    "a deep nest": {**GOOD, "inputs": DEEP},
}


@pytest.mark.parametrize("case", MALFORMED)
def test_a_malformed_body_is_400(as_user, case):
    assert post_callback(as_user("coordinator_here"), MALFORMED[case]).status_code == 400


@pytest.mark.parametrize(
    "raw", [b"", b"{", b"null", b"\xff\xfe", b'{"output": NaN}', b'{"output": Infinity}', b"[" * 100_000, b'{"a":1}{"b":2}', b'"\\ud800"']
)
def test_bytes_that_are_no_json_are_400(as_user, raw):
    browser = as_user("coordinator_here")
    browser.get("/login")
    headers = {"X-CSRFToken": browser.get_cookie("_csrf_token").value}
    response = browser.post("/_dash-update-component", data=raw, content_type="application/json", headers=headers)
    assert response.status_code == 400


@pytest.mark.parametrize("content_type", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", None])
def test_another_kind_of_content_is_refused(as_user, content_type):
    browser = as_user("coordinator_here")
    browser.get("/login")
    headers = {"X-CSRFToken": browser.get_cookie("_csrf_token").value}
    response = browser.post("/_dash-update-component", data=json.dumps(GOOD), content_type=content_type, headers=headers)
    assert response.status_code in (400, 415)


def test_too_much_is_413(as_user):
    assert post_callback(as_user("coordinator_here"), {**GOOD, "padding": "x" * 2_000_000}).status_code == 413


@pytest.mark.parametrize(
    "headers",
    [
        {"X-CSRFToken": ""},
        {"X-CSRFToken": "forged"},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
    ],
)
def test_a_forged_request_is_400(as_user, headers):
    browser = as_user("coordinator_here")
    browser.get("/login")
    token = {"X-CSRFToken": browser.get_cookie("_csrf_token").value}
    assert browser.post("/_dash-update-component", json=GOOD, headers={**token, **headers}).status_code == 400


def test_the_good_body_is_good(as_user):
    assert post_callback(as_user("coordinator_here"), GOOD).status_code == 200


@pytest.mark.parametrize(
    "search", ["?table=tie", "?table=tie&table=x", "?query=1&self=2&layout=3&args=4", "?pathname=1&search=2", "?%ff=1"]
)
@pytest.mark.parametrize("path", ["/data/tie", "/stakeholders/1", "/help"])
def test_a_key_of_a_query_is_never_an_argument_of_ours(as_user, path, search):
    inputs = [{**part, "value": value} for part, value in zip(GOOD["inputs"], (path, search), strict=True)]
    assert post_callback(as_user("coordinator_here"), {**GOOD, "inputs": inputs}).status_code < 500


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=30),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=10), inner, max_size=3),
    max_leaves=6,
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], derandomize=True)
@given(data=st.data())
def test_no_value_makes_a_callback_of_ours_fail(as_user, data):
    browser = as_user("coordinator_here")
    for output, entry in server_callbacks().items():
        body = body_for(output, entry)
        for part in (*body["inputs"], *body["state"]):
            if isinstance(part, dict):
                part["value"] = data.draw(VALUES)
        status = post_callback(browser, body).status_code
        assert status < 500, (output, body)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], derandomize=True)
@given(
    keys=st.dictionaries(
        st.sampled_from(["network", "group", "year", "page", "state", "focus", "phase", "sector", "x", "__class__"]),
        st.text(max_size=20),
        max_size=4,
    )
)
def test_no_query_string_makes_a_page_fail(as_user, keys):
    browser = as_user("coordinator_here")
    for path in ("/", "/network", "/micro-projects", "/funding", "/participation", "/help"):
        assert open_page(browser, f"{path}?{urlencode(keys)}").status_code == 200, (path, keys)
