"""The one place for messages: told, closed with a button in the language of the page, told again."""

import pytest

from tests.browser.inspection import layout_faults, none

NAMES = {"en": "Close this message", "de": "Diese Meldung schließen"}


def refuse_the_next_page(window):
    window.refusals_meant = True
    answer = {"status": 503, "message": "Not now."}
    window.page.route("**/_dash-update-component*", lambda route: route.fulfill(status=503, json=answer))
    window.page.evaluate("dash_clientside.set_props('_pages_location', { search: '?again=' + Math.random() })")
    window.page.get_by_text("Not now.").wait_for()
    window.page.unroute("**/_dash-update-component*")


@pytest.mark.parametrize("language", NAMES)
@pytest.mark.parametrize("width", [1440, 390])
def test_a_message_can_be_closed_and_the_next_one_is_told(visit, language, width):
    window = visit("coordinator", language=language, width=width)
    window.open("/account")
    button = window.page.get_by_role("button", name=NAMES[language])
    assert not button.is_visible()
    for _time in range(2):
        refuse_the_next_page(window)
        none(layout_faults(window))
        button.click()
        window.page.get_by_text("Not now.").wait_for(state="detached")
        assert not button.is_visible()
        assert window.page.evaluate("document.activeElement.id") == "main"
    none([fault for fault in window.take_faults() if "Callback error updating" not in fault])
