"""Blocks from a spreadsheet that reach further than what is on the screen: rows not fetched yet, and rows that are not there."""

import pytest
import sqlalchemy as sa
from playwright.sync_api import expect

from data_layer.models import Stakeholder
from tests.browser.grid.table import ASK, PASTE, TABLE, cell, kept, make_rows, soon
from tests.browser.inspection import layout_faults, none

MANY = [f"Number {n:03}" for n in range(450)]
LINES = "#grid-lines"


def names(workshop, network_id):
    with workshop.server.rows() as session:
        query = sa.select(Stakeholder.name).where(Stakeholder.network_id == network_id, Stakeholder.trashed_by.is_(None))
        return list(session.scalars(query.order_by(Stakeholder.id)))


def paste_at(window, row_id, field, text):
    cell(window, row_id, field).click()
    window.page.evaluate(PASTE, text)


def test_lines_below_the_last_row_become_rows_and_all_goes_back_in_one_step(workshop, grid, ids, people):
    paste_at(grid, ids["Ferry"], "name", "Ferry pier\tgroup without legal form\nGarage\toffice\n\nHarbour\toffice\n")
    dialog = grid.page.locator(ASK)
    expect(dialog).to_contain_text("2 pasted lines")
    dialog.get_by_role("button", name="Add 2 rows").press("Enter")
    expect(grid.page.locator(".ag-row", has_text="Harbour")).to_have_count(1)
    grid.saved()
    assert names(workshop, people)[-3:] == ["Ferry pier", "Garage", "Harbour"]
    expect(grid.page.locator("#grid-said")).to_contain_text("Added: 2 stakeholders.")
    cell(grid, ids["Bakery"], "name").click()
    grid.page.keyboard.press("Control+z")
    soon(grid, lambda: names(workshop, people)[-2:] == ["Evening school", "Ferry"])
    expect(grid.page.locator(".ag-row", has_text="Harbour")).to_have_count(0)


def test_lines_that_are_not_wanted_are_left_out_and_the_others_kept(workshop, grid, ids, people):
    paste_at(grid, ids["Ferry"], "name", "Ferry pier\nGarage")
    grid.page.keyboard.press("Escape")
    soon(grid, lambda: names(workshop, people)[-1] == "Ferry pier")
    expect(grid.page.locator("#grid-said")).to_contain_text("left out")
    assert len(names(workshop, people)) == len(ids)


def test_a_line_that_cannot_be_a_row_stays_with_its_reason_until_it_is_mended(workshop, grid, ids, people):
    paste_at(grid, ids["Ferry"], "name", "Ferry\tassociation\nBakery\tcooking club\nGarage")
    grid.page.locator(ASK).get_by_role("button", name="Add 2 rows").press("Enter")
    kept_lines = grid.page.locator(LINES)
    text = kept_lines.get_by_role("textbox")
    expect(text).to_have_value("Bakery\tcooking club")
    expect(kept_lines.locator("li")).to_contain_text("Kind – “cooking club” is not one of the choices")
    expect(kept_lines.locator("li")).to_contain_text("group without legal form")
    expect(text).to_be_focused()
    soon(grid, lambda: names(workshop, people)[-1] == "Garage")
    text.fill("Bakery\toffice")
    kept_lines.get_by_role("button", name="Add these rows").press("Enter")
    expect(kept_lines.locator("li")).to_contain_text("Name")
    text.fill("Bakery two\toffice")
    kept_lines.get_by_role("button", name="Add these rows").press("Enter")
    expect(kept_lines).to_be_hidden()
    soon(grid, lambda: names(workshop, people)[-1] == "Bakery two")


@pytest.mark.parametrize("width", [1440, 390])
def test_lines_that_wait_are_without_fault(workshop, grid, ids, width):
    grid.resize(width)
    paste_at(grid, ids["Ferry"], "name", "Ferry\n" + "\n".join(["Bakery\tcooking club with a very long name that goes on and on"] * 12))
    grid.page.locator(ASK).get_by_role("button", name="Add 12 rows").press("Enter")
    expect(grid.page.locator(f"{LINES} textarea")).to_be_visible()
    none(layout_faults(grid))
    grid.page.locator(LINES).get_by_role("button", name="Drop these lines").press("Enter")
    expect(grid.page.locator(LINES)).to_be_hidden()
    grid.saved()


def test_rows_that_nobody_has_scrolled_to_are_pasted_into(workshop, grid, people):
    many = make_rows(workshop, people, MANY)
    grid.open(TABLE)
    first = many[MANY[0]]
    grid.page.wait_for_selector(f'.ag-row[row-id="{first}"]')
    paste_at(grid, first, "place", "\n".join(f"Place {n}" for n in range(len(MANY))))
    soon(grid, lambda: kept(workshop, many[MANY[-1]]) == "Place 449")
    with workshop.server.rows() as session:
        query = sa.select(Stakeholder.place).where(Stakeholder.network_id == people).order_by(Stakeholder.id)
        assert list(session.scalars(query)) == [f"Place {n}" for n in range(len(MANY))]
    expect(grid.page.locator(ASK)).to_have_count(0)
    cell(grid, first, "name").click()
    grid.page.keyboard.press("Control+z")
    soon(grid, lambda: kept(workshop, many[MANY[-1]]) == "Old place")


def test_a_block_that_is_too_large_is_not_pasted_in_part(workshop, grid, ids):
    paste_at(grid, ids["Bakery"], "place", "x\n" * 5_001)
    expect(grid.page.locator("#grid-said")).to_contain_text("More than 5000 cells")
    assert kept(workshop, ids["Bakery"]) == "Old place"


@pytest.fixture
def bare(workshop, people):
    """The clerk's window with the table of a network in which nothing is yet, and the id of the network."""
    make_rows(workshop, people, names=())
    window = workshop.window("clerk")
    window.open(f"{TABLE}?network={people}")
    window.page.wait_for_selector(".ag-overlay-no-rows-center")
    yield window, people
    window.saved()
    none(window.take_faults())


def test_a_block_is_pasted_into_a_table_without_rows(workshop, bare):
    window, network = bare
    window.page.evaluate(PASTE, "Garage\tgroup without legal form\nHarbour\toffice")
    dialog = window.page.locator(ASK)
    expect(dialog).to_contain_text("2 pasted lines")
    dialog.get_by_role("button", name="Add 2 rows").press("Enter")
    expect(window.page.locator(".ag-row", has_text="Harbour")).to_have_count(1)
    window.saved()
    assert names(workshop, network) == ["Garage", "Harbour"]


def test_what_is_typed_into_a_field_above_an_empty_table_stays_there(workshop, bare):
    window, network = bare
    window.page.locator("#grid-search").focus()
    window.page.evaluate(PASTE, "Garage")
    expect(window.page.locator(ASK)).to_have_count(0)
    assert names(workshop, network) == []
