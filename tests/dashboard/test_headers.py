"""Every answer, whatever its status, carries the headers that tell a browser what it may do."""

import re

import pytest

from dashboard.documents import SHELL, script, style_sheet

FIXED = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
ANSWERS = {
    "log-in": ("GET", "/login", 200),
    "health": ("GET", "/healthz", 200),
    "redirect": ("GET", "/", 302),
    "no sign-in": ("GET", "/_dash-layout", 401),
    "method": ("TRACE", "/login", 405),
    "missing asset": ("GET", "/assets/none.css", 404),
    "forged": ("POST", "/login", 400),
}


@pytest.mark.parametrize("answer", ANSWERS)
def test_the_headers_are_there(client, answer):
    method, path, status = ANSWERS[answer]
    response = client.open(path, method=method)
    assert response.status_code == status
    assert {name: response.headers.get(name) for name in FIXED} == FIXED


@pytest.mark.parametrize("path", ["/", "/help", "/nowhere"])
def test_the_policy_names_each_inline_script_and_nothing_unsafe(as_user, path):
    response = as_user("coordinator_here").get(path)
    policy = response.headers["Content-Security-Policy"]
    assert "unsafe" not in policy
    nonces = set(re.findall(r'<script nonce="([^"]+)"', response.text))
    assert nonces == set(re.findall(r"script-src [^;]*'nonce-([^']+)'", policy))
    inline = re.findall(r"<script(?![^>]*\bsrc=)(?![^>]*\bnonce=)(?![^>]*application/json)[^>]*>", response.text)
    assert len(inline) <= policy.count("'sha256-")


def test_each_page_has_a_nonce_of_its_own(as_user):
    browser = as_user("coordinator_here")
    assert browser.get("/help").headers["Content-Security-Policy"] != browser.get("/help").headers["Content-Security-Policy"]


def test_private_answers_are_not_kept(as_user):
    browser = as_user("coordinator_here")
    for path in ("/help", "/_dash-layout", "/_dash-dependencies"):
        assert browser.get(path).headers["Cache-Control"] == "no-store"


def test_the_list_of_callbacks_may_be_kept_by_the_browser_of_a_person_and_by_nobody_else(as_user, client):
    fingerprint = re.search(r'data-callbacks="(\w+)"', as_user("coordinator_here").get("/help").text).group(1)
    address = f"/_dash-dependencies?m={fingerprint}"
    assert as_user("coordinator_here").get(address).headers["Cache-Control"] == "private, max-age=31536000, immutable"
    assert client.get(address).headers["Cache-Control"] == "no-store"


def test_the_style_sheet_may_be_kept_for_ever(client):
    address = re.search(r'href="(/assets/style\.css[^"]+)"', client.get("/login").text).group(1)
    assert "immutable" in client.get(address).headers["Cache-Control"]
    assert "Set-Cookie" not in client.get(address).headers


def test_what_a_browser_keeps_does_not_vary_with_its_cookies(as_user):
    browser = as_user("coordinator_here")
    fingerprint = re.search(r'data-callbacks="(\w+)"', browser.get("/help").text).group(1)
    for kept in (f"/_dash-dependencies?m={fingerprint}", style_sheet(), script(SHELL)):
        response = browser.get(kept)
        assert "immutable" in response.headers["Cache-Control"]
        assert ("Cookie" in response.headers.get("Vary", ""), "Set-Cookie" in response.headers) == (False, False)
