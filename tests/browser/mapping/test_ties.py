"""Ties are drawn, ended and thrown away in the picture, by mouse and by keyboard."""

from datetime import date

from data_layer.models import Tie
from tests.browser.mapping.picture import AT, MIDDLE_OF_LAST_TIE, drag, rows, save_form, start_mapping, ties_drawn


def test_a_leader_gets_none_of_it(open_network):
    window = open_network("onlooker")
    assert window.page.locator("#network-map, [data-form], [data-net-map]").count() == 0
    assert not [address for address in window.take_requests() if "/network-edit/" in address]


def test_a_tie_is_drawn_from_one_to_the_other_with_the_mouse(open_network, workshop, valley):
    window = open_network("mapper")
    start_mapping(window)
    window.page.locator("#network-draw").click()
    window.drawn()
    drag(window.page, window.page.evaluate(AT, "Allotments"), window.page.evaluate(AT, "Day centre"))
    window.page.wait_for_selector("dialog[open] #form-from")
    assert [window.page.input_value(f"#form-{end}") for end in ("from", "to")] == ["Allotments", "Day centre"]
    save_form(window)
    ties_drawn(window.page, 7)
    assert len(rows(workshop, Tie, valley)) == 7


def test_a_tie_is_drawn_with_the_keyboard_alone(open_network):
    window = open_network("mapper")
    page = window.page
    page.focus("#network-map")
    page.keyboard.press("Enter")
    page.focus("#network-draw")
    page.keyboard.press("Enter")
    for name in ("Bakery", "Evening school"):
        page.focus("#network-find")
        page.keyboard.type(name)
        page.wait_for_selector("#network-found [data-id]")
        page.keyboard.press("Enter")
    page.wait_for_selector("dialog[open] #form-from")
    assert [page.input_value(f"#form-{end}") for end in ("from", "to")] == ["Bakery", "Evening school"]
    page.focus("dialog[open] [type=submit]")
    page.keyboard.press("Enter")
    ties_drawn(page, 7)


def test_a_tie_is_ended_and_thrown_away_from_the_panel(open_network, workshop, valley):
    window = open_network("mapper")
    page = window.page
    start_mapping(window)
    page.mouse.click(*page.evaluate(MIDDLE_OF_LAST_TIE))
    page.wait_for_selector("#network-panel [data-end]")
    assert "Ferry – Allotments" in page.inner_text("#network-panel h3")
    page.click("#network-panel [data-end]")
    page.wait_for_selector("dialog[open] #form-end")
    page.fill("#form-end", "2025-03")
    save_form(window)
    page.wait_for_function("() => document.getElementById('network-panel')?.innerText.includes('until March 2025')")
    assert [tie.end_last for tie in rows(workshop, Tie, valley)].count(date(2025, 3, 31)) == 1
    page.click("#network-panel [data-trash]")
    ties_drawn(page, 5)
    page.keyboard.press("Control+z")
    ties_drawn(page, 6)
