"""Opens pages and calls callbacks over HTTP, as Dash does it in a browser."""

from typing import Any
from urllib.parse import urlsplit

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from dashboard.kept_pages import pages

ROUTER = {
    "output": ".._pages_content.children..._pages_store.data..",
    "outputs": [{"id": "_pages_content", "property": "children"}, {"id": "_pages_store", "property": "data"}],
}


def open_page(browser: FlaskClient, address: str) -> TestResponse:
    """What Dash's router answers for an address ("/network?network=3"); JSON of the page's components."""
    return post_callback(browser, page_body(address))


def page_body(address: str) -> dict[str, Any]:
    """What the browser asks Dash's router for an address."""
    parts = urlsplit(address)
    values = {"pathname": parts.path, "search": f"?{parts.query}" if parts.query else ""}
    inputs = [{"id": "_pages_location", "property": name, "value": value} for name, value in values.items()]
    return {**ROUTER, "inputs": inputs, "changedPropIds": ["_pages_location.pathname"]}


def build_page(browser: FlaskClient, address: str) -> TestResponse:
    """The same, built anew even if the page stands already; what its measures rest on stays as warm as it is."""
    pages.clear()
    return open_page(browser, address)


def page_text(browser: FlaskClient, address: str) -> str:
    """The page's components as text in which words can be looked for."""
    response = open_page(browser, address)
    assert response.status_code == 200, (address, response.status_code)
    return str(response.get_json())


def document_title(browser: FlaskClient, address: str) -> str:
    """The title that the document has on the page."""
    return open_page(browser, address).get_json()["response"]["_pages_store"]["data"]["title"]


def post_callback(browser: FlaskClient, body: Any, **options: Any) -> TestResponse:
    """Post a callback's body with the token that the page's cookie carries."""
    if browser.get_cookie("_csrf_token") is None:
        browser.get("/login")
    cookie = browser.get_cookie("_csrf_token")
    headers = {"X-CSRFToken": cookie.value if cookie else ""}
    return browser.post("/_dash-update-component", json=body, headers=headers, **options)
