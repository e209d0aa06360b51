"""Place, target group and phase of a micro project in words."""

import pytest

from components.projects.standing import for_whom, phase_name, where
from tests.components.projects.rows import standing
from tests.components.tree import text


@pytest.mark.parametrize(
    ("place", "country", "words"),
    [
        ("Korsholm", "FI", "Korsholm, Finland"),
        ("Korsholm", None, "Korsholm"),
        (None, "EE", "place unknown, Estonia"),
        (None, None, "place unknown"),
    ],
)
def test_what_is_unknown_of_a_place_is_said(place, country, words):
    assert text(where(place, country)) == words


@pytest.mark.parametrize(
    ("said", "groups", "words"),
    [("young mothers", ("youth",), "young mothers"), (None, ("youth", "older"), "Y, O"), (None, (), "target group unknown")],
)
def test_the_words_of_the_source_come_before_codes(said, groups, words):
    assert text(for_whom(said, groups, {"youth": "Y", "older": "O"})) == words


def test_a_phase_begins_like_a_heading():
    assert phase_name("start_up") == "Social start-up"


def test_a_micro_project_has_a_page_of_its_own():
    assert standing(number=12).href == "/micro-projects/12"
