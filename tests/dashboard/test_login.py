"""Logging in and out, as a browser does it."""

import re

import pytest

from dashboard.routes.login import inside
from tests.points_of_view import PASSWORD, email_of


def fill_in(browser, *, email, password=PASSWORD, next_page="/"):
    token = re.search(r'name="csrf_token" value="([^"]+)"', browser.get("/login").text).group(1)
    return browser.post("/login", data={"csrf_token": token, "email": email, "password": password, "next": next_page})


@pytest.mark.parametrize(
    ("point_of_view", "landing"),
    [("coordinator_here", "/"), ("leader_everywhere", "/"), ("funder", "/outcomes"), ("administrator", "/admin")],
)
def test_each_role_lands_on_its_page(client, point_of_view, landing):
    assert fill_in(client, email=email_of(point_of_view)).location == landing


def test_one_lands_where_one_wanted_to_go(client):
    assert fill_in(client, email=email_of("coordinator_here"), next_page="/network?network=1").location == "/network?network=1"


@pytest.mark.parametrize(("point_of_view", "password"), [("coordinator_here", "wrong"), ("nobody", PASSWORD), ("disabled", PASSWORD)])
def test_a_wrong_name_a_wrong_password_and_a_disabled_account_look_alike(client, point_of_view, password):
    response = fill_in(client, email=email_of(point_of_view), password=password)
    assert response.status_code == 200
    assert "E-mail address and password do not belong together" in response.text


def test_what_was_typed_stays_but_for_the_password(client):
    text = fill_in(client, email="ann@example.org", password="typed wrong").text
    assert 'value="ann@example.org"' in text
    assert "typed wrong" not in text


def test_the_session_before_log_in_does_not_survive_it(client):
    with client.session_transaction() as cookie:
        cookie["planted"] = "by an attacker"
    fill_in(client, email=email_of("coordinator_here"))
    with client.session_transaction() as cookie:
        assert "planted" not in cookie


def test_a_copied_cookie_is_worthless_after_log_out(client):
    fill_in(client, email=email_of("coordinator_here"))
    copy = client.get_cookie("sid").value
    token = re.search(r'name="csrf_token" value="([^"]+)"', client.get("/logout").text).group(1)
    client.post("/logout", data={"csrf_token": token})
    client.set_cookie("sid", copy)
    assert client.get("/help").status_code == 302


def test_a_link_cannot_log_anybody_out(client):
    fill_in(client, email=email_of("coordinator_here"))
    client.get("/logout")
    assert client.get("/help").status_code == 200


def test_logging_out_tells_the_browser_to_forget(client):
    fill_in(client, email=email_of("coordinator_here"))
    token = re.search(r'name="csrf_token" value="([^"]+)"', client.get("/logout").text).group(1)
    assert '"storage"' in client.post("/logout", data={"csrf_token": token}).headers["Clear-Site-Data"]


def test_the_form_without_its_token_is_refused(client):
    assert client.post("/login", data={"email": email_of("coordinator_here"), "password": PASSWORD}).status_code == 400


def test_the_form_from_another_site_is_refused(client):
    token = re.search(r'name="csrf_token" value="([^"]+)"', client.get("/login").text).group(1)
    data = {"csrf_token": token, "email": email_of("coordinator_here"), "password": PASSWORD}
    for headers in (
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ):
        assert client.post("/login", data=data, headers=headers).status_code == 400


def test_the_cookies_are_closed_to_scripts_and_other_sites(client):
    fill_in(client, email=email_of("coordinator_here"))
    cookie = client.get_cookie("sid")
    assert cookie.http_only
    assert cookie.same_site == "Lax"


def test_the_log_in_page_speaks_german_when_asked(client):
    assert "Anmelden" in client.get("/login?language=de").text
    assert "Anmelden" in client.get("/login", headers={"Accept-Language": "de-DE,de;q=0.9"}).text


@pytest.mark.parametrize("target", ["/network", "/network?network=3", "/stakeholders/7", "/help#gap"])
def test_a_plain_path_is_inside(target):
    assert inside(target) == target


@pytest.mark.parametrize(
    "target",
    [
        None, "", "//evil.example", "///evil.example", "/\\evil.example", "\\\\evil.example", "https://evil.example", "https:evil.example",
        "http:/evil.example", "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "/\tevil", "/\n/evil.example", "\t//evil.example",
        " //evil.example", "/ /evil.example", "/%2f/evil.example", "/%2F%2Fevil.example", "/%5cevil.example", "/%5C/evil.example",
        "evil.example", ".evil.example", "@evil.example", "/\x00/evil", "/\x7f", "/。evil", "／／evil.example", "//user@evil.example", "/\r\nSet-Cookie: a=b",
        "?next=//evil.example", "#//evil.example", "mailto:a@evil.example", "ftp://evil.example", "//evil.example/%2e%2e",
        "/" + "a" * 2000, "/login", "/logout",
        "//[::1]/", "///",
    ],
)  # fmt: skip
def test_anything_else_leads_home(target):
    assert inside(target) == "/"
