"""The picture of a network: drawn, filtered in the browser, chosen from by mouse and keyboard, saved as a file."""

import re
from xml.etree import ElementTree

import pytest
import sqlalchemy as sa

from data_layer.models import Network, Stakeholder, Tie
from tests.browser.inspection import none

SHOWN = """() => {
  const cy = document.getElementById('network-graph')._cyreg.cy, seen = cy.elements().not('.gone');
  return [seen.filter('node').not('.frame, .ring').length, seen.filter('edge').not('.twin').length];
}"""
PLACE_OF = """name => {
  const cy = document.getElementById('network-graph')._cyreg.cy, box = document.getElementById('network-canvas').getBoundingClientRect();
  const node = cy.nodes().filter(one => (one.data('l') || '').replaceAll('\\n', ' ') === name)[0];
  const at = node.renderedPosition();
  return [box.left + at.x, box.top + at.y];
}"""
INK = """() => [...document.querySelectorAll('#network-canvas canvas')].some(canvas => {
  const dots = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
  return dots.some(value => value);
})"""
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def lulea(server):
    """The id of the network, how many stakeholders and ties it has, and how many of its stakeholders are authorities."""
    with server.rows() as session:
        network = session.scalars(sa.select(Network.id).where(Network.name == "Luleå")).one()
        sectors = session.scalars(sa.select(Stakeholder.sector).where(Stakeholder.network_id == network)).all()
        ties = session.scalars(sa.select(Tie.id).where(Tie.network_id == network)).all()
    return {"id": network, "stakeholders": len(sectors), "ties": len(ties), "authorities": sectors.count("authority")}


@pytest.fixture
def window(visit, lulea):
    opened = visit("coordinator")
    opened.open(f"/network?network={lulea['id']}")
    opened.page.wait_for_selector("#network-canvas[data-drawn]")
    yield opened
    none(opened.take_faults())


def choose(window, label, value):
    window.page.get_by_label(label, exact=True).select_option(value)
    window.settle()


def test_the_picture_shows_every_stakeholder_and_every_tie(window, lulea):
    assert window.page.evaluate(SHOWN) == [lulea["stakeholders"], lulea["ties"]]
    assert window.page.evaluate(INK)
    assert window.page.inner_text("#network-status") == f"{lulea['stakeholders']} stakeholders, {lulea['ties']} ties"


def test_a_sector_hides_the_others_at_once_and_the_figures_follow(window, lulea):
    window.page.evaluate("() => { document.querySelector('#network-canvas canvas').id = 'same'; }")
    before = window.page.inner_text("#network-findings")
    choose(window, "Sector", "authority")
    assert window.page.evaluate(SHOWN)[0] == lulea["authorities"] < lulea["stakeholders"]
    assert window.page.inner_text("#network-status").startswith(f"{lulea['authorities']} of {lulea['stakeholders']} stakeholders")
    assert window.page.inner_text("#network-findings") != before
    assert f"of {lulea['stakeholders']}" in window.page.inner_text("#network-findings .figures")
    assert "sector=authority" in window.page.url
    assert window.page.locator("#network-canvas #same").count() == 1, "the picture was made anew"

    window.page.reload()
    window.settle()
    assert window.page.evaluate(SHOWN)[0] == lulea["authorities"]
    window.page.click("#network-reset")
    window.settle()
    assert window.page.evaluate(SHOWN) == [lulea["stakeholders"], lulea["ties"]]
    assert window.page.inner_text("#network-findings") == before
    assert "sector" not in window.page.url


def test_only_the_filter_on_screen_waits_for_no_answer(window):
    """Filters act in the browser: with the server silent, the picture follows all the same."""
    window.page.route("**/_dash-update-component*", lambda _route: None)
    before = window.page.evaluate(SHOWN)
    window.page.get_by_label("Sector", exact=True).select_option("authority")
    window.page.wait_for_function("before => (" + SHOWN + ")()[0] < before", arg=before[0])
    window.page.unroute_all()
    window.open("/help")


def test_the_tables_follow_the_choice(window, lulea):
    choose(window, "Sector", "authority")
    window.page.locator(".as-table summary").first.click()
    window.settle()
    assert window.page.locator("#network-people tbody tr").count() == lulea["authorities"]


def test_another_network_is_another_picture(window, lulea):
    other = window.page.get_by_label("Network", exact=True).locator("option", has_text="Jurbarkas").get_attribute("value")
    choose(window, "Network", other)
    window.page.wait_for_function("id => location.search === `?network=${id}`", arg=other)
    window.settle()
    assert "Jurbarkas" in window.page.inner_text("h1")
    assert window.page.evaluate(SHOWN) != [lulea["stakeholders"], lulea["ties"]]


def test_a_stakeholder_is_chosen_with_the_mouse(window):
    window.page.locator("#network-canvas").scroll_into_view_if_needed()
    window.drawn()  # Cytoscape hears of the scrolling with the next frame
    x, y = window.page.evaluate(PLACE_OF, "Coompanion Norrbotten")
    window.page.mouse.click(x, y)
    window.page.wait_for_selector("#network-panel h3:text-is('Coompanion Norrbotten')")
    window.settle()
    assert "focus=" in window.page.url
    window.page.get_by_role("button", name="Back to the whole network").click()
    window.page.wait_for_selector("#network-panel h3:text-is('How to read it')")
    window.settle()
    assert "focus" not in window.page.url


def test_a_stakeholder_is_found_and_chosen_with_the_keyboard(window):
    page = window.page
    page.get_by_label("Find a stakeholder").focus()
    page.keyboard.type("coomp")
    page.wait_for_selector("#network-found [data-id]")
    page.keyboard.press("ArrowDown")
    active = page.get_attribute("#network-find", "aria-activedescendant")
    assert page.get_attribute(f"#{active}", "aria-selected") == "true"
    name = page.inner_text(f"#{active} span:not(.mark)")
    page.keyboard.press("Enter")
    page.wait_for_function("name => document.querySelector('#network-panel h3')?.innerText === name", arg=name)
    window.settle()
    assert page.locator("#network-found").is_hidden()
    page.focus(".net-keys")
    page.keyboard.press("Escape")
    page.wait_for_selector("#network-panel h3:text-is('How to read it')")


def test_the_list_of_names_closes_with_escape_and_says_when_it_is_empty(window):
    page = window.page
    page.get_by_label("Find a stakeholder").fill("nobody is called like this")
    assert page.locator("#network-found [role=option]").count() == 1
    assert page.locator("#network-found [aria-disabled=true]").inner_text()
    page.keyboard.press("Escape")
    assert page.locator("#network-found").is_hidden()


def test_the_arrow_keys_move_the_picture_and_zero_brings_it_back(window):
    page, pan = (
        window.page,
        "() => { const cy = document.getElementById('network-graph')._cyreg.cy; return [cy.pan().x, cy.pan().y, cy.zoom()]; }",
    )
    begin = page.evaluate(pan)
    page.focus(".net-keys")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("+")
    assert page.evaluate(pan) != begin
    page.keyboard.press("0")
    assert page.evaluate(pan) == begin


def saved(window, words):
    with window.page.expect_download() as download:
        window.page.get_by_role("button", name=words).click()
    return download.value


def test_the_picture_is_saved_as_png(window):
    download = saved(window, "Save as PNG")
    content = download.path().read_bytes()
    assert re.fullmatch(r"[\w-]+\.png", download.suggested_filename)
    assert content.startswith(b"\x89PNG\r\n\x1a\n")
    assert len(content) > 10_000


def test_the_picture_is_saved_as_svg_with_its_title_names_and_legend(window, lulea):
    root = ElementTree.fromstring(saved(window, "Save as SVG").path().read_text(encoding="utf-8"))
    text = " ".join(root.itertext())
    assert root.tag == f"{SVG}svg"
    assert root.findtext(f"{SVG}title") == window.page.inner_text("h1")
    for words in ("Coompanion", "municipality or public authority", f"{lulea['stakeholders']} stakeholders"):
        assert words.lower() in text.lower()


def test_colour_and_size_show_something_else(window):
    for label, value in (("Shape and colour", "group"), ("Shape and colour", "role"), ("Size", "bridge"), ("Size", "same")):
        window.page.get_by_label(label, exact=True).select_option(value)
        window.settle()
    assert "colour=role" in window.page.url
    assert "size=same" in window.page.url
    assert (window.page.get_attribute("#network-legend", "data-colour"), window.page.get_attribute("#network-legend", "data-size")) == (
        "role",
        "same",
    )
