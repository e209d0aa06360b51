"""Tables to read."""

import pytest

from components.table import Column, paged_table, pages_of, table
from tests.components.tree import attribute, classes, elements, find_all, of_type, text

COLUMNS = [Column("Network", header=True), Column("Ties", numeric=True)]


def test_an_empty_cell_says_unknown():
    assert text(of_type(table(COLUMNS, [("Luleå", None)], caption="Ties"), "Td")) == "unknown"


def test_zero_stays_zero():
    assert text(of_type(table(COLUMNS, [("Luleå", 0)], caption="Ties"), "Td")) == "0"


def test_a_header_column_names_its_rows():
    made = table(COLUMNS, [("Luleå", 3)], caption="Ties")
    assert [head.scope for head in of_type(made, "Th")] == ["col", "col", "row"]


def test_numbers_stand_to_the_right():
    made = table(COLUMNS, [("Luleå", 3)], caption="Ties")
    assert [classes(cell) for cell in of_type(made, "Td")] == [["num"]]


def test_cells_carry_their_heading_for_phones():
    made = table(COLUMNS, [("Luleå", 3)], caption="Ties")
    assert [attribute(cell, "data-label") for cell in of_type(made, "Td")] == ["Ties"]


def test_the_caption_is_there_for_screen_readers_even_when_not_drawn():
    (caption,) = of_type(table(COLUMNS, [], caption="Ties of Luleå"), "Caption")
    assert (caption.children, classes(caption)) == ("Ties of Luleå", ["sr"])


def test_a_row_of_the_wrong_length_is_refused():
    with pytest.raises(ValueError, match="zip"):
        table(COLUMNS, [("Luleå",)], caption="Ties")


def test_a_wide_table_scrolls_in_a_region_that_the_keyboard_reaches():
    made = table(COLUMNS, [], caption="Ties", stack=False)
    assert (made.role, made.tabIndex, attribute(made, "aria-label")) == ("region", 0, "Ties")


@pytest.mark.parametrize(("count", "pages"), [(0, 1), (50, 1), (51, 2), (300, 6)])
def test_a_page_holds_fifty_rows(count, pages):
    assert pages_of(count) == pages


def _paged(page, rows=300, **options):
    return paged_table(
        COLUMNS, [(f"N{n}", n) for n in range(1, rows + 1)], caption="Ties", page=page, href=lambda n: f"?page={n}", **options
    )


def test_a_page_shows_its_rows_and_says_which():
    made = _paged(2)
    assert len(of_type(made, "Tbody")[0].children) == 50
    assert "51 to 100 of 300" in text(made)


@pytest.mark.parametrize(("asked", "current"), [(0, "Page 1"), (-3, "Page 1"), (99, "Page 6")])
def test_a_page_that_is_not_there_becomes_the_nearest(asked, current):
    assert text(find_all(_paged(asked), "current")) == current


def test_the_links_lead_to_first_last_and_neighbours():
    assert [link.href for link in elements(_paged(3)) if hasattr(link, "href")] == ["?page=1", "?page=2", "?page=4", "?page=6"]


def test_a_short_table_has_no_pages():
    assert find_all(_paged(1, rows=50), "pages") == []


def test_rows_that_a_query_has_cut_are_shown_as_they_are():
    made = paged_table(COLUMNS, [("N51", 1)], caption="Ties", page=2, href=str, total=51)
    assert "51 to 51 of 51" in text(made)
