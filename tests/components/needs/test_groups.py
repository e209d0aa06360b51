"""Whose needs are known."""

from types import SimpleNamespace

from components.needs.groups import groups_grid, groups_say
from tests.components.tree import attribute, classes, find_all, of_type, text

WAYS = ("kitchen_talk", "interview", "unknown")


def line(group, **by_way):
    return SimpleNamespace(group=group, by_way=by_way, needs=sum(by_way.values()))


LINES = [line("youth", kitchen_talk=4, unknown=1), line("older"), line("unknown", kitchen_talk=2)]


def test_the_columns_are_the_ways_that_occur():
    heads = of_type(of_type(groups_grid(LINES, ways=WAYS, caption="Needs"), "Thead"), "Th")
    assert [text(head) for head in heads] == ["Target group", "Kitchen talk", "How is unknown", "All"]


def test_nothing_recorded_is_said_and_never_zero():
    rows = of_type(of_type(groups_grid(LINES, ways=WAYS, caption="Needs"), "Tbody"), "Tr")
    assert text(rows[1]) == "Older adults –none recorded –none recorded none recorded"
    assert [("is-missing" in classes(row)) for row in rows] == [False, True, False]
    assert "0" not in text(rows)


def test_more_needs_are_stronger_in_colour():
    cells = find_all(groups_grid(LINES, ways=WAYS, caption="Needs"), "has")
    assert [(text(cell), attribute(cell, "--v")) for cell in cells] == [("4", 1.0), ("1", 0.25), ("2", 0.5)]


def test_the_sentence_names_the_groups_that_nobody_asked():
    assert groups_say(LINES) == "No need is recorded of: older adults. As far as this is recorded, nobody asked them yet."
    assert groups_say([line("youth", interview=1)]) == "Of each of these groups at least one need is known."
