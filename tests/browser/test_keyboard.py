"""The keyboard alone: everything that a mouse can press is reached, in order, and shows where one is."""

from urllib.parse import urlsplit

import pytest

from tests.browser.conftest import PASSWORD, email_of
from tests.browser.inspection import none
from tests.browser.places import about_one_row, open_to, type_address

MOST_STOPS = 1500
# Notes the element that has the focus; tells whether the round is over and what is wrong with how the focus shows.
STEP = """() => {
  const here = document.activeElement, stops = window.stops ||= [];
  // A field for a date has a stop for each of its parts.
  if (here.type === 'date' && stops.at(-1) === here) return { over: false, name: '', wrong: null };
  if (here === document.body || stops.includes(here)) return { over: true };
  stops.push(here);
  const name = here.tagName.toLowerCase() + ' “' + (here.getAttribute('aria-label') || here.innerText || here.value || here.id || '').trim().slice(0, 40) + '”';
  const look = getComputedStyle(here), box = here.getBoundingClientRect();
  const ring = look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) >= 2;
  const points = [[.5, .5], [.1, .1], [.9, .1], [.1, .9], [.9, .9]].map(([x, y]) => [box.left + x * box.width, box.top + y * box.height]);
  const hit = points.some(([x, y]) => { const top = document.elementFromPoint(x, y); return top && (here.contains(top) || top.contains(here)); });
  const wrong = !ring ? 'shows no ring' : !hit ? 'is hidden while it has the focus' : null;
  return { over: false, name, wrong: wrong && `${name} ${wrong}` };
}"""
MISSED = """() => {
  const shown = (element) => element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;
  const reached = (element) => window.stops.some(stop => stop === element)
    || (element.type === 'radio' && window.stops.some(stop => stop.name === element.name));
  const pressable = 'a[href], button, summary, select, textarea, input:not([type=hidden]), [role=button], [role=link], [role=tab], [contenteditable=true], [tabindex="0"]';
  // Inside a grid the arrow keys lead on; Tab goes in and out of it.
  const inGrid = (element) => element.closest('.ag-root-wrapper') !== null;
  const missed = [...document.querySelectorAll(pressable)].filter(element => shown(element) && !element.disabled && !inGrid(element) && !reached(element));
  const pointed = [...document.querySelectorAll('body *')].filter(element => getComputedStyle(element).cursor === 'pointer' && shown(element)
    && getComputedStyle(element.parentElement).cursor !== 'pointer'
    && !reached(element) && !(element.control && reached(element.control))
    && !window.stops.some(stop => stop.contains(element) || element.contains(stop)));
  return [...new Set([...missed, ...pointed.filter(element => !inGrid(element))])].map(element => element.outerHTML.slice(0, 120));
}"""


def tab_round(window):
    """Press Tab until the round is over; returns the faults and the names of the stops in order."""
    names, faults = [], []
    for _ in range(MOST_STOPS):
        window.page.keyboard.press("Tab")
        stop = window.page.evaluate(STEP)
        if stop["over"]:
            return faults, names
        names.append(stop["name"])
        faults += [stop["wrong"]] if stop["wrong"] else []
    return [f"no end after {MOST_STOPS} stops"], names


@pytest.mark.parametrize("place", open_to("coordinator"))
def test_the_keyboard_reaches_what_the_mouse_can_press(place, visit):
    window = visit("coordinator")
    type_address(window, place)
    if about_one_row(place):  # a click has put the focus where it was
        window.open(urlsplit(window.page.url).path)
    window.open_details()
    faults, names = tab_round(window)
    faults += [f"not reached: {element}" for element in window.page.evaluate(MISSED)]
    assert names[0] == "a “Skip to the content”"
    none(faults)


def test_the_skip_link_leads_past_the_masthead(visit):
    window = visit("coordinator")
    window.open("/help")
    window.page.keyboard.press("Tab")
    assert window.page.locator(".skip").bounding_box()["y"] >= 0
    window.page.keyboard.press("Enter")
    assert window.page.evaluate("() => document.activeElement.id") == "main"
    assert urlsplit(window.page.url).path == "/help"


def test_a_new_page_is_read_from_its_beginning(visit):
    window = visit("coordinator")
    window.open("/help")
    window.page.locator("header a[href='/account']:visible").focus()
    window.page.keyboard.press("Enter")
    window.page.wait_for_url("**/account")
    window.settle()
    assert window.page.evaluate("() => document.activeElement.id") == "main"


def test_a_table_unfolds_and_folds_with_enter(visit):
    window = visit("coordinator")
    window.open("/participation")
    fold = window.page.locator("main details.as-table").first
    fold.locator("summary").focus()
    window.page.keyboard.press("Enter")
    assert fold.get_attribute("open") is not None
    fold.locator("table").first.wait_for(state="visible")
    window.page.keyboard.press("Enter")
    assert fold.get_attribute("open") is None


def test_the_phone_menu_opens_leads_on_and_closes(visit):
    window = visit("coordinator", width=390)
    window.open("/help")
    menu, page = window.page.locator(".menu"), window.page
    menu.locator("summary").focus()
    page.keyboard.press("Enter")
    assert menu.get_attribute("open") is not None
    page.keyboard.press("Escape")
    assert menu.get_attribute("open") is None
    assert page.evaluate("() => document.activeElement.tagName") == "SUMMARY"
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.getAttribute('href')") == "/"
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.body?.dataset.place === '/'")
    window.settle()
    assert menu.get_attribute("open") is None


def test_a_filter_is_chosen_with_the_arrow_keys(visit):
    window = visit("coordinator")
    window.open("/participation")
    network = window.page.get_by_label("Network", exact=True)
    network.focus()
    window.page.keyboard.press("ArrowDown")
    window.page.wait_for_url("**/participation?network=*")
    window.settle()
    first = network.input_value()
    window.page.keyboard.press("ArrowDown")
    window.page.wait_for_function("first => window.location.search !== `?network=${first}`", arg=first)
    window.settle()
    assert network.input_value() not in ("", first)
    assert network.evaluate("select => document.activeElement === select")


def test_logging_in_needs_no_mouse(new_window):
    window = new_window()
    page = window.page
    page.goto(f"{window.address}/login")
    for _ in range(10):
        page.keyboard.press("Tab")
        if page.evaluate("() => document.activeElement.id") == "email":
            break
    page.keyboard.type(email_of("coordinator"))
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    window.settle()
    assert urlsplit(page.url).path == "/"
    none(window.take_faults())
    page.context.close()


def test_every_stop_of_the_log_in_page_shows_where_one_is(new_window):
    window = new_window()
    window.page.goto(f"{window.address}/login")
    faults, _names = tab_round(window)
    faults += [f"not reached: {element}" for element in window.page.evaluate(MISSED)]
    window.page.context.close()
    none(faults)
