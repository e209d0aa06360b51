"""A file is brought in: chosen, looked at, mended, brought in, taken back; also without a mouse."""

import pytest
from playwright.sync_api import expect

from data_layer.models import Stakeholder
from tests.browser.accessibility import violations
from tests.browser.inspection import layout_faults, none

PATH = "/data/import"
LIST = "Name;Ort;Land;Seit\nKitchen of all;Boden;SE;05/06/2014\nHarbour house;Piteå;Atlantis;07/08/2014\n"
MOST_TABS = 120


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "list.csv"
    path.write_bytes(LIST.encode("cp1252"))
    return path


@pytest.fixture
def window(workshop):
    opened = workshop.window()
    opened.open(PATH)
    forget = opened.page.get_by_role("button", name="Forget this file")
    if forget.count():
        forget.click()
        opened.page.get_by_role("heading", name="Which file?").wait_for()
        opened.settle()
    yield opened
    none(opened.take_faults())


def named(workshop, name):
    with workshop.server.rows() as session:
        return session.query(Stakeholder).filter(Stakeholder.name == name, Stakeholder.trashed_by.is_(None)).count()


def choose(window, file):
    with window.page.expect_file_chooser() as chooser:
        window.page.get_by_role("button", name="Choose a file").click()
    chooser.value.set_files(file)
    window.page.get_by_role("heading", name="What becomes of each row?").wait_for()
    window.settle()


def press(window, name):
    with window.page.expect_navigation():
        window.page.get_by_role("button", name=name).click()
    window.settle()


def counts(window):
    return window.page.locator(".import-count").all_inner_texts()


def test_a_list_is_looked_at_mended_brought_in_and_taken_back(workshop, window, file):
    choose(window, file)
    assert counts(window)[0] == "All rows: 2"
    assert window.page.get_by_role("button", name="Nothing to bring in").is_disabled()
    window.page.get_by_label("Column “Seit”").select_option(label="the day first, then the month")
    press(window, "Show the preview")
    assert counts(window) == ["All rows: 2", "1 new row", "0 changed rows", "0 unchanged rows", "1 refused row"]
    window.page.get_by_label("Line 3, write instead:").fill("SE")
    press(window, "Keep the corrections and look again")
    assert counts(window)[1] == "2 new rows"
    press(window, "Bring in 2 new rows")
    expect(window.page.locator("main")).to_contain_text("Brought in: 2 stakeholders.")
    assert (named(workshop, "Kitchen of all"), named(workshop, "Harbour house")) == (1, 1)
    window.page.get_by_role("button", name="Take it back").click()
    expect(window.page.locator("#message")).to_contain_text("Taken back: 2 stakeholders")
    assert (named(workshop, "Kitchen of all"), named(workshop, "Harbour house")) == (0, 0)


def test_corrections_are_not_lost_without_a_question(workshop, window, file):
    choose(window, file)
    page, ask = window.page, window.page.locator("dialog.form-ask[open]")
    page.get_by_label("Column “Seit”").select_option(label="the day first, then the month")
    press(window, "Show the preview")
    field = page.get_by_label("Line 3, write instead:")
    field.fill("SE")
    page.get_by_role("link", name="1 new row").click()
    ask.get_by_role("button", name="Go on editing").click()
    expect(field).to_have_value("SE")
    page.get_by_role("button", name="Bring in 1 new row").click()
    ask.get_by_role("button", name="Go on editing").click()
    expect(field).to_have_value("SE")
    page.get_by_role("link", name="1 new row").click()
    ask.get_by_role("button", name="Leave it out").click()
    expect(field).to_have_count(0)
    assert named(workshop, "Kitchen of all") == 0


def test_a_second_press_while_something_is_sent_sends_nothing(window, file):
    choose(window, file)
    page, held = window.page, []

    def hold(route):
        held.append(route)

    page.route("**/data/import/columns", hold)
    button = page.get_by_role("button", name="Show the preview")
    button.click()
    expect(button).to_have_attribute("aria-disabled", "true")
    button.evaluate("button => button.click()")
    page.get_by_role("button", name="Forget this file").click()
    assert len(held) == 1
    with page.expect_navigation():
        held[0].continue_()
    page.unroute("**/data/import/columns")
    window.settle()
    expect(page.get_by_role("button", name="Forget this file")).to_be_visible()


def test_the_same_without_a_mouse(workshop, window, tmp_path):
    path = tmp_path / "list.csv"
    path.write_text("Name;Ort\nKeyboard club;Boden\n", encoding="utf-8")
    with window.page.expect_file_chooser() as chooser:
        reach(window, "Choose a file …")
        window.page.keyboard.press("Enter")
    chooser.value.set_files(path)
    window.page.get_by_role("heading", name="What becomes of each row?").wait_for()
    window.settle()
    reach(window, "Bring in 1 new row")
    with window.page.expect_navigation():
        window.page.keyboard.press("Enter")
    window.settle()
    assert named(workshop, "Keyboard club") == 1
    reach(window, "Take it back")
    window.page.keyboard.press("Enter")
    expect(window.page.locator("#message")).to_contain_text("Taken back")
    assert named(workshop, "Keyboard club") == 0


def reach(window, text):
    """Press Tab until the button with this text has the focus."""
    for _ in range(MOST_TABS):
        window.page.keyboard.press("Tab")
        if window.page.evaluate("() => document.activeElement.textContent") == text:
            return
    pytest.fail(f"no way by keyboard to {text}")


def test_a_refusal_is_told_beside_the_button_and_nothing_is_lost(window, tmp_path):
    path = tmp_path / "broken.xlsx"
    path.write_bytes(b"PK\x03\x04 and no more")
    with window.page.expect_file_chooser() as chooser:
        window.page.get_by_role("button", name="Choose a file").click()
    chooser.value.set_files(path)
    expect(window.page.get_by_role("alert").filter(has_text="not a readable XLSX file")).to_be_visible()
    assert window.page.get_by_role("button", name="Choose a file").is_enabled()


@pytest.mark.parametrize("width", [1440, 390])
def test_the_preview_fits_and_has_no_fault_of_accessibility(window, file, width):
    choose(window, file)
    window.resize(width)
    window.open_details()
    none(layout_faults(window))
    none(violations(window.page))
