"""Mapping on wide and narrow screens, and with a finger."""

import pytest

from tests.browser.inspection import faults_of_theme, layout_faults, none
from tests.browser.mapping.picture import AT, PLACES, in_sight, save_form, start_mapping, ties_drawn


@pytest.mark.parametrize("width", [1440, 390])
def test_mapping_is_open_to_everybody_and_fits(open_network, width):
    window = open_network("mapper", width=width)
    window.turn("light")
    window.resize(width)
    window.page.locator("#network-map").click()
    window.open_details()
    none([*layout_faults(window), *faults_of_theme(window, "dark")])
    window.page.get_by_role("button", name="New Net-Map").first.click()
    window.page.wait_for_selector("dialog[open]")
    window.drawn()
    none([*layout_faults(window), *faults_of_theme(window, "light")])
    window.page.get_by_role("button", name="Cancel").click()


def touch(page, *places):
    """A finger goes down at the first place, over the others, and up."""
    fingers = page.context.new_cdp_session(page)
    for kind, at in (("touchStart", places[0]), *(("touchMove", at) for at in places[1:]), ("touchEnd", None)):
        fingers.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": at[0], "y": at[1]}] if at else []})


def test_a_finger_moves_a_stakeholder_on_a_phone(open_network):
    window = open_network("mapper", width=390, has_touch=True)
    page = window.page
    start_mapping(window)
    before = page.evaluate(PLACES)["Choir"]
    x, y = page.evaluate(AT, "Choir")
    with page.expect_response("**/edit"):
        touch(page, (x, y), (x, y + 20), (x + 10, y + 50))
    after = page.evaluate(PLACES)["Choir"]
    assert (after[0] - before[0], after[1] - before[1]) == pytest.approx((10, 50), abs=2)


def test_a_finger_draws_a_tie_on_a_phone(open_network):
    window = open_network("mapper", width=390, has_touch=True)
    page = window.page
    start_mapping(window)
    page.locator("#network-draw").click()
    in_sight(window)
    (x, y), (right, below) = page.evaluate(AT, "Allotments"), page.evaluate(AT, "Choir")
    touch(page, (x, y), ((x + right) / 2, (y + below) / 2), (right, below))
    page.wait_for_selector("dialog[open] #form-from")
    assert [page.input_value(f"#form-{end}") for end in ("from", "to")] == ["Allotments", "Choir"]
    save_form(window)
    ties_drawn(page, 7)


def test_a_finger_beside_the_stakeholders_scrolls_the_page(open_network):
    window = open_network("mapper", width=390, has_touch=True)
    page = window.page
    start_mapping(window)
    before, box = page.evaluate(PLACES), page.locator("#network-canvas").bounding_box()
    top = page.evaluate("() => window.scrollY")
    place = (box["x"] + 4, 600)
    touch(page, place, *[(place[0], place[1] - down) for down in (20, 60, 120, 180)])
    page.wait_for_function("top => window.scrollY > top", arg=top)
    assert page.evaluate(PLACES) == before
    # Cytoscape tries to stop the scrolling that the browser has begun; that it may not is what is wanted.
    none([fault for fault in window.take_faults() if "Ignored attempt to cancel a touchend" not in fault])
