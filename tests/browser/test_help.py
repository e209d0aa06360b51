"""A link to a word brings the word into view, wherever it is followed from."""

import pytest

ONLY_SOUGHT = "id => [...document.querySelectorAll('.sought')].map(term => term.id).join() === id"
IN_VIEW = """term => {
  const place = document.getElementById(term).getBoundingClientRect();
  return place.top >= 0 && place.bottom <= window.innerHeight && document.activeElement.id === term;
}"""


@pytest.mark.parametrize("width", [1440, 390])
def test_a_word_followed_from_another_page_is_brought_into_view(visit, width):
    window = visit("leader", width=width)
    window.open("/participation")
    window.follow(window.page.locator("a[href='/help#gap']").first)
    window.page.wait_for_function(IN_VIEW, arg="gap")
    window.page.wait_for_function(ONLY_SOUGHT, arg="gap")
    assert window.take_faults() == []


def test_an_address_with_a_word_opens_at_the_word(visit):
    window = visit("leader")
    window.open("/help#density")
    window.page.wait_for_function(IN_VIEW, arg="density")


def test_words_on_the_page_and_back_lead_where_they_say(visit):
    window = visit("leader")
    window.open("/help")
    window.page.click(".contents a[href='#gap']")
    window.page.wait_for_function(IN_VIEW, arg="gap")
    window.page.click("#gap ~ .beside a[href='#no-role']")
    window.page.wait_for_function(IN_VIEW, arg="no-role")
    window.page.go_back()
    window.page.wait_for_function(IN_VIEW, arg="gap")
    window.page.wait_for_function(ONLY_SOUGHT, arg="gap")


def test_the_german_originals_can_be_put_away(visit):
    window = visit("coordinator")
    window.open("/participation")
    originals = window.page.locator(".pyramid .german")
    assert originals.first.is_visible()
    window.page.get_by_label("Show the German originals").uncheck()
    assert not originals.first.is_visible()
