"""Where values come from, in the form: two people who say something else of one field both see it, and the second chooses."""

import pytest
import sqlalchemy as sa
from playwright.sync_api import expect

from data_layer.models import Note
from tests.browser.accessibility import violations
from tests.factories import make_note

DIALOG = "dialog.form-dialog[open]:not(.form-ask)"


@pytest.fixture
def row(workshop):
    """A stakeholder of whose place nobody has said where it comes from."""
    found = workshop.member()
    with workshop.server.rows() as session:
        session.execute(sa.delete(Note).where(Note.table_name == "stakeholder", Note.row_id == found.id, Note.field == "place"))
    return found


def open_origin(window, row):
    window.open(f"/stakeholders/{row.id}")
    window.page.click(f'[data-form="stakeholder/{row.id}"]')
    field = window.page.locator(f'{DIALOG} [data-field="place"]')
    field.locator("summary").click()
    return field


def say(field, kind, text):
    field.locator("[data-of=kind]").select_option(label=kind)
    field.locator("[data-of=text]").fill(text)


def save(window):
    window.page.locator(DIALOG).get_by_role("button", name="Save", exact=True).click()


def told(workshop, row):
    with workshop.server.rows() as session:
        query = sa.select(Note.kind, Note.text).where(Note.table_name == "stakeholder", Note.row_id == row.id, Note.field == "place")
        return [tuple(found) for found in session.execute(query.where(Note.trashed_by.is_(None)))]


@pytest.fixture
def refused(workshop, row):
    """The window of the second of two people, and the field of which both said where its value comes from."""
    first, second = workshop.window("anna"), workshop.window("bela")
    early, late = open_origin(first, row), open_origin(second, row)
    say(early, "our reading", "From the website")
    save(first)
    expect(first.page.locator(DIALOG)).to_have_count(0)
    say(late, "invented", "For the exercise")
    save(second)
    expect(late.locator(".origin-both")).to_contain_text("Somebody else has changed this")
    expect(late.locator(".origin-both")).to_contain_text("Now: our reading; From the website (somebody else).")
    expect(late.locator(".origin-both")).to_contain_text("Yours: invented; For the exercise.")
    expect(late.locator("[data-of=kind]")).to_be_focused()
    yield second, late
    second.saved()
    assert first.take_faults() + second.take_faults() == []


def test_the_second_keeps_what_it_said_by_keyboard(workshop, row, refused):
    window, field = refused
    assert violations(window.page) == []
    field.get_by_role("button", name="Keep mine").press("Enter")
    expect(window.page.locator(DIALOG)).to_have_count(0)
    assert told(workshop, row) == [("invented", "For the exercise")]


def test_the_second_takes_over_what_the_first_said(workshop, row, refused):
    window, field = refused
    field.get_by_role("button", name="Keep theirs").click()
    expect(field.locator("[data-of=text]")).to_have_value("From the website")
    expect(field.locator(".origin-kind")).to_have_text("our reading")
    save(window)
    expect(window.page.locator(DIALOG)).to_have_count(0)
    assert told(workshop, row) == [("reading", "From the website")]


def test_an_origin_that_the_first_took_away_is_shown_as_that_of_the_whole_entry(workshop, row):
    with workshop.server.rows() as session:
        make_note(session, row, "place", "reading", text="From the website")
    first, second = workshop.window("anna"), workshop.window("bela")
    early, late = open_origin(first, row), open_origin(second, row)
    early.locator("[data-of=kind]").select_option(label="as for the whole entry")
    save(first)
    expect(first.page.locator(DIALOG)).to_have_count(0)
    late.locator("[data-of=text]").fill("From a letter")
    save(second)
    expect(late.locator(".origin-both")).to_contain_text("Now: as for the whole entry (somebody else).")
    late.get_by_role("button", name="Keep mine").click()
    expect(second.page.locator(DIALOG)).to_have_count(0)
    assert told(workshop, row) == [("reading", "From a letter")]
