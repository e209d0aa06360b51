"""The power and interest grid."""

import pytest

from components.charts.power_grid import Standing, power_grid
from tests.components.tree import attribute, find, find_all, of_type, text


def _grid(power, interest):
    return power_grid([Standing("Luleå kommun", "/stakeholders/4", 3, power, interest)], name="power")


@pytest.mark.parametrize(
    ("power", "interest", "corner", "title"),
    [
        (4, 4, "key", "Work closely together"),
        (3, 3, "key", "Work closely together"),
        (3, 2, "satisfied", "Keep satisfied"),
        (2, 3, "build", "Build power"),
        (1, 1, "touch", "Keep in touch"),
    ],
)
def test_each_pair_of_answers_has_its_corner(power, interest, corner, title):
    section = find(_grid(power, interest), f"corner-{corner}")
    assert text(section).startswith(title)
    assert "Luleå kommun" in text(section)


@pytest.mark.parametrize(("power", "interest"), [(4, 4), (3, 2), (1, 1)])
def test_the_field_says_its_two_answers_aloud(power, interest):
    fields = [names for names in of_type(_grid(power, interest), "Ul") if attribute(names, "aria-label")]
    assert [attribute(names, "aria-label") for names in fields] == [f"Power {power}, interest {interest}"]


def test_nobody_stands_in_two_corners():
    assert len(of_type(_grid(4, 4), "Link")) == 1


@pytest.mark.parametrize(("power", "interest"), [(None, None), (4, None), (None, 1)])
def test_who_lacks_an_answer_stands_beside_the_grid(power, interest):
    made = _grid(power, interest)
    assert text(find(made, "unplaced")) == "Luleå kommun"
    assert find_all(made, "field-of-grid") == find_all(made, "none")


def test_an_empty_corner_says_that_nobody_is_recorded():
    assert "Nobody recorded here." in text(find(_grid(4, 4), "corner-build"))


def test_corners_are_sections_named_by_their_headings():
    assert {attribute(part, "aria-labelledby") for part in of_type(_grid(4, 4), "Section")} == {
        "power-corner-satisfied",
        "power-corner-key",
        "power-corner-touch",
        "power-corner-build",
    }
