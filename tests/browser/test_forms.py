"""The form where people look: editing, two people on one field, the keyboard, the board, and an ended sign-in."""

import pytest
import sqlalchemy as sa
from playwright.sync_api import expect

from data_layer.accounts.account import add_account, get_account
from data_layer.accounts.sign_in import end_other_sign_ins
from data_layer.models import MicroProject, Network, Note, PhaseChange, Tie
from tests.browser.accessibility import violations
from tests.browser.inspection import faults_of_theme
from tests.browser.workshop import HOME, PASSWORD

# Playwright has no finger that drags.
FINGER = """([name, phase]) => {
  const button = [...document.querySelectorAll('.mp')].find(card => card.textContent.includes(name)).querySelector('[data-form]');
  const middle = (element) => { const { x, y, width } = element.getBoundingClientRect(); return { clientX: x + width / 2, clientY: y + 10 }; };
  const tell = (type, place) => button.dispatchEvent(new PointerEvent(type, { bubbles: true, pointerType: 'touch', ...place }));
  const lane = middle(document.querySelector(`.lane[data-phase=${phase}]`));
  tell('pointerdown', middle(button));
  tell('pointermove', lane);
  tell('pointerup', lane);
}"""
DIALOG = "dialog.form-dialog[open]:not(.form-ask)"
ASK = "dialog.form-ask[open]"
BOARD = "/micro-projects"
WARNS = (
    "() => { const leaving = new Event('beforeunload', { cancelable: true }); dispatchEvent(leaving); return leaving.defaultPrevented; }"
)
# The next answer breaks off on its way.
BREAK_OFF = """() => {
  const send = window.fetch;
  window.fetch = async () => {
    window.fetch = send;
    return new Response(new ReadableStream({ start(body) { body.error(new TypeError('broken off')); } }));
  };
}"""


@pytest.fixture
def row(workshop):
    """A stakeholder whose place is what the test before left."""
    return workshop.kept(workshop.member())


@pytest.fixture
def project(workshop):
    """The micro project of Luleå."""
    with workshop.server.rows() as session:
        return session.scalars(sa.select(MicroProject).where(MicroProject.network_id == workshop.home(session))).first()


def page_of(row):
    return f"/stakeholders/{row.id}"


def open_form(window, row):
    """Open the form of the stakeholder whose page is open."""
    window.page.click(f'[data-form="stakeholder/{row.id}"]')
    expect(window.page.locator(DIALOG)).to_be_visible()
    return window.page.locator(DIALOG)


def save(dialog):
    dialog.get_by_role("button", name="Save", exact=True).click()


def test_a_field_is_changed_where_it_is_seen_and_the_focus_goes_back(workshop, row):
    window = workshop.window()
    window.open(page_of(row))
    dialog = open_form(window, row)
    expect(window.page.locator("#form-name")).to_be_focused()
    window.page.fill("#form-place", "Changed in the form")
    save(dialog)
    expect(window.page.locator(DIALOG)).to_have_count(0)
    expect(window.page.locator("main")).to_contain_text("Changed in the form")
    expect(window.page.locator(f'[data-form="stakeholder/{row.id}"]')).to_be_focused()
    assert workshop.kept(row).place == "Changed in the form"
    assert window.take_faults() == []


@pytest.mark.parametrize(("button", "stays"), [("Keep mine", "Of the second: Keep mine"), ("Keep theirs", "Of the first")])
def test_two_people_on_one_field_see_both_values_and_the_second_chooses(workshop, row, button, stays):
    first, second = workshop.window("anna"), workshop.window("bela")
    for window in (first, second):
        window.open(page_of(row))
    early, late = open_form(first, row), open_form(second, row)
    first.page.fill("#form-place", "Of the first")
    save(early)
    expect(first.page.locator(DIALOG)).to_have_count(0)
    second.page.fill("#form-place", f"Of the second: {button}")
    second.page.fill("#form-description", f"Another field, also with {button}")
    save(late)
    field = late.locator('[data-field="place"]')
    expect(field).to_contain_text("Now: Of the first (somebody else).")
    expect(field).to_contain_text(f"Yours: Of the second: {button}.")
    assert workshop.kept(row).description == f"Another field, also with {button}"
    field.get_by_role("button", name=button).click()
    if button == "Keep theirs":
        expect(second.page.locator("#form-place")).to_have_value("Of the first")
        save(late)
    expect(second.page.locator(DIALOG)).to_have_count(0)
    assert workshop.kept(row).place == stays
    assert first.take_faults() + second.take_faults() == []


def test_a_tie_is_added_by_keyboard_alone(workshop, row):
    window, other = workshop.window(), workshop.member(1)
    window.open(page_of(row))
    page = window.page
    page.get_by_role("button", name="Add a tie").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#form-to")).to_be_focused()
    page.keyboard.type("Nobody of this name")
    page.keyboard.press("Enter")
    expect(page.locator("#form-to-error")).to_contain_text("is not in the list")
    expect(page.locator("#form-to")).to_be_focused()
    page.keyboard.press("Control+a")
    page.keyboard.type(other.name)
    for _step in range(60):
        page.keyboard.press("Tab")
        assert page.evaluate("() => Boolean(document.activeElement.closest('dialog'))")
        if page.evaluate("() => document.activeElement.type") == "submit":
            break
    page.keyboard.press("Enter")
    expect(page.locator(DIALOG)).to_have_count(0)
    with workshop.server.rows() as session:
        assert session.scalars(sa.select(Tie).where(Tie.from_id == row.id, Tie.to_id == other.id).order_by(Tie.id.desc())).first()
    expect(page.get_by_role("button", name="Add a tie")).to_be_focused()
    assert window.take_faults() == []


def test_escape_asks_before_it_loses_what_was_typed(workshop, row):
    window = workshop.window()
    window.open(page_of(row))
    open_form(window, row)
    window.page.fill("#form-place", "Not to be lost")
    window.page.keyboard.press("Escape")
    expect(window.page.locator(ASK)).to_contain_text("Close without saving what you changed?")
    window.page.keyboard.press("Enter")
    expect(window.page.locator("#form-place")).to_have_value("Not to be lost")
    window.page.locator("#form-place").focus()
    window.page.keyboard.press("Escape")
    window.page.locator(ASK).get_by_role("button", name="Close without saving").click()
    expect(window.page.locator(DIALOG)).to_have_count(0)
    assert workshop.kept(row).place == row.place


def test_an_open_form_with_changes_is_not_left_without_a_question(workshop, row):
    window = workshop.window()
    window.open(page_of(row))
    dialog = open_form(window, row)
    assert not window.page.evaluate(WARNS)
    window.page.fill("#form-place", "Still being typed")
    assert window.page.evaluate(WARNS)
    link = dialog.get_by_role("link", name="History")
    link.click()
    window.page.locator(ASK).get_by_role("button", name="Go on editing").click()
    expect(window.page.locator("#form-place")).to_have_value("Still being typed")
    with window.page.context.expect_page() as opened:
        link.click(modifiers=["Control"])
    opened.value.close()
    expect(window.page.locator("#form-place")).to_have_value("Still being typed")
    link.click()
    window.page.locator(ASK).get_by_role("button", name="Close without saving").click()
    window.page.wait_for_url(f"**/history?table=stakeholder&row={row.id}")
    expect(window.page.locator(DIALOG)).to_have_count(0)
    assert not window.page.evaluate(WARNS)


def test_a_form_that_did_not_come_can_be_asked_for_again(workshop, row):
    window = workshop.window()
    window.open(page_of(row))
    window.page.evaluate(BREAK_OFF)
    window.page.click(f'[data-form="stakeholder/{row.id}"]')
    expect(window.page.locator("#message")).to_contain_text("cannot be reached")
    open_form(window, row)
    window.page.keyboard.press("Escape")


def test_an_answer_that_names_no_row_leaves_no_form_that_cannot_be_used(workshop, row):
    window, page = workshop.window(), workshop.window().page
    window.open(page_of(row))
    answer = {"action": 1, "rows": [], "refused": [], "told": "Saved", "revision": ""}
    page.route("**/edit", lambda route: route.fulfill(json=answer))
    page.evaluate("path => void len.openForm(path)", "stakeholder")
    page.fill("#form-name", "A group that was added before")
    save(page.locator(DIALOG))
    expect(page.locator(DIALOG)).to_have_count(0)
    page.unroute("**/edit")
    assert window.take_faults() == []


def test_what_is_wrong_with_the_whole_form_gets_the_focus(workshop, row, project):
    window = workshop.window()
    window.open(BOARD)
    window.page.locator(".mp", has_text=project.name).get_by_role("button", name="Move").click()
    save(window.page.locator(DIALOG))
    problem = window.page.locator(".form-problem")
    expect(problem).to_contain_text("Choose another phase")
    expect(problem).to_be_focused()
    window.page.keyboard.press("Escape")


def test_a_row_that_cannot_be_asked_about_stays_and_it_is_said(workshop, row):
    window = workshop.window()
    window.open(page_of(row))
    dialog = open_form(window, row)
    window.refusals_meant = True
    window.page.route("**/trash", lambda route: route.fulfill(status=503, json={"message": "Please come back."}))
    dialog.get_by_role("button", name="Move to the trash").click()
    expect(dialog.locator(".form-problem")).to_have_text("Please come back.")
    window.page.unroute("**/trash")
    window.page.keyboard.press("Escape")


def test_another_network_that_does_not_come_leaves_the_form_as_it_was(workshop):
    with workshop.server.rows() as session:
        add_account(session, email="both@workshop.example", password=PASSWORD, role="coordinator", networks=[HOME, "Plön"])
        home, other = (str(session.scalars(sa.select(Network.id).where(Network.name == name)).one()) for name in (HOME, "Plön"))
    window, held = workshop.window("both"), []
    page = window.page
    window.open("/")
    page.evaluate("path => void len.openForm(path)", f"stakeholder?network={home}")
    page.fill("#form-name", "Of one of both")
    choice, button = page.get_by_label("In which network?"), page.locator(DIALOG).get_by_role("button", name="Save", exact=True)

    def hold(route):
        held.append(route)

    page.route("**/form/stakeholder?network=*", hold)
    window.refusals_meant = True
    choice.select_option(other)
    expect(button).to_be_disabled()
    held[0].fulfill(status=503, json={"message": "Please come back."})
    expect(choice).to_have_value(home)
    expect(page.locator(".form-problem")).to_have_text("Please come back.")
    expect(button).to_be_enabled()
    page.unroute("**/form/stakeholder?network=*")
    choice.select_option(other)
    expect(page.locator(f'form[data-network="{other}"]')).to_be_visible()
    expect(page.locator("#form-name")).to_have_value("Of one of both")
    page.locator(DIALOG).get_by_role("button", name="Cancel").click()
    page.locator(ASK).get_by_role("button", name="Close without saving").click()


def test_a_reason_stands_at_its_field(workshop, row):
    window = workshop.window()
    window.open(page_of(row))
    dialog = open_form(window, row)
    dialog.get_by_text("More", exact=True).click()
    window.page.fill("#form-country", "se")
    save(dialog)
    expect(window.page.locator("#form-country-error")).to_contain_text("two capital letters")
    expect(window.page.locator("#form-country")).to_have_attribute("aria-invalid", "true")
    expect(window.page.locator("#form-country")).to_be_focused()
    window.page.fill("#form-country", "SE")
    save(dialog)
    expect(window.page.locator(DIALOG)).to_have_count(0)


def test_all_that_is_missing_is_said_at_once(workshop, row):
    window = workshop.window()
    window.open(page_of(row))
    window.page.evaluate("path => void len.openForm(path)", "assessment")
    dialog = window.page.locator(DIALOG)
    save(dialog)
    for name in ("side", "level_from", "level_to"):
        expect(window.page.locator(f"#form-{name}-error")).to_contain_text("Something is missing here")
    expect(window.page.locator("#form-side")).to_be_focused()
    window.page.keyboard.press("Escape")


def test_the_origin_of_a_value_is_said_beside_it(workshop, row):
    window = workshop.window()
    window.open(page_of(row))
    dialog = open_form(window, row)
    field = dialog.locator('[data-field="place"]')
    field.locator("summary").click()
    field.get_by_label("Where this comes from").select_option(label="our reading")
    field.get_by_label("Source", exact=True).fill("A walk through the town")
    save(dialog)
    expect(window.page.locator(DIALOG)).to_have_count(0)
    with workshop.server.rows() as session:
        note = session.scalars(
            sa.select(Note).where(Note.table_name == "stakeholder", Note.row_id == row.id, Note.field == "place")
        ).first()
    assert (note.kind, note.source) == ("reading", "A walk through the town")


def test_a_row_goes_to_the_trash_and_comes_back(workshop):
    window, row = workshop.window(), workshop.member(2)
    window.open(page_of(workshop.member()))
    window.page.evaluate("path => void len.openForm(path)", f"stakeholder/{row.id}")
    window.page.locator(DIALOG).get_by_role("button", name="Move to the trash").click()
    window.page.locator(ASK).get_by_role("button", name="Move to the trash").click()
    expect(window.page.locator("#message")).to_contain_text("In the trash: ")
    assert workshop.kept(row).trashed_by is not None
    window.page.locator("#message").get_by_role("button", name="Take back").click()
    expect(window.page.locator("#message")).to_contain_text("Taken back: ")
    assert workshop.kept(row).trashed_by is None


class TestBoard:
    def steps(self, workshop, project):
        with workshop.server.rows() as session:
            query = sa.select(PhaseChange.to_phase).where(PhaseChange.micro_project_id == project.id, PhaseChange.trashed_by.is_(None))
            return list(session.scalars(query.order_by(PhaseChange.id)))

    def test_a_card_is_dragged_to_another_phase_with_a_reason(self, workshop, project):
        window = workshop.window()
        window.open(BOARD)
        card = window.page.locator(".mp", has_text=project.name)
        card.drag_to(window.page.locator('.lane[data-phase="design"]'), source_position={"x": 30, "y": 60})
        dialog = window.page.locator(DIALOG)
        expect(window.page.locator("#form-to_phase")).to_have_value('"design"')
        save(dialog)
        expect(window.page.locator("#form-reason-error")).to_contain_text("step back")
        window.page.fill("#form-reason", "The group began anew")
        save(dialog)
        expect(window.page.locator('.lane[data-phase="design"]')).to_contain_text(project.name)
        assert self.steps(workshop, project)[-1] == "design"
        assert window.take_faults() == []

    def test_a_card_is_moved_by_keyboard_alone_and_what_is_missing_is_listed(self, workshop, project):
        window = workshop.window()
        window.open(BOARD)
        page = window.page
        page.locator(".mp", has_text=project.name).get_by_role("button", name="Move").focus()
        page.keyboard.press("Enter")
        expect(page.locator("#form-to_phase")).to_be_focused()
        page.keyboard.type("social")
        expect(page.locator("#form-to_phase")).to_have_value('"start_up"')
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(page.locator(DIALOG)).to_have_count(0)
        expect(page.locator('.lane[data-phase="start_up"]')).to_contain_text(project.name)
        assert self.steps(workshop, project)[-1] == "start_up"
        page.keyboard.press("Control+z")
        expect(page.locator("#message")).to_contain_text("Taken back")
        assert self.steps(workshop, project)[-1] == "design"

    def test_a_finger_drags_a_card_at_its_button(self, workshop, project):
        window = workshop.window(width=1440)
        window.open(BOARD)
        window.page.evaluate(FINGER, [project.name, "support"])
        expect(window.page.locator("#form-to_phase")).to_have_value('"support"')
        save(window.page.locator(DIALOG))
        expect(window.page.locator(DIALOG)).to_have_count(0)
        assert self.steps(workshop, project)[-1] == "support"

    def test_a_card_is_dropped_where_it_ended(self, workshop, project):
        window = workshop.window()
        window.open(BOARD)
        page = window.page
        page.locator(".mp", has_text=project.name).hover()
        page.mouse.down()
        page.mouse.move(400, 500, steps=4)
        end = page.locator('.board-ends [data-end="ended"]')
        expect(end).to_be_visible()
        end.hover()
        end.hover()
        page.mouse.up()
        expect(page.locator("#form-end_state")).to_have_value('"ended"')
        save(page.locator(DIALOG))
        expect(page.locator(DIALOG)).to_have_count(0)
        assert workshop.kept(project).end_state == "ended"


def test_typed_text_survives_an_ended_sign_in(workshop, row):
    window = workshop.window("bela")
    window.open(page_of(row))
    dialog = open_form(window, row)
    window.page.fill("#form-description", "Typed before the sign-in ended")
    with workshop.server.rows() as session:
        end_other_sign_ins(session, account_id=get_account(session, "bela@workshop.example").id, keep=None)
    window.refusals_meant = True
    save(dialog)
    again = dialog.get_by_role("link", name="Sign in again")
    expect(again).to_be_visible()
    with window.page.context.expect_page() as opened:
        again.click()
    tab = opened.value
    tab.fill("#email", "bela@workshop.example")
    tab.fill("#password", "three words together")
    tab.click("main button[type=submit]")
    tab.wait_for_selector("#_pages_content h1")
    tab.close()
    expect(window.page.locator(DIALOG)).to_have_count(0)
    assert workshop.kept(row).description == "Typed before the sign-in ended"


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("width", [1440, 390])
def test_the_open_form_is_accessible_and_breaks_no_policy(workshop, row, project, language, width):
    window = workshop.window("anna", language=language, width=width)
    window.turn("light")
    window.open(page_of(row))
    for path in (f"stakeholder/{row.id}", f"phase_change?micro_project={project.id}&to_phase=support", "assessment"):
        window.page.evaluate("path => void len.openForm(path)", path)
        window.page.wait_for_selector(DIALOG)
        window.page.evaluate("() => document.querySelectorAll('dialog details').forEach(fold => { fold.open = true; })")
        window.drawn()
        assert violations(window.page) == []
        assert window.page.evaluate("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth")
        assert faults_of_theme(window, "dark") == []
        window.turn("light")
        window.page.keyboard.press("Escape")
        expect(window.page.locator(DIALOG)).to_have_count(0)
    assert window.take_faults() == []
