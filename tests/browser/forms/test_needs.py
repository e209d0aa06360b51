"""Needs and events where people look at them: adding a need, and who was at an event, one after the other."""

import pytest
import sqlalchemy as sa
from playwright.sync_api import expect

from data_layer.models import Attendance, Event, Need, Stakeholder

DIALOG = "dialog.form-dialog[open]:not(.form-ask)"


@pytest.fixture
def window(workshop):
    found = workshop.window()
    found.open("/needs")
    return found


def rows(workshop, model, *criteria):
    with workshop.server.rows() as session:
        return list(session.scalars(sa.select(model).where(model.network_id == workshop.home(session), *criteria)))


def test_a_need_with_its_method_and_the_provider_that_took_it_up_is_added_in_the_form(workshop, window):
    provider = workshop.member()
    window.page.get_by_role("button", name="Add a need", exact=True).click()
    dialog = window.page.locator(DIALOG)
    dialog.locator("#form-what").fill("A bus in the evening")
    dialog.locator("#form-found_by").select_option(label="kitchen talk")
    dialog.locator("#form-votes").fill("11")
    dialog.locator("#form-provider").fill(provider.name)
    dialog.get_by_role("button", name="Save", exact=True).click()
    # A provider without "taken up" is refused, in a sentence at the field.
    expect(dialog.locator("[data-field=status] .field-error")).not_to_be_empty()
    dialog.locator("#form-status").select_option(label="taken up by a provider")
    dialog.get_by_role("button", name="Save", exact=True).click()
    expect(dialog).to_have_count(0)
    expect(window.page.locator("main")).to_contain_text("A bus in the evening")
    (need,) = rows(workshop, Need, Need.what == "A bus in the evening")
    assert (need.found_by, need.votes, need.status, need.provider_id) == ("kitchen_talk", 11, "taken_up", provider.id)


def test_who_was_there_is_added_one_after_the_other_beginning_with_the_event(workshop, window):
    event = rows(workshop, Event, Event.title == "Syhörnan opens")[0]
    names = [stakeholder.name for stakeholder in rows(workshop, Stakeholder)[:2]]
    window.page.click(f"[data-form='attendance?event={event.id}']")
    dialog = window.page.locator(DIALOG)
    expect(dialog.locator("#form-stakeholder")).to_be_focused()
    dialog.locator("#form-stakeholder").fill(names[0])
    dialog.get_by_role("button", name="Save and add another").click()
    expect(dialog.locator(".form-added")).to_be_visible()
    expect(dialog.locator("#form-event")).to_have_value("Syhörnan opens")
    expect(dialog.locator("#form-stakeholder")).to_be_focused()
    dialog.locator("#form-stakeholder").fill(names[1])
    dialog.get_by_role("button", name="Save", exact=True).click()
    expect(dialog).to_have_count(0)
    expect(window.page.locator(".events")).to_contain_text("Came for the first time")
    assert len(rows(workshop, Attendance, Attendance.event_id == event.id)) == 2
