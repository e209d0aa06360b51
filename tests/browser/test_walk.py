"""The coordinator walks through every page, in both languages, both themes, on a large screen and on a phone."""

import pytest

from tests.browser.german import faults_of_words
from tests.browser.inspection import NARROWEST, document_faults, faults_of_theme, layout_faults, none, under, width_faults
from tests.browser.places import click_through, open_to, title_of, type_address

PLACES = open_to("coordinator")


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("place", PLACES)
def test_a_page_is_without_fault_on_a_large_screen(place, language, visit, recorded, untranslated):
    window = visit("coordinator", language=language)
    type_address(window, place)
    faults = under("on opening", window.take_faults())
    faults += under("document", document_faults(window, language, title_of(place, language)))
    window.open_details()
    faults += under("1440 px, light", layout_faults(window))
    faults += under("1440 px, dark", faults_of_theme(window, "dark"))
    if language == "de":
        faults += under("words", faults_of_words(window, untranslated, recorded))
    faults += under("after a while", window.take_faults())
    none(faults)


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("place", PLACES)
def test_a_page_is_without_fault_on_a_phone(place, language, visit):
    window = visit("coordinator", language=language, width=390, theme="dark")
    click_through(window, place)
    faults = under("on opening", window.take_faults())
    faults += under("document", document_faults(window, language, title_of(place, language)))
    window.open_details()
    faults += under("390 px, dark", layout_faults(window))
    faults += under("390 px, light", faults_of_theme(window, "light"))
    window.resize(NARROWEST)
    faults += under("320 px", width_faults(window))
    faults += under("after a while", window.take_faults())
    none(faults)
