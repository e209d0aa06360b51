"""One tie in words, for those who may change it."""

from components.network.panel import tie_panel
from tests.components.tree import of_type, text
from tests.data_layer.analysis.drawn import tie, year

NAMES = {1: "Town", 2: "Choir"}


def shown(**fields):
    made = tie_panel(tie(5, 1, 2, **fields), NAMES)
    return made, " ".join(text(part) for part in made)


def test_a_directed_tie_is_told_from_its_beginning():
    assert "Town gives money to Choir." in shown(relation="money", directed=True)[1]


def test_a_tie_without_direction_is_told_both_ways():
    assert "Town exchanges money with Choir." in shown(relation="money")[1]


def test_what_nobody_said_is_unknown_and_what_is_known_stands_there():
    words = shown(strength=3, end=year(2025))[1]
    assert "3 of 4" in words
    assert "until 2025" in words
    assert words.count("unknown") >= 4


def test_it_can_be_changed_ended_and_thrown_away():
    buttons = of_type(shown()[0], "Button")
    found = [
        (name, getattr(button, name)) for button in buttons for name in ("data-form", "data-end", "data-trash") if hasattr(button, name)
    ]
    assert found == [("data-form", "tie/5"), ("data-end", "5"), ("data-trash", "tie/5")]
