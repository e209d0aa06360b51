"""Where stakeholders stand: dragged, moved by arrow keys, arranged anew, and new ones."""

from itertools import combinations
from math import dist

import pytest
import sqlalchemy as sa

from data_layer.editing.place import place_stakeholders
from data_layer.models import Stakeholder
from tests.browser.mapping.conftest import NAMES
from tests.browser.mapping.picture import AT, PLACES, drag, rows, save_form, shares, start_mapping

# No mark, and no name below one, touches another at this distance.
ROOM = 45


def test_nobody_drags_by_accident(open_network):
    window = open_network("mapper")
    page, before = window.page, window.page.evaluate(PLACES)
    page.locator("#network-canvas").scroll_into_view_if_needed()
    window.drawn()
    x, y = page.evaluate(AT, "Choir")
    drag(page, (x, y), (x + 60, y + 60))
    assert page.evaluate(PLACES) == before


def test_a_stakeholder_that_was_dragged_stands_there_after_a_reload_and_goes_back_when_it_is_taken_back(open_network, workshop, valley):
    window = open_network("mapper")
    page = window.page
    start_mapping(window)
    before = page.evaluate(PLACES)
    x, y = page.evaluate(AT, "Choir")
    middle = page.locator("#network-canvas").bounding_box()
    target = (middle["x"] + middle["width"] / 2, middle["y"] + middle["height"] / 2)
    with page.expect_response("**/edit"):
        drag(page, (x, y), target)
    dropped = page.evaluate(PLACES)
    assert dropped["Choir"] != before["Choir"]
    assert {name: at for name, at in dropped.items() if name != "Choir"} == {name: at for name, at in before.items() if name != "Choir"}
    window.open(f"/network?network={valley}")
    window.page.wait_for_selector("#network-canvas[data-drawn]")
    assert shares(page.evaluate(PLACES)) == pytest.approx(shares(dropped), abs=0.12)
    page.keyboard.press("Control+z")
    page.locator("#message", has_text="Taken back").wait_for()
    window.settle()
    assert shares(page.evaluate(PLACES)) == pytest.approx(shares(before), abs=0.01)
    assert [row.x for row in rows(workshop, Stakeholder, valley)] == [None] * 6


def test_two_are_dragged_as_one_action_and_the_ties_can_arrange_everybody_anew(open_network, workshop, valley):
    window = open_network("mapper")
    page = window.page
    start_mapping(window)
    before = page.evaluate(PLACES)
    page.mouse.click(*page.evaluate(AT, "Choir"))
    page.keyboard.down("Shift")
    page.mouse.click(*page.evaluate(AT, "Bakery"))
    page.keyboard.up("Shift")
    x, y = page.evaluate(AT, "Bakery")
    with page.expect_response("**/edit"):
        drag(page, (x, y), (x + 24, y + 16))
    after = page.evaluate(PLACES)
    moved = {name for name in NAMES if after[name] != before[name]}
    assert moved == {"Bakery", "Choir"}
    window.settle()
    page.get_by_role("button", name="Arrange anew").click()
    page.wait_for_function("([name, x]) => (" + PLACES + ")()[name][0] === x", arg=["Choir", before["Choir"][0]])
    assert [row.x for row in rows(workshop, Stakeholder, valley)] == [None] * 6
    page.keyboard.press("Control+z")
    page.wait_for_function("([name, x]) => (" + PLACES + ")()[name][0] !== x", arg=["Choir", before["Choir"][0]])
    assert None not in [row.x for row in rows(workshop, Stakeholder, valley)]


def test_arrow_keys_move_the_chosen_stakeholder_and_are_one_action(open_network, workshop, valley):
    window = open_network("mapper")
    page = window.page
    page.locator(".as-table summary").first.focus()
    page.keyboard.press("Enter")
    page.locator("#network-people button", has_text="Place it: Choir").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("() => document.activeElement.className") == "net-keys"
    before = page.evaluate(PLACES)["Choir"]
    with page.expect_response("**/edit"):
        page.keyboard.press("ArrowRight")
        page.keyboard.press("ArrowRight")
        page.keyboard.press("Shift+ArrowDown")
    x, y = page.evaluate(PLACES)["Choir"]
    assert (x - before[0], y - before[1]) == (16, 40)
    window.settle()
    page.keyboard.press("Control+z")
    page.wait_for_function("([name, x]) => (" + PLACES + ")()[name][0] === x", arg=["Choir", before[0]])
    assert [row.x for row in rows(workshop, Stakeholder, valley)] == [None] * 6


def test_a_new_stakeholder_appears_without_a_reload(open_network):
    window = open_network("mapper")
    page = window.page
    start_mapping(window)
    before = page.evaluate(PLACES)
    page.get_by_role("button", name="Add a stakeholder").click()
    page.fill("dialog[open] #form-name", "Garden club")
    save_form(window)
    page.wait_for_function(
        "() => document.getElementById('network-graph')?._cyreg?.cy.nodes().some(node => node.data('l') === 'Garden club')"
    )
    after = page.evaluate(PLACES)
    assert {name: at for name, at in after.items() if name in before} == before
    assert page.inner_text("#network-status").startswith("7 stakeholders")
    page.get_by_label("Sector", exact=True).select_option("unknown")
    page.wait_for_function("() => document.getElementById('network-status')?.innerText.startsWith('1 of 7')")


def add_by_keyboard(window, name):
    page = window.page
    page.get_by_role("button", name="Add a stakeholder").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("dialog[open] #form-name")
    page.keyboard.type(name)
    page.keyboard.press("Enter")
    page.wait_for_selector("dialog", state="detached")
    page.wait_for_function(f"name => name in ({PLACES})()", arg=name)


def test_who_comes_without_a_tie_stands_where_there_is_room_and_there_again_after_a_reload(open_network, valley):
    window = open_network("mapper")
    page = window.page
    start_mapping(window)
    before = page.evaluate(PLACES)
    for name in ("Garden club", "Harbour"):
        add_by_keyboard(window, name)
    after = page.evaluate(PLACES)
    assert {name: after[name] for name in NAMES} == before
    assert min(dist(one, other) for one, other in combinations(after.values(), 2)) > ROOM
    window.saved()
    window.open(f"/network?network={valley}")
    page.wait_for_selector("#network-canvas[data-drawn]")
    assert page.evaluate(PLACES) == after


def test_the_same_where_people_have_placed_the_others(open_network, workshop, valley):
    with workshop.server.rows() as session:
        ids = session.scalars(sa.select(Stakeholder.id).where(Stakeholder.network_id == valley)).all()
        place_stakeholders(session, [(row_id, 100.0 * n, 300.0 * (n % 2)) for n, row_id in enumerate(ids)])
    window = open_network("mapper")
    page = window.page
    start_mapping(window)
    before = page.evaluate(PLACES)
    add_by_keyboard(window, "Garden club")
    after = page.evaluate(PLACES)
    assert {name: after[name] for name in NAMES} == before
    assert min(dist(one, other) for one, other in combinations(after.values(), 2)) > ROOM
    window.saved()
    window.open(f"/network?network={valley}")
    page.wait_for_selector("#network-canvas[data-drawn]")
    assert page.evaluate(PLACES) == after


def test_a_newcomer_goes_when_it_is_taken_back_and_comes_to_the_same_place_again(open_network):
    window = open_network("mapper")
    page = window.page
    start_mapping(window)
    before = page.evaluate(PLACES)
    add_by_keyboard(window, "Garden club")
    after = page.evaluate(PLACES)
    page.keyboard.press("Control+z")
    page.wait_for_function(f"() => !('Garden club' in ({PLACES})())")
    assert page.evaluate(PLACES) == before
    page.keyboard.press("Control+y")
    page.wait_for_function(f"() => 'Garden club' in ({PLACES})()")
    assert page.evaluate(PLACES) == after


def test_who_was_thrown_away_stands_at_its_former_place_again(open_network):
    window = open_network("mapper")
    page = window.page
    start_mapping(window)
    before = page.evaluate(PLACES)
    page.locator(".as-table summary").first.click()
    page.locator("#network-people [data-form^='stakeholder/']", has_text="Choir").click()
    page.locator("dialog[open] [data-form-trash]").click()
    page.locator("dialog.form-ask").get_by_role("button", name="Move to the trash").click()
    page.wait_for_function(f"() => !('Choir' in ({PLACES})())")
    window.saved()
    page.keyboard.press("Control+z")
    page.wait_for_function(f"() => 'Choir' in ({PLACES})()")
    assert page.evaluate(PLACES) == before
