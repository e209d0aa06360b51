"""From the way needs were found to what became of them."""

from components.needs.ways import ways_flow, ways_say, ways_table
from tests.components.needs.rows import way
from tests.components.tree import classes, find_all, of_type, text

STATUSES = ("open", "micro_project", "taken_up", "parked", "unknown")


def test_the_picture_runs_from_ways_to_ends_and_draws_the_unknown_as_unknown():
    shown = ways_flow([way("interview", "open", 2), way("unknown", "unknown")], statuses=STATUSES)
    nodes = find_all(shown, "flow-node")
    assert [text(node) for node in nodes] == ["2 interviews", "1 how is unknown", "2 open", "1 what became of it is unknown"]
    assert ["is-unknown" in classes(node) for node in nodes] == [False, True, False, True]


def test_the_table_names_providers_and_micro_projects_and_what_is_unknown_of_them():
    lines = [
        way("event", "taken_up", 3, providers=((4, "Diaconia"),), unnamed=2),
        way("interview", "micro_project", micro_projects=((8, "Room"),)),
        way("other", "parked"),
    ]
    rows = of_type(of_type(ways_table(lines, caption="Ways"), "Tbody"), "Tr")
    assert [text(row) for row in rows] == [
        "At an event taken up by a provider 3 Diaconia of 2 needs it is unknown",
        "Interviews became a micro project 1 Room",
        "Another way parked 1 –",
    ]


def test_of_many_micro_projects_the_first_are_named():
    many = tuple((number, f"Room {number}") for number in range(8))
    shown = text(ways_table([way("interview", "micro_project", 8, micro_projects=many)], caption="Ways"))
    assert "Room 5 and 2 more" in shown


def test_the_sentence_counts_every_end_that_occurs():
    lines = [way("event", "taken_up", 2), way("interview", "taken_up"), way("interview", "open"), way("unknown", "unknown", 2)]
    assert ways_say(lines) == "Of 6 needs, 3 were taken up by providers, 1 is still open and of 2 it is unknown."
