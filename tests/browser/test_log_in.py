"""Coming in, going out, and what happens when a sign-in ends meanwhile."""

from urllib.parse import urlsplit

import pytest

from tests.browser.conftest import PASSWORD, email_of, end_sign_ins, fill_log_in
from tests.browser.inspection import document_faults, layout_faults, none, under

BANNER = "You are no longer signed in. What you typed is still here: sign in again in a new tab, then come back to this one."


@pytest.fixture
def stranger(new_window):
    window = new_window()
    yield window
    window.page.context.close()


def test_a_wrong_password_gets_a_sentence_and_the_right_one_opens(stranger):
    page = stranger.page
    fill_log_in(stranger, email_of("leaver"), "not the password", path="/login?next=/help")
    assert page.inner_text("[role=alert]") == "E-mail address and password do not belong together. Check both and try again."
    assert page.input_value("#email") == email_of("leaver")
    assert page.input_value("#password") == ""
    page.fill("#password", PASSWORD)
    page.click("main button[type=submit]")
    stranger.settle()
    assert urlsplit(page.url).path == "/help"
    none(stranger.take_faults())


def test_a_stranger_is_led_to_the_page_they_asked_for(stranger):
    page = stranger.page
    page.goto(f"{stranger.address}/participation?group=migrants")
    assert urlsplit(page.url).path == "/login"
    page.fill("#email", email_of("leaver"))
    page.fill("#password", PASSWORD)
    page.click("main button[type=submit]")
    stranger.settle()
    assert page.url == f"{stranger.address}/participation?group=migrants"


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("path", ["/login", "/logout"])
def test_the_pages_outside_are_without_fault(path, language, new_window, signed_in):
    window = new_window(language=language, **({"storage_state": signed_in("coordinator")} if path == "/logout" else {}))
    window.page.goto(f"{window.address}{path}")
    faults = document_faults(window, language)
    for width in (1440, 390, 320):
        for theme in ("light", "dark"):
            window.resize(width)
            window.turn(theme)
            faults += under(f"{width} px, {theme}", layout_faults(window))
    faults += window.take_faults()
    window.page.context.close()
    none(faults)


def test_the_log_in_page_can_be_read_in_the_other_language(stranger):
    stranger.page.goto(f"{stranger.address}/login")
    stranger.page.click("a[hreflang=de]")
    assert stranger.page.get_attribute("html", "lang") == "de"
    stranger.page.click("a[hreflang=en]")
    assert stranger.page.get_attribute("html", "lang") == "en"


def test_who_logs_out_is_out(stranger):
    page = stranger.page
    fill_log_in(stranger, email_of("leaver"), PASSWORD)
    stranger.settle()
    page.click(".who .log-out button")
    page.wait_for_selector("#password")
    assert urlsplit(page.url).path == "/login"
    page.go_back()
    page.wait_for_selector("#password")
    assert page.locator("#_pages_content").count() == 0
    assert page.goto(f"{stranger.address}/participation").url.startswith(f"{stranger.address}/login?next=")
    none(stranger.take_faults())


def test_who_logs_out_in_one_window_is_out_in_the_other(stranger):
    fill_log_in(stranger, email_of("leaver"), PASSWORD)
    stranger.settle()
    stranger.open("/participation")
    with stranger.page.context.expect_page() as opened:
        stranger.page.evaluate("() => { window.open('/logout'); }")
    opened.value.click("main button[type=submit]")
    opened.value.wait_for_selector("#password")
    stranger.refusals_meant = True
    stranger.page.get_by_label("Target group", exact=True).select_option(index=2)
    stranger.page.wait_for_selector("#session-ended .session-banner", state="visible")


def test_an_ended_sign_in_says_so_and_keeps_what_was_typed(stranger, server):
    page = stranger.page
    fill_log_in(stranger, email_of("leaver"), PASSWORD)
    stranger.settle()
    stranger.open("/participation")
    before = page.inner_text("h1 + p, main .reads")
    assert page.locator("#session-ended .session-banner").is_hidden()
    end_sign_ins(server, "leaver")
    stranger.refusals_meant = True
    group = page.get_by_label("Target group", exact=True)
    [first] = group.select_option(index=2)
    page.wait_for_selector("#session-ended .session-banner", state="visible")
    assert page.inner_text("#session-ended .session-banner p") == BANNER
    assert page.inner_text("h1 + p, main .reads") == before
    assert group.input_value() == first
    assert not layout_faults(stranger)
    none(stranger.take_faults())

    with page.context.expect_page() as opened:
        page.click("#session-ended .session-banner a")
    opened.value.fill("#email", email_of("leaver"))
    opened.value.fill("#password", PASSWORD)
    opened.value.click("main button[type=submit]")
    opened.value.wait_for_selector("#_pages_content h1")
    [second] = group.select_option(index=3)
    page.wait_for_selector("#session-ended .session-banner", state="hidden")
    stranger.settle()
    assert f"group={second}" in page.url
