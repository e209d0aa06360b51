"""The buttons at the foot of each page: the language, and light or dark."""

import pytest

from tests.browser.conftest import PASSWORD, email_of, fill_log_in
from tests.browser.inspection import none

COLOURS = """() => [...document.body.querySelectorAll('*')].map(element => {
  const look = getComputedStyle(element);
  return `${element.tagName} ${element.className} ${look.color} ${look.backgroundColor} ${look.borderTopColor} ${look.borderBottomColor} ${look.fill}`;
}).filter(line => !line.startsWith('BUTTON'))"""
GROUND = "() => getComputedStyle(document.body).backgroundColor"


def press(window, words):
    """Press a switch; the page comes again, as a new document."""
    window.page.evaluate("() => { window.before = true; }")
    window.page.get_by_role("button", name=words, exact=True).click()
    window.page.wait_for_function("() => !window.before")
    window.settle()


@pytest.fixture
def chooser(visit):
    window = visit("chooser")
    yield window
    window.open("/help")
    press(window, "English")
    window.page.locator(".switch-button[value=system]").click()
    window.settle()


def pressed(window, name):
    return window.page.locator(f".switch-button[name={name}][aria-pressed=true]").evaluate_all(
        "buttons => buttons.map(button => button.value)"
    )


def test_the_language_changes_and_the_page_stays(chooser):
    chooser.open("/participation?group=migrants")
    press(chooser, "Deutsch")
    assert chooser.page.url == f"{chooser.address}/participation?group=migrants"
    assert chooser.page.get_attribute("html", "lang") == "de"
    assert pressed(chooser, "language") == ["de"]
    chooser.open("/help")
    assert chooser.page.get_attribute("html", "lang") == "de"
    press(chooser, "English")
    assert chooser.page.get_attribute("html", "lang") == "en"
    none(chooser.take_faults())


def test_dark_and_light_are_kept_whatever_the_device_asks(chooser):
    chooser.open("/participation")
    light = chooser.page.evaluate(GROUND)
    chooser.turn("dark")
    dark, by_device = chooser.page.evaluate(GROUND), chooser.page.evaluate(COLOURS)
    assert light != dark
    chooser.turn("light")
    press(chooser, "Dark")
    assert (chooser.page.evaluate(GROUND), pressed(chooser, "theme")) == (dark, ["dark"])
    assert chooser.page.evaluate(COLOURS) == by_device
    chooser.turn("dark")
    press(chooser, "Light")
    assert (chooser.page.evaluate(GROUND), pressed(chooser, "theme")) == (light, ["light"])
    press(chooser, "As the device")
    assert (chooser.page.evaluate(GROUND), pressed(chooser, "theme")) == (dark, ["system"])
    none(chooser.take_faults())


def test_what_was_chosen_is_there_at_the_next_log_in(chooser, new_window):
    chooser.open("/help")
    press(chooser, "Deutsch")
    later = new_window()
    fill_log_in(later, email_of("chooser"), PASSWORD)
    later.settle()
    assert later.page.get_attribute("html", "lang") == "de"
    later.page.context.close()
