"""From a need to an end."""

from types import SimpleNamespace

from components.projects.flow import need_flow, need_flow_says, need_flow_table
from tests.components.tree import classes, find_all, of_type, text


def ways(to_phase=None, to_end=None, *, micro_projects=0, from_need=0, needs_without=0, invented=0):
    counts = {"micro_projects": micro_projects, "from_need": from_need, "needs_without": needs_without, "invented": invented}
    return SimpleNamespace(to_phase=to_phase or {}, to_end=to_end or {}, **counts)


SOME = ways(
    {("not_recorded", "design"): 2, ("micro_project", "start_up"): 1, ("parked", "none"): 1},
    {("design", "unknown"): 2, ("start_up", "open"): 1, ("none", "parked"): 1},
    micro_projects=3,
    from_need=1,
    needs_without=1,
)


def test_what_is_unknown_is_drawn_as_unknown():
    nodes = find_all(need_flow(SOME), "flow-node")
    assert [text(node) for node in nodes if "is-unknown" in classes(node)] == ["2 no need recorded", "2 end unknown"]


def test_the_table_names_every_way_in_the_order_of_the_path():
    rows = of_type(of_type(need_flow_table(SOME, caption="Ways"), "Tbody"), "Tr")
    assert [text(row) for row in rows] == [
        "Need recorded social start-up 1",
        "Need, parked no micro project recorded 1",
        "No need recorded service design 2",
        "Service design end unknown 2",
        "Social start-up open 1",
        "No micro project recorded parked 1",
    ]


def test_the_sentence_says_from_how_many_the_need_is_known():
    assert need_flow_says(SOME) == "Where it came from is recorded for 1 of 3 micro projects. One need is recorded that led to none."


def test_the_sentence_says_that_no_need_is_recorded():
    assert need_flow_says(ways(micro_projects=3)) == "No need is recorded: where these micro projects came from is unknown."


def test_needs_that_are_invented_are_said_to_be():
    assert need_flow_says(ways(needs_without=6, invented=3)).endswith("Of these, 3 of 6 are invented for demonstration.")
