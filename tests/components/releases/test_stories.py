"""Biographies and words of a release."""

from components.releases.story import quotes_alone, stories
from components.releases.story_view import story_section, words_section
from tests.components.tree import text
from tests.whole_release import TOLD, WORDS


def test_a_biography_is_a_dated_list_with_sources():
    moments = stories(TOLD)[0].moments
    assert [moment.when for moment in moments] == ["2017", "18 April 2018", "May 2018", "date unknown"]
    assert moments[0].what == "Phase: service design"
    assert moments[1].what == "Event: Opening of the shop, meeting, Luleå"
    assert moments[2].source == "annual report"


def test_our_reading_is_marked():
    assert stories(TOLD)[0].moments[2].what.endswith("(our reading)")


def test_words_stand_in_the_biography_that_they_are_about():
    assert [quote.words for quote in stories(TOLD, WORDS)[0].quotes] == ["We decide ourselves now."]


def test_other_words_stand_alone_and_invented_ones_are_marked():
    assert [quote.teller for quote in quotes_alone(TOLD, WORDS)] == ["a service user, Norrbotten, Sweden (invented)"]


def test_words_of_a_biography_that_is_not_told_stand_alone():
    assert len(quotes_alone((), WORDS)) == len(WORDS)


def test_sections_are_left_out_where_nothing_is_told():
    assert story_section((), ()) is None
    assert words_section((), ()) is None


def test_the_page_shows_both():
    assert "Größenwahn Nähstube" in text(story_section(TOLD, WORDS))
    assert "for the first time in years" in text(words_section(TOLD, WORDS))
