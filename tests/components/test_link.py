"""Links."""

import pytest

from components.link import link


@pytest.mark.parametrize("href", ["/help#density", "/micro-projects/6", "/", "?page=2"])
def test_links_inside_change_the_page_without_loading_it(href):
    assert type(link("words", href)).__name__ == "Link"


@pytest.mark.parametrize("href", ["https://example.org", "//example.org", "/download/ties.csv", "/logout", "#main"])
def test_other_links_are_plain(href):
    assert type(link("words", href)).__name__ == "A"


def test_a_link_may_be_drawn_as_a_button():
    assert link("words", "/", button=True).className == "btn"
