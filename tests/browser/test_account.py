"""My account: the password is changed, sign-ins are ended, and an ended sign-in costs nothing that was typed."""

import pytest

from tests.browser.conftest import PASSWORD, email_of, end_sign_ins, fill_log_in
from tests.browser.inspection import layout_faults, none

NEXT_PASSWORD = "another three words"


@pytest.fixture
def window(new_window):
    """Somebody whose password and sign-ins nobody else depends on."""
    opened = new_window()
    fill_log_in(opened, email_of("changer"), PASSWORD)
    opened.settle()
    opened.open("/account")
    yield opened
    opened.page.context.close()


def type_passwords(window, old, new):
    window.page.get_by_label("Present password").fill(old)
    window.page.get_by_label("New password").fill(new)


def press_change(window):
    window.page.get_by_role("button", name="Change the password").click()
    window.settle()


def problems(window):
    return [text for text in window.page.locator(".field-error").all_inner_texts() if text]


def test_each_mistake_gets_its_sentence_at_its_field(window):
    press_change(window)
    assert problems(window) == ["Something is missing here. Please fill it in."]
    type_passwords(window, PASSWORD, "short")
    press_change(window)
    assert [text.split(".")[0] for text in problems(window)] == ["The password is too short"]
    none(layout_faults(window))
    type_passwords(window, "not the password", NEXT_PASSWORD)
    press_change(window)
    assert problems(window) == ["This is not your present password. Type it again."]
    assert window.page.get_by_label("New password").input_value() == NEXT_PASSWORD
    none(window.take_faults())


def test_a_new_password_is_told_keeps_this_sign_in_and_ends_the_others(window, new_window):
    other = new_window()
    fill_log_in(other, email_of("changer"), PASSWORD)
    other.settle()
    type_passwords(window, PASSWORD, NEXT_PASSWORD)
    with window.page.expect_navigation():
        window.page.get_by_label("New password").press("Enter")
    window.page.get_by_text("Your password is changed.").wait_for()
    window.settle()
    assert other.page.goto(f"{other.address}/account").url.startswith(f"{other.address}/login")
    other.page.context.close()
    type_passwords(window, NEXT_PASSWORD, PASSWORD)
    with window.page.expect_navigation():
        window.page.get_by_role("button", name="Change the password").click()
    window.page.get_by_text("Your password is changed.").wait_for()
    none(window.take_faults())


def test_another_sign_in_is_ended_from_here(window, new_window):
    other = new_window()
    fill_log_in(other, email_of("changer"), PASSWORD)
    other.settle()
    window.open("/account")
    rows = window.page.locator("#account-sign-ins tbody tr")
    before = rows.count()
    rows.get_by_role("button").first.click()
    window.page.wait_for_function("before => document.querySelectorAll('#account-sign-ins tbody tr').length === before - 1", arg=before)
    assert rows.count() == before - 1
    if window.page.locator("#account-end-others").is_visible():
        window.page.click("#account-end-others")
        window.page.wait_for_function("() => document.querySelectorAll('#account-sign-ins tbody tr').length === 1")
    assert other.page.goto(f"{other.address}/account").url.startswith(f"{other.address}/login")
    other.page.context.close()
    none(window.take_faults())


def test_what_was_typed_is_there_after_an_ended_sign_in(window, server):
    type_passwords(window, PASSWORD, NEXT_PASSWORD)
    end_sign_ins(server, "changer")
    window.refusals_meant = True
    window.page.get_by_role("button", name="Change the password").click()
    window.page.wait_for_selector("#session-ended .session-banner", state="visible")
    assert window.page.get_by_label("Present password").input_value() == PASSWORD
    assert window.page.get_by_label("New password").input_value() == NEXT_PASSWORD
    none(window.take_faults())
