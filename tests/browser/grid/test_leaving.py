"""What was typed into a table reaches the server in its order, wherever the person is by then; and editors that need keys of their own."""

import pytest
import sqlalchemy as sa
from playwright.sync_api import expect

from data_layer.models import Need, Network, Stakeholder
from tests.browser.grid.table import TABLE, cell, kept, write
from tests.factories import make_need

SLOW_MS = 1500


@pytest.fixture(autouse=True)
def _slow_line(grid):
    grid.page.route("**/edit", slowly)
    yield
    grid.page.unroute("**/edit")


def slowly(route):
    route.request.frame.page.wait_for_timeout(SLOW_MS)
    route.continue_()


def go(window, place):
    """Follow a link of the menu without waiting for what is being saved."""
    window.page.locator(".places:visible").get_by_role("link", name=place, exact=True).click()
    window.page.wait_for_function("place => document.body?.dataset.place === place", arg=f"/{place.lower()}")


def test_what_was_typed_before_the_page_was_left_is_saved_and_so_is_what_comes_after(workshop, grid, ids):
    write(grid, ids["Bakery"], "place", "Left behind")
    write(grid, ids["Choir"], "place", "Left too")
    go(grid, "History")
    grid.saved()
    assert [kept(workshop, ids[name]) for name in ("Bakery", "Choir")] == ["Left behind", "Left too"]
    grid.open(TABLE)
    write(grid, ids["Ferry"], "place", "Afterwards")
    expect(cell(grid, ids["Ferry"], "place")).to_have_text("Afterwards")
    grid.page.wait_for_function("() => window.len.unsaved() > 0 || document.getElementById('saving')?.dataset.state === 'saved'")
    grid.saved()
    assert kept(workshop, ids["Ferry"]) == "Afterwards"


def test_a_refusal_is_told_where_the_person_is_by_then(workshop, grid, ids):
    write(grid, ids["Bakery"], "country", "Sw")
    go(grid, "History")
    expect(grid.page.locator("#message")).to_contain_text("two capital letters")


def test_control_z_takes_back_what_was_typed_last_though_it_is_not_saved_yet(workshop, grid, ids):
    write(grid, ids["Bakery"], "place", "First")
    write(grid, ids["Choir"], "place", "Second")
    cell(grid, ids["Ferry"], "name").click()
    grid.page.keyboard.press("Control+z")
    expect(grid.page.locator("#message")).to_contain_text("Taken back")
    grid.saved()
    assert [kept(workshop, ids[name]) for name in ("Bakery", "Choir")] == ["First", "Old place"]


def test_boxes_are_ticked_by_keyboard(workshop, grid, people):
    with workshop.server.rows() as session:
        session.execute(sa.delete(Need).where(Need.network_id == people))
    with workshop.server.rows() as session:
        need = make_need(session, session.get(Network, people), "Sewing", target_groups=()).id
    grid.open("/data/need")
    boxes = grid.page.locator(".cell-codes input")
    cell(grid, need, "target_groups").click()
    grid.page.keyboard.press("Enter")
    expect(boxes.first).to_be_focused()
    grid.page.keyboard.press("Tab")
    expect(boxes.nth(1)).to_be_focused()
    grid.page.keyboard.press("Space")
    grid.page.keyboard.press("Enter")
    expect(boxes).to_have_count(0)
    grid.page.wait_for_function("() => window.len.unsaved() > 0 || document.getElementById('saving')?.dataset.state === 'saved'")
    grid.saved()
    with workshop.server.rows() as session:
        assert len(session.get(Need, need).target_groups) == 1


def test_a_long_text_has_lines(workshop, grid, ids):
    grid.page.locator("summary", has_text="Which columns are shown?").click()
    cell(grid, ids["Bakery"], "name").click()
    grid.page.evaluate("() => window.len.grid.api().ensureColumnVisible('description')")
    cell(grid, ids["Bakery"], "description").click()
    grid.page.keyboard.press("Enter")
    grid.page.keyboard.type("One line")
    grid.page.keyboard.press("Shift+Enter")
    grid.page.keyboard.type("and another")
    grid.page.keyboard.press("Enter")
    expect(grid.page.locator("#saving")).to_have_attribute("data-state", "saved")
    with workshop.server.rows() as session:
        assert session.get(Stakeholder, ids["Bakery"]).description == "One line\nand another"
