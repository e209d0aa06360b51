"""What people type is text and stays text: a LEN full of attacks is opened on every page, and nothing runs."""

from urllib.parse import quote
from xml.etree import ElementTree

import pytest

from tests.browser.canaries import EVIL_ADDRESS, PASSWORD, PAYLOADS, plant
from tests.browser.inspection import document_faults, none, under, width_faults
from tests.browser.places import about_one_row, open_to
from tests.browser.server import copy_of, running
from tests.browser.visitor import Visitor

# Elements that the dashboard itself never makes inside a page.
FOREIGN = """() => [...document.querySelectorAll('main *')].filter(element =>
  ['SCRIPT', 'IFRAME', 'OBJECT', 'EMBED', 'BASE', 'META', 'LINK', 'STYLE', 'MARQUEE', 'VIDEO', 'AUDIO', 'TEMPLATE', 'MATH'].includes(element.tagName)
  && !element.closest('[data-cy]') || [...element.attributes].some(attribute => /^on/i.test(attribute.name)))
  .map(element => `an element of the attacks stands in the page: ${element.outerHTML.slice(0, 100)}`)"""
HARMLESS = {"svg", "title", "g", "rect", "circle", "path", "polygon", "text", "tspan"}
# Pages that show names of LENs, stakeholders or micro projects, and how many of the attacks must be readable there.
READABLE = {"/": 3, "/network": 40, "/stakeholders/": 20, "/micro-projects": 20, "/micro-projects/": 40, "/funding": 20, "/outcomes/": 20}
# Who makes releases finds a list of titles there, all others the only release itself.
OWN = {("funder", "/outcomes"): 20}

# Other roles see the same building blocks; only what the coordinator cannot open is opened by them.
ROLES = ("coordinator", "leader", "funder")
SEEN = open_to("coordinator")
OPEN = [(role, place) for role in ROLES for place in open_to(role) if role == "coordinator" or place not in SEEN]


@pytest.fixture(scope="module")
def server(empty_template, tmp_path_factory):
    """A dashboard that knows nothing but the attacks."""
    folder = tmp_path_factory.mktemp("attacked")
    with running(copy_of(empty_template, folder), folder, workers=1) as started:
        yield started


@pytest.fixture(scope="module")
def planted(server):
    with server.rows() as session:
        return plant(session)


@pytest.fixture(scope="module")
def windows(server, planted, browser):
    opened = {}
    for role in ROLES:
        opened[role] = Visitor(browser.new_context(locale="en", viewport={"width": 1440, "height": 900}), server.address)
        log_in(opened[role], f"{role}.{EVIL_ADDRESS}", PASSWORD)
        opened[role].settle()
    yield opened
    for window in opened.values():
        window.page.context.close()


def log_in(window, email, password):
    window.page.goto(f"{window.address}/login?next=/help")
    send_form(window, email, password)


def send_form(window, email, password):
    """The browser itself would refuse such an address; an attacker's does not."""
    window.page.evaluate("() => { document.querySelector('#email').type = 'text'; }")
    window.page.fill("#email", email)
    window.page.fill("#password", password)
    window.page.click("main button[type=submit]")


def damage(window):
    ran = ["an attack ran"] if window.page.evaluate("() => window.__pwned !== undefined") else []
    return [*ran, *window.page.evaluate(FOREIGN), *document_faults(window, "en"), *window.take_faults()]


def missing_as_text(window, role, place):
    text = window.page.evaluate("() => document.body.textContent")
    seen = sum(payload in text for payload in PAYLOADS)
    return [] if seen >= OWN.get((role, place), READABLE.get(place, 0)) else [f"only {seen} of the attacks can be read"]


@pytest.mark.parametrize(("role", "place"), OPEN)
def test_attacks_are_shown_as_text(role, place, windows, planted):
    window = windows[role]
    window.open(planted.get(place, place))
    window.open_details()
    faults = [*damage(window), *missing_as_text(window, role, place)]
    window.resize(320)
    faults += under("320 px", width_faults(window))
    window.resize(1440)
    faults += damage(window)
    none(faults)


@pytest.mark.parametrize("place", [place for place in open_to("coordinator") if not about_one_row(place)])
def test_attacks_in_the_address_are_shown_as_text(place, windows):
    window = windows["coordinator"]
    faults = []
    for attack in PAYLOADS[::25]:
        window.open(f"{place}?{quote(attack)}={quote(attack)}&network={quote(attack)}#{quote(attack)}")
        faults += damage(window)
    none(faults)


def test_attacks_in_a_saved_picture_are_text(windows, planted):
    window = windows["coordinator"]
    window.open(planted["/network"])
    with window.page.expect_download() as download:
        window.page.get_by_role("button", name="Save as SVG").click()
    root = ElementTree.fromstring(download.value.path().read_text(encoding="utf-8"))
    assert {element.tag.partition("}")[2] for element in root.iter()} <= HARMLESS
    assert not [name for element in root.iter() for name in element.attrib if name.lower().startswith("on") or "href" in name.lower()]
    assert "".join(root.itertext()).count("__pwned") > 3


def test_attacks_typed_into_the_log_in_form_come_back_as_text(browser, server, planted):
    window = Visitor(browser.new_context(locale="en"), server.address)
    for attack in PAYLOADS[:3]:
        window.page.goto(f"{window.address}/login?next={quote(attack)}&language={quote(attack)}")
        send_form(window, f'"{attack}', attack)
        window.page.wait_for_selector("[role=alert]")
        assert window.page.input_value("#email") == f'"{attack}'
        assert not damage(window)
    window.page.context.close()
