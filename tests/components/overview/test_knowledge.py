"""How much is known, in plain words."""

import pytest

from components.figures import figures
from components.overview.knowledge import Knowledge, knowledge_figures, knowledge_in_words, lede
from tests.components.tree import text


def known(**fields):
    values = {"lens": 12, "micro_projects": 17, "readings": 8, "ties": 88, "confirmed_ties": 0, "dated_ties": 38}
    return Knowledge(**values | fields)


def said(knowledge):
    return text(figures(knowledge_figures(knowledge)))


def test_counts_say_of_how_many():
    words = said(known())
    assert "8 of 17 micro projects have a reading" in words
    assert "0 of 88 ties are confirmed by both sides." in words
    assert "38 of 88 ties have a date." in words


def test_beside_the_whole_sample_stands_what_the_programme_states():
    words = said(known(whole_sample=True))
    assert "The policy brief speaks of 11 and does not list them." in words
    assert "17 of 26 micro projects are recorded." in words


def test_otherwise_nothing_is_held_against_the_programme():
    assert "26" not in said(known()) + said(known(lens=4))


def test_there_is_no_share_of_nothing():
    words = said(known(micro_projects=0, readings=0, ties=0, dated_ties=0))
    assert words == "12 networks are recorded. 0 micro projects are recorded. 0 ties are recorded."


@pytest.mark.parametrize(
    ("readings", "words"),
    [(8, "For fewer than half"), (9, "For most micro projects"), (17, "For every micro project")],
)
def test_the_finding_follows_the_readings(readings, words):
    assert knowledge_in_words(known(readings=readings)).startswith(words)


def test_without_micro_projects_the_finding_says_so():
    assert knowledge_in_words(known(micro_projects=0, readings=0)) == "No micro project is recorded here yet."


@pytest.mark.parametrize(
    ("fields", "countries", "held", "waits", "words"),
    [
        (
            {},
            7,
            14,
            21,
            "You see 12 networks in 7 countries. They hold 14 of the 17 micro projects recorded here. 21 things wait for you.",
        ),
        (
            {"lens": 1, "micro_projects": 1},
            1,
            1,
            1,
            "You see 1 network in 1 country. 1 micro project is recorded here. One thing waits for you.",
        ),
        ({"lens": 1, "micro_projects": 0}, 0, 0, 0, "You see 1 network. No micro project is recorded here. Nothing waits for you."),
    ],
)
def test_the_first_sentence_says_what_is_in_sight(fields, countries, held, waits, words):
    assert lede(known(**fields), countries=countries, held=held, waits=waits) == words
