"""The flow picture."""

from components.charts.flow import Node, Stage, Stream, flow
from tests.components.tree import attribute, find, find_all, of_type, text

STAGES = [
    Stage("Need", [Node("n1", "Work"), Node("n2", "A room"), Node("n3", "Nobody’s need")]),
    Stage("End state", [Node("e1", "open"), Node("eu", "unknown", unknown=True)]),
]
STREAMS = [Stream("n1", "e1", 1), Stream("n1", "eu", 3), Stream("n2", "eu", 2), Stream("n3", "e1", 0)]


def _flow(streams=STREAMS):
    return flow(STAGES, streams, unit=lambda n: f"{n} micro projects")


def test_one_ribbon_per_stream():
    assert len(find_all(_flow(), "ribbon")) == 3


def test_a_node_shows_how_many_pass_through_it():
    assert [text(node) for node in find_all(_flow(), "flow-node")] == ["4 Work", "2 A room", "1 open", "5 unknown"]


def test_nodes_that_nothing_touches_are_left_out():
    assert "Nobody’s need" not in text(_flow())


def test_the_drawing_is_hidden_from_screen_readers_the_list_says_the_same():
    made = _flow()
    assert attribute(find(made, "flow-drawing"), "aria-hidden") == "true"
    assert text(find(made, "flow-list")).startswith("From “Need” to “End state” Workopen: 1 micro projects unknown: 3 micro projects")


def test_what_flows_into_the_unknown_is_hatched():
    assert ["is-unknown" in ribbon.className for ribbon in find_all(_flow(), "ribbon")] == [False, True, True]


def test_no_flow_at_all_is_said():
    assert text(_flow([])) == "No flow is recorded yet."


def test_three_columns_have_two_sets_of_ribbons():
    stages = [*STAGES, Stage("Now", [Node("x", "runs")])]
    made = flow(stages, [*STREAMS, Stream("e1", "x", 1)], unit=str)
    assert len(find_all(made, "flow-ribbons")) == 2
    assert len(of_type(find(made, "flow-list"), "P")) == 2


def test_a_stream_can_be_hatched_on_its_own_and_say_more_than_a_number():
    made = _flow([Stream("n1", "e1", 1, unknown=True, words="one, nobody knows how much"), Stream("n2", "e1", 1)])
    assert ["is-unknown" in ribbon.className for ribbon in find_all(made, "ribbon")] == [True, False]
    assert "open: one, nobody knows how much" in text(find(made, "flow-list"))


def test_numbers_at_nodes_can_be_sums():
    made = flow(STAGES, STREAMS, unit=str, amount=lambda n: f"EUR {n}")
    assert text(find_all(made, "flow-node")[0]) == "EUR 4 Work"
