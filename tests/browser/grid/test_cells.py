"""Tables to edit: by mouse and by keyboard, with blocks from a spreadsheet, by two people at once, and back again."""

import re
from http import HTTPStatus

import pytest
from playwright.sync_api import expect

from data_layer.action import acting
from data_layer.models import Stakeholder
from tests.browser.grid.table import (
    ASK,
    COPIED,
    NAMES,
    PASTE,
    TABLE,
    cell,
    choose_row,
    kept,
    places,
    soon,
    write,
)
from tests.browser.inspection import layout_faults, none

# More than a table needs to show rows that it has asked for.
REDRAWN_MS = 2_000


def test_a_cell_is_changed_and_kept(workshop, grid, ids):
    write(grid, ids["Bakery"], "place", "New place")
    expect(cell(grid, ids["Bakery"], "place")).to_have_text("New place")
    expect(grid.page.locator("#saving")).to_have_attribute("data-state", "saved")
    assert kept(workshop, ids["Bakery"]) == "New place"


def test_a_letter_begins_a_change_and_escape_ends_it_without(workshop, grid, ids):
    cell(grid, ids["Bakery"], "place").click()
    grid.page.keyboard.type("Xyz")
    grid.page.keyboard.press("Escape")
    expect(cell(grid, ids["Bakery"], "place")).to_have_text("Old place")
    assert kept(workshop, ids["Bakery"]) == "Old place"


def test_a_code_is_chosen_from_its_words(workshop, grid, ids):
    cell(grid, ids["Choir"], "sector").click()
    grid.page.keyboard.press("Enter")
    grid.page.locator(".ag-cell select, .ag-popup select").select_option(label="media")
    grid.page.keyboard.press("Enter")
    expect(cell(grid, ids["Choir"], "sector")).to_have_text("media")
    soon(grid, lambda: kept(workshop, ids["Choir"], "sector") == "media")


def test_a_date_may_be_vague(workshop, grid, ids):
    write(grid, ids["Choir"], "start", "2016-08")
    soon(grid, lambda: str(kept(workshop, ids["Choir"], "start_last")) == "2016-08-31")


def test_the_same_cell_changed_twice_in_a_row_keeps_the_second(workshop, grid, ids):
    write(grid, ids["Bakery"], "place", "First")
    write(grid, ids["Bakery"], "place", "Second")
    soon(grid, lambda: kept(workshop, ids["Bakery"]) == "Second")
    expect(grid.page.locator(".cell-refused")).to_have_count(0)


def test_a_refused_value_stays_in_its_cell_with_the_reason_until_escape(workshop, grid, ids):
    write(grid, ids["Bakery"], "country", "Sw")
    refused = cell(grid, ids["Bakery"], "country")
    expect(refused).to_have_class(re.compile("cell-refused"))
    expect(refused).to_have_attribute("aria-invalid", "true")
    expect(refused).to_contain_text("Sw")
    expect(grid.page.locator("#grid-said")).to_contain_text("country code")
    assert kept(workshop, ids["Bakery"], "country") is None
    refused.click()
    grid.page.keyboard.press("Escape")
    expect(refused).not_to_have_class(re.compile("cell-refused"))
    expect(refused).not_to_contain_text("Sw")


def test_a_refused_value_is_mended(workshop, grid, ids):
    write(grid, ids["Bakery"], "country", "Sw")
    expect(cell(grid, ids["Bakery"], "country")).to_have_class(re.compile("cell-refused"))
    write(grid, ids["Bakery"], "country", "SE")
    expect(grid.page.locator(".cell-refused")).to_have_count(0)
    soon(grid, lambda: kept(workshop, ids["Bakery"], "country") == "SE")


def test_a_block_from_a_spreadsheet_is_one_step(workshop, grid, ids, people):
    cell(grid, ids["Bakery"], "name").click()
    grid.page.evaluate(PASTE, 'Bakery by the river\tgroup without legal form\n"Choir\nof the valley"\toffice\n')
    soon(grid, lambda: kept(workshop, ids["Bakery"], "name") == "Bakery by the river")
    assert kept(workshop, ids["Bakery"], "kind") == "group"
    assert kept(workshop, ids["Choir"], "kind") == "office"
    cell(grid, ids["Ferry"], "name").click()
    grid.page.keyboard.press("Control+z")
    soon(grid, lambda: kept(workshop, ids["Bakery"], "name") == "Bakery")
    assert kept(workshop, ids["Choir"], "kind") == "organisation"
    expect(cell(grid, ids["Bakery"], "name")).to_have_text("Bakery")


def test_marked_cells_are_copied(grid, ids):
    cell(grid, ids["Bakery"], "name").click()
    grid.page.keyboard.press("Shift+ArrowDown")
    assert grid.page.evaluate(COPIED) == "Bakery\nChoir"


def test_cells_are_filled_down_and_taken_back_at_once(workshop, grid, ids, people):
    cell(grid, ids["Bakery"], "place").click()
    grid.page.keyboard.type("Harbour")
    grid.page.keyboard.press("Enter")
    soon(grid, lambda: kept(workshop, ids["Bakery"]) == "Harbour")
    cell(grid, ids["Bakery"], "place").click()
    for _ in range(3):
        grid.page.keyboard.press("Shift+ArrowDown")
    grid.page.keyboard.press("Control+d")
    soon(grid, lambda: places(workshop, people) == ["Old place", *["Harbour"] * 4, "Old place"])
    grid.page.keyboard.press("Control+z")
    soon(grid, lambda: places(workshop, people) == ["Old place", "Harbour", *["Old place"] * 4])


def test_delete_empties_a_cell(workshop, grid, ids):
    cell(grid, ids["Bakery"], "place").click()
    grid.page.keyboard.press("Delete")
    soon(grid, lambda: kept(workshop, ids["Bakery"]) is None)


def test_a_change_is_taken_back_after_the_server_was_started_anew(workshop, grid, ids):
    write(grid, ids["Ferry"], "place", "Pier")
    soon(grid, lambda: kept(workshop, ids["Ferry"]) == "Pier")
    workshop.restart()
    grid.open(TABLE)
    cell(grid, ids["Ferry"], "place").click()
    grid.page.keyboard.press("Control+z")
    soon(grid, lambda: kept(workshop, ids["Ferry"]) == "Old place")


@pytest.mark.parametrize(("button", "stays"), [("Keep mine", "Mine"), ("Keep theirs", "Theirs")])
def test_two_people_on_one_cell_see_both_values_and_the_second_chooses(workshop, grid, ids, button, stays):
    cell(grid, ids["Bakery"], "place").click()
    grid.page.keyboard.press("Enter")
    with workshop.server.rows() as session, acting(session, "test") as action:
        action.update(session.get(Stakeholder, ids["Bakery"]), place="Theirs")
    grid.page.keyboard.press("Control+a")
    grid.page.keyboard.type("Mine")
    grid.page.keyboard.press("Enter")
    choice = grid.page.locator("#grid-choice")
    expect(choice).to_contain_text("Theirs")
    expect(choice).to_contain_text("Mine")
    choice.get_by_role("button", name=button).press("Enter")
    soon(grid, lambda: kept(workshop, ids["Bakery"]) == stays)
    expect(cell(grid, ids["Bakery"], "place")).to_have_text(stays)
    expect(grid.page.locator(".cell-refused")).to_have_count(0)


def change_behind(workshop, row_id):
    """Somebody else works in the same table."""
    with workshop.server.rows() as session, acting(session, "test") as action:
        action.update(session.get(Stakeholder, row_id), place="From elsewhere")


def test_what_others_change_comes_by_itself_and_takes_no_open_cell_away(workshop, grid, ids):
    cell(grid, ids["Choir"], "place").click()
    grid.page.keyboard.press("Enter")
    grid.page.keyboard.type("!")
    with grid.page.expect_response(lambda response: response.url.endswith("/changes") and response.status == HTTPStatus.NO_CONTENT):
        change_behind(workshop, ids["Bakery"])
    grid.page.wait_for_timeout(REDRAWN_MS)
    expect(grid.page.locator(".ag-cell-inline-editing")).to_have_count(1)
    grid.page.keyboard.press("Enter")
    expect(cell(grid, ids["Bakery"], "place")).to_have_text("From elsewhere")
    soon(grid, lambda: kept(workshop, ids["Choir"]) == "!")


def test_what_others_change_comes_while_a_refused_value_waits(workshop, grid, ids):
    write(grid, ids["Choir"], "country", "Sw")
    expect(cell(grid, ids["Choir"], "country")).to_have_class(re.compile("cell-refused"))
    change_behind(workshop, ids["Bakery"])
    expect(cell(grid, ids["Bakery"], "place")).to_have_text("From elsewhere")
    expect(cell(grid, ids["Choir"], "country")).to_contain_text("Sw")
    expect(cell(grid, ids["Choir"], "country")).to_have_class(re.compile("cell-refused"))


def test_rows_go_into_the_trash_and_come_back(workshop, grid, ids, people):
    choose_row(grid, ids["Bakery"])
    choose_row(grid, ids["Choir"])
    grid.page.get_by_role("button", name="Move to the trash").first.press("Enter")
    grid.page.locator(ASK).get_by_role("button", name="Move to the trash").press("Enter")
    expect(cell(grid, ids["Bakery"], "name")).to_have_count(0)
    assert len(places(workshop, people)) == len(NAMES) - 2
    grid.open(f"{TABLE}?trash=1")
    choose_row(grid, ids["Bakery"])
    grid.page.get_by_role("button", name="Bring back").press("Enter")
    soon(grid, lambda: len(places(workshop, people)) == len(NAMES) - 1)


def test_one_value_goes_into_all_chosen_rows(workshop, grid, ids, people):
    for name in ("Bakery", "Ferry"):
        choose_row(grid, ids[name])
    grid.page.get_by_role("button", name="Change the chosen rows").press("Enter")
    grid.page.get_by_label("Field", exact=True).select_option("place")
    grid.page.locator("#grid-bulk").get_by_label("Place", exact=True).fill("Market square")
    grid.page.get_by_role("button", name="Set", exact=True).press("Enter")
    soon(grid, lambda: places(workshop, people) == ["Old place", "Market square", *["Old place"] * 3, "Market square"])
    cell(grid, ids["Choir"], "name").click()
    grid.page.keyboard.press("Control+z")
    soon(grid, lambda: places(workshop, people) == ["Old place"] * 6)


def test_a_row_is_added_with_the_form(workshop, grid, people):
    grid.page.get_by_role("button", name="Add a row").press("Enter")
    dialog = grid.page.locator("dialog.form-dialog[open]")
    dialog.locator("#form-name").fill("Garden group")
    dialog.get_by_role("button", name="Save", exact=True).press("Enter")
    expect(grid.page.locator(".ag-row", has_text="Garden group")).to_have_count(1)


def test_a_column_is_filtered_and_ordered(grid, ids):
    names = grid.page.locator('.ag-center-cols-container .ag-row [col-id="name"], .ag-pinned-left-cols-container .ag-row [col-id="name"]')
    grid.page.locator(".ag-floating-filter input:visible").first.fill("er")
    expect(names).to_have_text(["Bakery", "Ferry"])
    header = grid.page.locator('.ag-header-cell[col-id="name"][role="columnheader"]')
    header.click()
    header.click()
    expect(header).to_have_attribute("aria-sort", "descending")
    expect(grid.page.locator('.ag-row[row-index="0"] [col-id="name"]')).to_have_text("Ferry")
    header.click()  # the order is remembered
    grid.page.locator(".ag-floating-filter input:visible").first.fill("")


def test_tab_leads_out_of_the_grid(grid, ids):
    cell(grid, ids["Bakery"], "name").click()
    for _ in range(3):
        grid.page.keyboard.press("Tab")
    assert not grid.page.evaluate("() => Boolean(document.activeElement.closest('.ag-body'))")


@pytest.mark.parametrize("width", [1440, 390])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_table_is_without_fault(workshop, ids, width, theme):
    window = workshop.window("clerk", width=width)
    window.open(TABLE)
    window.page.wait_for_selector(f'.ag-row[row-id="{ids["Bakery"]}"]')
    write(window, ids["Bakery"], "name", "Choir")
    window.turn(theme)
    none([*layout_faults(window), *window.take_faults()])
