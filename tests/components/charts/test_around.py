"""A group and those around it."""

from components.charts.around import Neighbour, around
from tests.components.tree import attribute, classes, find, find_all, of_type, text


def picture(*names, **fields):
    return around(
        "Sewing group", [Neighbour(name, f"/stakeholders/{name}", "church", "support", **fields) for name in names], name="Around"
    )


def test_the_group_stands_in_the_middle():
    assert text(find(picture("A"), "around-centre")) == "Sewing group"


def test_each_neighbour_is_a_link_with_what_ties_it():
    (item,) = of_type(picture("A"), "Li")
    assert (of_type(item, "Link")[0].href, text(item)) == ("/stakeholders/A", "Asupport")


def test_one_half_stands_on_each_side():
    items = of_type(picture("A", "B", "C"), "Li")
    assert [classes(item) for item in items] == [["around-left"], ["around-left"], ["around-right"]]


def test_lines_are_left_to_the_eye():
    assert attribute(find(picture("A"), "spokes"), "aria-hidden") == "true"


def test_a_line_is_as_long_as_the_way_to_its_neighbour():
    (line,) = find_all(picture("A"), "spoke")
    assert (attribute(line, "--angle"), attribute(line, "--length")) == (180, 8.15)


def test_a_line_shows_relation_direction_and_confirmation():
    (line,) = find_all(picture("A", line="money", direction="towards", confirmed=True), "spoke")
    assert classes(line) == ["spoke", "spoke-money", "towards", "confirmed"]


def test_the_list_has_a_name():
    assert attribute(find(picture("A"), "around-list"), "aria-label") == "Around"


def test_the_picture_grows_with_its_neighbours():
    few, many = picture("A"), picture(*"ABCDEFGHIJKL")
    assert attribute(few, "--height") < attribute(many, "--height")
