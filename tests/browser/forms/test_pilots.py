"""A leader carries a pilot along: begins a step and notes a task as done by keyboard, looks back, and takes dates into a calendar."""

import re
from datetime import date
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest
import sqlalchemy as sa
from icalendar import Calendar
from playwright.sync_api import expect

from data_layer.accounts.account import add_account
from data_layer.models import Network, Pilot, PilotStep, PilotTask
from tests.browser.workshop import HOME, PASSWORD
from tests.factories import make_pilot, make_pilot_task

DIALOG = "dialog.form-dialog[open]:not(.form-ask)"


@pytest.fixture(scope="module")
def window(workshop):
    """The window of a leader on the page of a pilot with one task."""
    with workshop.server.rows() as session:
        add_account(session, email="lena@workshop.example", password=PASSWORD, role="leader", networks=[HOME])
        pilot = make_pilot(session, session.scalars(sa.select(Network).where(Network.name == HOME)).one())
        make_pilot_task(session, pilot, "Ask the staff", due=date(2099, 12, 4))
        number = pilot.id
    opened = workshop.window("lena")
    opened.open(f"/pilots/{number}")
    return opened


def only(workshop, model):
    """The row of the pilot of Luleå."""
    with workshop.server.rows() as session:
        pilot = sa.select(Pilot.id).join(Network, Network.id == Pilot.network_id).where(Network.name == HOME)
        return session.scalars(sa.select(model).where(model.pilot_id.in_(pilot), model.trashed_by.is_(None))).one_or_none()


def test_a_step_is_begun_and_done_by_keyboard(workshop, window):
    page = window.page
    for button, state in (("Begin step 1", "under_way"), ("Step 1 is done", "done")):
        page.get_by_role("button", name=button).focus()
        page.keyboard.press("Enter")
        expect(page.locator(DIALOG)).to_be_visible()
        expect(page.locator("#form-state")).to_have_value(f'"{state}"')
        page.get_by_role("button", name="Save", exact=True).focus()
        page.keyboard.press("Enter")
        expect(page.locator(DIALOG)).to_have_count(0)
        window.saved()
        step = only(workshop, PilotStep)
        assert (step.step, step.state, step.start_first is not None, step.end_first is not None) == (
            "explore",
            state,
            True,
            state == "done",
        )
    expect(page.get_by_role("button", name="Begin step 2")).to_be_visible()
    assert window.take_faults() == []


def test_a_task_is_noted_as_done_by_keyboard_and_taken_back(workshop, window):
    page = window.page
    window.open(urlsplit(page.url).path)  # nothing is being drawn anew while the key is pressed
    page.get_by_role("button", name="Done: Ask the staff", exact=True).first.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Not done: Ask the staff").first).to_be_visible()
    assert only(workshop, PilotTask).done is not None
    page.locator("h1").click()
    page.keyboard.press("Control+z")
    expect(page.get_by_role("button", name="Done: Ask the staff", exact=True).first).to_be_visible()
    assert only(workshop, PilotTask).done is None
    assert window.take_faults() == []


def test_the_questions_of_a_review_follow_its_kind(window):
    page = window.page
    page.get_by_role("button", name="Add an After Action Review").click()
    expect(page.get_by_label("1. What was supposed to happen?")).to_be_visible()
    page.select_option("#form-kind", '"appreciative"')
    expect(page.get_by_label("2. Dream: what could be?")).to_be_visible()
    page.select_option("#form-kind", '"action_review"')
    expect(page.get_by_label("4. What will we do next time?")).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    expect(page.locator(DIALOG)).to_have_count(0)


def test_the_address_for_a_calendar_can_be_read_without_a_sign_in(window):
    window.open("/account")
    window.page.get_by_role("button", name="Make an address").click()
    address = window.page.locator(".calendar-address").inner_text()
    assert re.search(r"/calendar/[\w-]{43}\.ics$", address)
    with urlopen(address) as answer:
        events = Calendar.from_ical(answer.read()).walk("VEVENT")
    assert [str(event["SUMMARY"]) for event in events] == ["Ask the staff (Cooking together)"]
    assert window.take_faults() == []
