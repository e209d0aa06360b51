"""Taking back and doing again while mapping, with the keyboard: what the picture shows follows each time."""

import sqlalchemy as sa

from data_layer.models import Note, Stakeholder, Tie
from tests.browser.mapping.picture import AT, PLACES, drag, rows, save_form, start_mapping, ties_drawn


def step(window, keys):
    """Take back or do again, and wait until all is kept and drawn."""
    window.page.locator(".net-keys").focus()
    with window.page.expect_response("**/edit"):
        window.page.keyboard.press(keys)
    window.saved()
    window.settle()


def test_a_tie_that_was_drawn_goes_and_comes_again(open_network, workshop, valley):
    window = open_network("mapper")
    page = window.page
    start_mapping(window)
    page.locator("#network-draw").click()
    window.drawn()
    drag(page, page.evaluate(AT, "Allotments"), page.evaluate(AT, "Day centre"))
    page.wait_for_selector("dialog[open] #form-from")
    save_form(window)
    ties_drawn(page, 7)
    page.keyboard.press("Escape")
    before = page.evaluate(PLACES)
    for keys, count in (("Control+z", 6), ("Control+y", 7), ("Control+z", 6), ("Control+Shift+z", 7)):
        step(window, keys)
        ties_drawn(page, count)
        assert len(rows(workshop, Tie, valley)) == count
    assert page.evaluate(PLACES) == before


def test_who_was_dragged_goes_back_and_comes_again(open_network, workshop, valley):
    window = open_network("mapper")
    page = window.page
    start_mapping(window)
    before = page.evaluate(PLACES)
    (x, y) = page.evaluate(AT, "Choir")
    with page.expect_response("**/edit"):
        drag(page, (x, y), (x + 30, y + 20))
    window.saved()
    after = page.evaluate(PLACES)
    for keys, there in (("Control+z", before), ("Control+y", after)):
        step(window, keys)
        at = ["Choir", *there["Choir"]]
        page.wait_for_function(f"([name, x, y]) => Math.hypot(({PLACES})()[name][0] - x, ({PLACES})()[name][1] - y) <= 2", arg=at)
    assert None not in [row.x for row in rows(workshop, Stakeholder, valley)]


def test_who_was_dragged_out_of_the_frame_goes_back_into_it(open_network, workshop, valley):
    window = open_network("mapper")
    page = window.page
    start_mapping(window)
    for name in ("Garden club", "Harbour"):
        page.get_by_role("button", name="Add a stakeholder").click()
        page.fill("dialog[open] #form-name", name)
        save_form(window)
        page.wait_for_function(f"name => name in ({PLACES})()", arg=name)
    (x, y), (right, below) = page.evaluate(AT, "Choir"), page.evaluate(AT, "Bakery")
    with page.expect_response("**/edit"):
        drag(page, (x, y), ((x + right) / 2, (y + below) / 2))
    window.saved()
    before = page.evaluate(PLACES)
    with page.expect_response("**/edit"):
        drag(page, page.evaluate(AT, "Garden club"), (x, y))
    window.saved()
    window.settle()
    step(window, "Control+z")
    page.wait_for_function(f"at => JSON.stringify(({PLACES})()['Garden club']) === JSON.stringify(at)", arg=before["Garden club"])
    assert page.evaluate(PLACES) == before


def test_where_a_value_comes_from_is_taken_back_and_said_again(open_network, workshop, valley):
    window = open_network("mapper")
    page = window.page
    start_mapping(window)
    page.mouse.click(*page.evaluate(AT, "Choir"))
    page.wait_for_selector("#network-panel h3:text-is('Choir')")
    page.locator("#network-panel [data-form^='stakeholder/']").click()
    field = page.locator("dialog[open] [data-field=role]")
    field.locator("summary").click()
    field.locator("[data-of=kind]").select_option(label="our reading")
    save_form(window)
    window.saved()
    window.settle()

    def said():
        with workshop.server.rows() as session:
            return session.scalars(sa.select(Note.kind).where(Note.network_id == valley, Note.trashed_by.is_(None))).all()

    assert said() == ["reading"]
    step(window, "Control+z")
    assert said() == []
    step(window, "Control+y")
    assert said() == ["reading"]
