"""The small pyramid of one micro project."""

import pytest

from components.charts.ladder import ladder
from components.level import Level
from tests.components.tree import find, find_all, text


def test_marks_stand_on_the_steps_of_each_side():
    made = ladder(Level(6), Level(6, 7))
    assert text(find(find(made, "st-6"), "who-stands")) == "professionals stand here service users stand here"
    assert text(find(find(made, "st-7"), "who-stands")) == "service users stand here"


def test_a_span_has_a_hollow_mark_on_each_of_its_steps():
    assert len(find_all(ladder(None, Level(6, 7)), "range")) == 2


@pytest.mark.parametrize(
    ("staff", "users", "words"),
    [
        (Level(6), Level(6, 7), "Professionals: 6. Service users: 6–7."),
        (None, Level(7), "Professionals: no role. Service users: 7."),
        (None, None, "Professionals: unknown. Service users: unknown."),
    ],
)
def test_the_sentence_says_the_same(staff, users, words):
    assert text(find(ladder(staff, users), "ladder-says")) == words
