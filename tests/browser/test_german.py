"""In German every word that is ours is German; only what people recorded stays in its own language. The walk looks at the coordinator's pages."""

import pytest

from tests.browser.german import ENGLISH, TEXTS, faults_of_words
from tests.browser.inspection import none
from tests.browser.places import open_to, type_address


@pytest.mark.parametrize("place", open_to("leader"))
def test_a_german_page_of_a_leader_speaks_german(place, visit, recorded, untranslated):
    window = visit("leader", language="de")
    type_address(window, place)
    window.open_details()
    none(faults_of_words(window, untranslated, recorded))


@pytest.mark.parametrize("path", ["/login", "/logout", "/nothing-here", "/account/nothing"])
def test_what_stands_outside_speaks_german(path, visit, new_window, untranslated):
    window = new_window(language="de") if path == "/login" else visit("coordinator", language="de")
    window.refusals_meant = True
    window.page.goto(f"{window.address}{path}")
    window.page.wait_for_selector("h1")
    texts = window.page.evaluate(TEXTS)
    none([f"in English: {text!r}" for text in texts if text in untranslated or ENGLISH.search(text)])
