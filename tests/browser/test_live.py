"""Saving, taking back, and what others do meanwhile, as people see it."""

import re
from http import HTTPStatus

import pytest
from playwright.sync_api import expect

# By itself the page would try for the fifth time after 18 seconds.
SOONER_MS = 10_000
# What others change is to be seen within five seconds; half a second is for the way.
LATEST_LOOK_MS = 4_500
PAUSES_BETWEEN_LOOKS = """() => {
  const looks = performance.getEntriesByType('resource').filter(entry => entry.name.endsWith('/changes')).map(entry => entry.startTime);
  return looks.length > 2 && looks.slice(1).map((at, place) => at - looks[place]);
}"""
SAVE = """([id, old, value]) => window.len.edit({do: 'save', edits: [{table: 'stakeholder', id, field: 'place', old, new: value}]})"""


def save(window, row, old, new):
    return window.page.evaluate(SAVE, [row.id, old, new])


@pytest.fixture
def row(workshop):
    """A stakeholder whose place is what the test before left."""
    return workshop.kept(workshop.member())


def page_of(row):
    return f"/stakeholders/{row.id}"


def test_what_somebody_else_changes_appears_by_itself_and_leaves_the_reader_where_they_are(workshop, row):
    reader, writer = workshop.window("bela"), workshop.window("anna")
    reader.open(page_of(row))
    writer.open("/help")
    reader.page.locator("#_pages_content summary").first.click()
    reader.page.locator("#_pages_content a.btn").first.focus()
    where = reader.page.evaluate("() => window.scrollY")
    save(writer, row, row.place, "Seen by itself")
    expect(reader.page.locator("main")).to_contain_text("Seen by itself")
    expect(reader.page.locator("#_pages_content a.btn").first).to_be_focused()
    assert reader.page.evaluate("() => window.scrollY") == where
    assert reader.page.locator("#_pages_content details[open]").count() == 1
    assert reader.take_faults() == []


def test_it_looks_for_what_others_changed_often_enough_to_show_it_within_five_seconds(workshop, row):
    window = workshop.window()
    window.open(page_of(row))
    # A busy machine may make one pause longer, and the next one shorter by as much.
    assert min(window.page.wait_for_function(PAUSES_BETWEEN_LOOKS).json_value()) < LATEST_LOOK_MS


def test_it_waits_while_something_is_being_typed(workshop, row):
    reader, writer = workshop.window("bela"), workshop.window("anna")
    reader.open(page_of(row))
    writer.open("/help")
    reader.page.fill("#search", "sewing")
    with reader.page.expect_response(lambda response: response.url.endswith("/changes") and response.status == HTTPStatus.NO_CONTENT):
        save(writer, row, row.place, "Waits for the reader")
    reader.settle()
    assert "Waits for the reader" not in reader.page.inner_text("main")
    assert reader.page.evaluate("() => [document.activeElement.id, document.activeElement.value]") == ["search", "sewing"]
    reader.page.fill("#search", "")
    reader.page.locator("h1").click()
    expect(reader.page.locator("main")).to_contain_text("Waits for the reader")


def test_the_sign_says_when_it_is_saved(workshop, row):
    window = workshop.window()
    window.open(page_of(row))
    save(window, row, row.place, "Said to be saved")
    expect(window.page.locator("#saving")).to_have_text(re.compile(r"Saved \d"))


def test_control_z_takes_back_and_control_y_does_again_by_keyboard_alone(workshop, row):
    window = workshop.window()
    window.open(page_of(row))
    save(window, row, row.place, "Taken back by keyboard")
    expect(window.page.locator("main")).to_contain_text("Taken back by keyboard")
    window.page.keyboard.press("Control+z")
    expect(window.page.locator("#message")).to_contain_text("Taken back: 1 stakeholder.")
    assert workshop.kept(row).place == row.place
    window.page.keyboard.press("Control+y")
    expect(window.page.locator("#message")).to_contain_text("Done again: 1 stakeholder.")
    assert workshop.kept(row).place == "Taken back by keyboard"


def test_it_is_taken_back_after_a_restart_of_the_server_and_a_reload(workshop, row):
    window = workshop.window()
    window.open(page_of(row))
    save(window, row, row.place, "Before the restart")
    workshop.restart()
    window = workshop.window()
    window.open(page_of(row))
    window.page.locator("[data-step=undo]").click()
    expect(window.page.locator("#message")).to_contain_text("Taken back")
    assert workshop.kept(row).place == row.place


def test_in_a_field_control_z_belongs_to_the_text(workshop, row):
    window = workshop.window()
    window.open(page_of(row))
    save(window, row, row.place, "Not taken back")
    window.page.fill("#search", "")
    window.page.locator("#search").press_sequentially("ab")
    window.take_requests()
    window.page.keyboard.press("Control+z")
    window.settle()
    assert [address for address in window.take_requests() if address.endswith("/edit")] == []


def test_nothing_is_lost_while_the_line_is_down(workshop, row):
    window = workshop.window()
    window.open(page_of(row))
    window.page.context.set_offline(True)
    window.page.evaluate(f"(args) => {{ window.done = ({SAVE})(args); }}", [row.id, row.place, "Typed without a line"])
    expect(window.page.locator("#saving")).to_contain_text("Not saved yet")
    window.page.context.set_offline(False)
    expect(window.page.locator("#saving")).to_have_text(re.compile(r"Saved \d"))
    assert workshop.kept(row).place == "Typed without a line"
    window.take_faults()  # The browser itself notes that the line was down.


def test_an_answer_that_is_cut_off_is_asked_for_again(workshop, row):
    window = workshop.window()
    window.open(page_of(row))
    window.page.route("**/edit", lambda route: route.fulfill(status=200, content_type="application/json", body='{"act'), times=1)
    assert save(window, row, row.place, "Answered at the second time")["rows"][0]["values"]["place"] == "Answered at the second time"
    expect(window.page.locator("#saving")).to_have_text(re.compile(r"Saved \d"))


def test_what_breaks_the_server_again_and_again_is_refused_and_lets_the_next_change_through(workshop, row):
    window = workshop.window()
    window.open(page_of(row))
    window.refusals_meant = True
    broken = {"status": 500, "content_type": "application/json", "body": '{"message": "That did not work."}'}
    window.page.route("**/edit", lambda route: route.fulfill(**broken), times=3)
    assert save(window, row, row.place, "Breaks the server")["refused"][0]["said"] == "That did not work."
    assert save(window, row, row.place, "Comes through")["refused"] == []


def test_who_does_not_want_to_wait_tries_again_at_once(workshop, row):
    window = workshop.window()
    window.open(page_of(row))
    window.refusals_meant = True
    window.page.route("**/edit", lambda route: route.fulfill(status=503, body=""), times=4)
    window.page.evaluate(f"(args) => {{ window.done = ({SAVE})(args); }}", [row.id, row.place, "Tried again"])
    again = window.page.get_by_role("button", name="Try now")
    for _ in range(4):
        again.click()
    expect(window.page.locator("#saving")).to_have_text(re.compile(r"Saved \d"), timeout=SOONER_MS)
    expect(again).to_be_hidden()
    assert workshop.kept(row).place == "Tried again"


def test_holding_control_z_takes_back_one_change(workshop, row):
    window = workshop.window()
    window.open(page_of(row))
    save(window, row, row.place, "First")
    save(window, row, "First", "Second")
    window.page.keyboard.down("Control")
    window.page.keyboard.down("z")
    window.page.keyboard.down("z")  # a key that is still down is one that repeats
    window.page.keyboard.up("z")
    window.page.keyboard.up("Control")
    window.saved()
    assert workshop.kept(row).place == "First"


def test_a_page_that_did_not_come_is_asked_for_again(workshop, row):
    reader, writer = workshop.window("bela"), workshop.window("anna")
    reader.open(page_of(row))
    writer.open("/help")
    reader.refusals_meant = True
    reader.page.route("**/_dash-update-component", lambda route: route.fulfill(status=503, body=""), times=1)
    save(writer, row, row.place, "Comes at the second time")
    expect(reader.page.locator("main")).to_contain_text("Comes at the second time")
    reader.take_faults()


def test_two_minutes_before_the_end_it_asks_whether_somebody_is_there(workshop, row):
    window = workshop.window()
    window.open(page_of(row))
    banner = window.page.locator("#session-ends")
    expect(banner).to_be_hidden()
    window.page.route("**/changes", lambda route: route.fulfill(status=304, headers={"X-Sign-In-Ends": "110"}))
    expect(banner).to_be_visible()
    window.page.unroute("**/changes")
    banner.get_by_role("button", name="Stay signed in").click()
    expect(banner).to_be_hidden()
    assert window.take_faults() == []


def test_a_record_is_found_by_its_name_with_the_keyboard(workshop, row):
    window = workshop.window()
    window.open("/")
    window.page.locator("#search").press_sequentially(row.name[:6])
    expect(window.page.locator("#search-list [role=option]").first).to_be_visible()
    window.page.keyboard.press("Enter")
    expect(window.page.locator("h1")).to_have_text(row.name)
    window.settle()
    assert window.take_faults() == []


def test_what_was_found_before_is_not_opened_any_more(workshop, row):
    window = workshop.window()
    window.open("/")
    window.page.locator("#search").press_sequentially(row.name[:6])
    expect(window.page.locator("#search-list [role=option]").first).to_be_visible()
    window.page.keyboard.press("Escape")
    window.page.keyboard.press("Enter")
    assert window.page.locator("#search-list [role=option]").count() == 0
    assert window.page.evaluate("() => document.body.dataset.place") == "/"


def test_the_history_takes_a_change_back(workshop, row):
    window = workshop.window()
    window.open("/help")
    save(window, row, row.place, "Read in the history")
    window.open("/history")
    window.page.get_by_role("button", name="Take back").nth(1).click()
    expect(window.page.locator("#message")).to_contain_text("Taken back")
    assert workshop.kept(row).place == row.place
