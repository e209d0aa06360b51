"""The form of a reading: the steps follow the side, in words of each side and in both languages."""

import pytest
from playwright.sync_api import expect

DIALOG = "dialog.form-dialog[open]"
OFFERED = "select => [...select.options].map(option => option.label)"
WORDS = {
    "en": {
        1: "Inform",
        4: "4 – Allow co-determination",
        7: "7 – Self-organised civil-society activity",
        "users": "4 – Take part in decisions",
    },
    "de": {
        1: "Informieren",
        4: "4 – Mitbestimmung zulassen",
        7: "7 – Zivilgesellschaftliche Eigenaktivitäten",
        "users": "4 – An Entscheidungen mitwirken",
    },
}


@pytest.mark.parametrize("language", WORDS)
def test_the_side_changes_the_steps_without_a_new_page(workshop, language):
    window, words = workshop.window(language=language), WORDS[language]
    page = window.page
    window.open("/participation")
    page.evaluate("void len.openForm('assessment')")
    level, upper = page.locator("#form-level_from"), page.locator("#form-level_to")
    expect(level).to_be_visible()
    assert (len(level.evaluate(OFFERED)), level.locator("optgroup").count()) == (14, 2)

    page.select_option("#form-side", '"users"')
    assert level.evaluate(OFFERED)[4::3] == [words["users"], words[7]]
    level.select_option("7")
    expect(upper).to_have_value("7")
    expect(page.locator(".form-nudge")).to_be_visible()

    page.select_option("#form-side", '"professionals"')
    assert len(level.evaluate(OFFERED)) == 7
    expect(level).to_have_value("null")
    level.select_option(label=words[4])
    expect(upper).to_have_value("4")
    page.fill("#form-agreed", "The core group decides on money")
    expect(page.locator(".form-nudge")).to_be_hidden()

    page.locator(".form-guide summary").click()
    expect(page.locator(".guide-steps").first).to_contain_text(words[1])
    assert window.take_faults() == []
    page.evaluate("document.querySelector('dialog.form-dialog').close()")
