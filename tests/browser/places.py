"""Which pages there are for a role, and how a person comes to them."""

import re
from urllib.parse import urlsplit

import dash
from flask_babel import force_locale

from app import server
from dashboard.permissions import GRANTED
from data_layer.editing.tables import TABLES
from tests.browser.visitor import Visitor

# A page about one row is reached from the page that lists the rows; most often it has the same path.
LISTED_ON = {"/admin/accounts/": "/admin", "/admin/networks/": "/admin", "/stakeholders/": "/network", "/ownership/": "/micro-projects/1"}
# What is beside another page and not in the navigation.
LINKED_FROM = {"/indicators": "/participation", "/surveys": "/participation", "/voices": "/participation"}
VARIABLE = re.compile("<.*")
FIRST = re.compile(r"<\w+>/")
ROW = re.compile(r"\d+([?#].*)?")
HREFS = "links => links.map(link => link.getAttribute('href'))"
NOWHERE = "/not-found-404"
# The tables to edit are one page with other columns; one with texts and one with links stand for all.
GRIDS = {f"/data/{table}" for table in TABLES} - {"/data/stakeholder", "/data/tie"}


def places() -> list[str]:
    """Every page of the dashboard: its path, for a page about one row the path that its address begins with ("/stakeholders/").

    A page below that of a row is that of the first row ("/outcomes/1/sharing").
    """
    found = map(_place, dash.page_registry.values())
    return sorted(path for path in found if path != NOWHERE and path not in GRIDS)


def _place(page: dict) -> str:
    template = page["path_template"] or page["path"]
    return FIRST.sub("1/", template) if FIRST.search(template) else VARIABLE.sub("", template)


def open_to(role: str) -> list[str]:
    """The pages that a role may open."""
    return [place for place in places() if registered(place)["permission"] in GRANTED[role]]


def closed_to(role: str) -> list[str]:
    """The pages that a role may not open."""
    return sorted(set(places()) - set(open_to(role)))


def about_one_row(place: str) -> bool:
    """Whether the place is a page about one row, of which only the beginning of the address is known."""
    return place.endswith("/") and place != "/"


def registered(place: str) -> dict:
    """What the registry keeps about a page."""
    return next(page for page in dash.page_registry.values() if _place(page) == place)


def title_of(place: str, language: str) -> str | None:
    """The title that the document should have; None where it depends on the row."""
    if registered(place)["path_template"]:
        return None
    title = registered(place)["title"]
    with server.test_request_context(), force_locale(language):
        return title() if callable(title) else title


def type_address(window: Visitor, place: str) -> None:
    """Come to a page by its address; to one about a row by clicking the first such link of the list."""
    window.open(_start_of(place))
    if about_one_row(place):
        _click_first_row(window, place)


def click_through(window: Visitor, place: str) -> None:
    """Come to a page from within the dashboard, by the links of a narrow window's shell."""
    here, target = urlsplit(window.page.url).path, _start_of(place)
    if here in ("blank", target):
        window.open("/account" if target == "/help" else "/help")
    link = window.page.locator(f"header .menu a[href='{target}'], footer a[href='{target}']").first
    if not link.count():  # a page below another one, such as a table of the data
        parent = LINKED_FROM.get(target) or target.rpartition("/")[0]
        click_through(window, parent)
        window.follow(window.page.locator(f"main a[href='{target}'], main a[href^='{target}?']").first)
        return
    if link.evaluate("link => !!link.closest('.menu')"):
        window.page.click(".menu > summary")
    window.follow(link)
    if about_one_row(place):
        _click_first_row(window, place)


def _start_of(place: str) -> str:
    return LISTED_ON.get(place, place.rstrip("/") or "/")


def _click_first_row(window: Visitor, place: str) -> None:
    window.open_details()
    links = window.page.locator(f"main a[href^='{place}']:visible")
    to_row = [bool(ROW.fullmatch(href.removeprefix(place))) for href in links.evaluate_all(HREFS)]
    if any(to_row):
        window.follow(links.nth(to_row.index(True)))
    else:  # a list of one row shows the row itself
        window.open(f"{place}1")
