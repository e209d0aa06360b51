"""Whole rows of a table to edit: added, thrown away and brought back by keyboard, and codes of many changed at once."""

import pytest
import sqlalchemy as sa
from playwright.sync_api import expect

from data_layer.models import Need, Network
from tests.browser.grid.table import ASK, NAMES, TABLE, cell, choose_row, places, soon
from tests.browser.inspection import layout_faults, none
from tests.factories import make_need, make_stakeholder, make_tie

FORM = "dialog.form-dialog.form-row[open]"
GROUPS = {"Sewing": ("migrants",), "Music": (), "Meals": ("families", "older")}


def count(workshop, people):
    return len(places(workshop, people))


def test_a_row_is_added_with_a_key(grid, ids):
    cell(grid, ids["Bakery"], "name").click()
    grid.page.keyboard.press("Control+Enter")
    grid.page.locator(FORM).locator("#form-name").fill("Garden group")
    grid.page.keyboard.press("Enter")
    expect(grid.page.locator(".ag-row", has_text="Garden group")).to_have_count(1)


def test_a_row_goes_into_the_trash_with_a_key_and_who_was_in_the_table_stays_in_it(workshop, grid, ids, people):
    cell(grid, ids["Bakery"], "name").click()
    grid.page.keyboard.press("Control+Delete")
    expect(grid.page.locator(ASK)).to_contain_text("Move this row to the trash")
    grid.page.locator(ASK).get_by_role("button", name="Move to the trash").press("Enter")
    expect(cell(grid, ids["Bakery"], "name")).to_have_count(0)
    expect(cell(grid, ids["Choir"], "name")).to_be_focused()
    assert count(workshop, people) == len(NAMES) - 1


def test_marked_rows_go_into_the_trash_and_come_back_with_one_step(workshop, grid, ids, people):
    cell(grid, ids["Bakery"], "name").click()
    grid.page.keyboard.press("Shift+ArrowDown")
    grid.page.keyboard.press("Shift+ArrowDown")
    grid.page.keyboard.press("Control+Delete")
    expect(grid.page.locator(ASK)).to_contain_text("Move 3 rows to the trash")
    grid.page.locator(ASK).get_by_role("button", name="Move to the trash").press("Enter")
    soon(grid, lambda: count(workshop, people) == len(NAMES) - 3)
    cell(grid, ids["Ferry"], "name").click()
    grid.page.keyboard.press("Control+z")
    soon(grid, lambda: count(workshop, people) == len(NAMES))


def test_chosen_rows_go_before_the_cell_where_one_is_and_a_no_keeps_them(workshop, grid, ids, people):
    choose_row(grid, ids["Bakery"])
    choose_row(grid, ids["Ferry"])
    grid.page.keyboard.press("Control+Delete")
    expect(grid.page.locator(ASK)).to_contain_text("Move 2 rows to the trash")
    grid.page.keyboard.press("Escape")
    expect(grid.page.locator(ASK)).to_have_count(0)
    assert count(workshop, people) == len(NAMES)


def test_the_keys_are_told_where_the_others_are(grid, ids):
    hint = grid.page.get_by_text("How do I use it with the keyboard?")
    hint.press("Enter")
    for key in ("Ctrl and Enter", "Ctrl and Delete"):
        expect(grid.page.get_by_text(key, exact=True)).to_be_visible()
    expect(grid.page.get_by_role("button", name="Add a row")).to_have_attribute("aria-keyshortcuts", "Control+Enter")


@pytest.mark.parametrize("width", [1440, 390])
def test_the_trash_says_who_when_and_what_comes_back(workshop, grid, ids, people, width):
    with workshop.server.rows() as session:
        network = session.get(Network, people)
        one, two = (make_stakeholder(session, network, name) for name in (f"Kiosk {width}", f"Library {width}"))
        make_tie(session, one, two)
        gone = one.id
    grid.open(TABLE)
    choose_row(grid, gone)
    grid.page.keyboard.press("Control+Delete")
    expect(grid.page.locator(ASK)).to_contain_text("1 tie")
    grid.page.locator(ASK).get_by_role("button", name="Move to the trash").press("Enter")
    expect(cell(grid, gone, "name")).to_have_count(0)
    grid.saved()
    grid.resize(width)
    grid.open(f"{TABLE}?trash=1")
    grid.page.wait_for_selector(f'.ag-row[row-id="{gone}"]')
    if width == 1440:
        expect(cell(grid, gone, "trashed_who")).to_have_text("You")
        expect(cell(grid, gone, "trashed_at")).to_contain_text("20")
        expect(cell(grid, gone, "comes_back")).to_have_text("1 tie")
    none(layout_faults(grid))
    choose_row(grid, gone)
    expect(grid.page.locator("#grid-said")).to_have_text("Comes back with it: 1 tie.")
    grid.page.get_by_role("button", name="Bring back").press("Enter")
    expect(cell(grid, gone, "name")).to_have_count(0)
    grid.saved()


@pytest.fixture
def needs(workshop, people):
    """Three needs, each for other groups; returns the ids by what is needed."""
    with workshop.server.rows() as session:
        session.execute(sa.delete(Need).where(Need.network_id == people))
    with workshop.server.rows() as session:
        network = session.get(Network, people)
        return {what: make_need(session, network, what, target_groups=groups).id for what, groups in GROUPS.items()}


@pytest.mark.parametrize(
    ("how", "codes", "then"),
    [
        ("Add to what is there", ["disadvantaged young people"], [("migrants", "youth"), ("youth",), ("families", "older", "youth")]),
        ("Take away from what is there", ["migrants and refugees", "older adults"], [(), (), ("families",)]),
        ("Put in the place of what is there", ["disadvantaged young people"], [("youth",)] * 3),
    ],
)
def test_codes_of_chosen_rows_are_added_taken_away_or_replaced_in_one_step(workshop, grid, people, needs, how, codes, then):
    def groups():
        with workshop.server.rows() as session:
            return list(session.scalars(sa.select(Need.target_groups).where(Need.network_id == people).order_by(Need.id)))

    grid.open("/data/need")
    grid.page.wait_for_selector(f'.ag-row[row-id="{needs["Meals"]}"]')
    for row_id in needs.values():
        cell(grid, row_id, "what").click()
        grid.page.keyboard.press("Space")
    grid.page.get_by_role("button", name="Change the chosen rows").press("Enter")
    grid.page.get_by_label("Field", exact=True).select_option("target_groups")
    grid.page.get_by_label("What happens to what is there").select_option(label=how)
    for code in codes:
        grid.page.locator("#grid-bulk").get_by_label(code, exact=True).press("Space")
    grid.page.get_by_role("button", name="Set", exact=True).press("Enter")
    soon(grid, lambda: groups() == then)
    cell(grid, needs["Music"], "what").click()
    grid.page.keyboard.press("Control+z")
    soon(grid, lambda: groups() == list(GROUPS.values()))
    grid.saved()
