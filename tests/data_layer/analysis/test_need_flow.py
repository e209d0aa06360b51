"""The ways from a need to an end."""

from data_layer.analysis.need_flow import need_ways
from data_layer.projects.micro_project import MicroProjectLine
from data_layer.projects.need import NeedLine


def project(project_id, end="unknown"):
    return MicroProjectLine(project_id, "name", 1, "network", None, None, None, (), None, None, end)


def need(status=None, project_id=None, *, invented=False):
    return NeedLine(1, "what", None, None, None, None, None, status, project_id, None, invented)


def test_a_micro_project_goes_from_its_need_through_its_phase_to_its_end():
    ways = need_ways([project(1, "open")], [need("micro_project", 1)], phases={1: "design"})
    assert (dict(ways.to_phase), dict(ways.to_end)) == ({("micro_project", "design"): 1}, {("design", "open"): 1})


def test_one_without_a_recorded_need_comes_from_the_unknown():
    assert dict(need_ways([project(1)], [], phases={1: "design"}).to_phase) == {("not_recorded", "design"): 1}


def test_several_needs_of_one_micro_project_are_one_way():
    ways = need_ways([project(1)], [need("micro_project", 1), need("micro_project", 1)], phases={1: "design"})
    assert (ways.micro_projects, ways.from_need) == (1, 1)


def test_a_need_that_a_provider_took_up_ends_there_without_a_micro_project():
    ways = need_ways([], [need("taken_up")], phases={})
    assert (dict(ways.to_phase), dict(ways.to_end)) == ({("taken_up", "none"): 1}, {("none", "taken_up"): 1})


def test_a_need_of_unknown_fate_stays_unknown():
    ways = need_ways([], [need()], phases={})
    assert (dict(ways.to_phase), dict(ways.to_end)) == ({("unknown", "none"): 1}, {("none", "unknown"): 1})


def test_a_need_that_became_a_micro_project_nobody_recorded_ends_in_the_unknown():
    assert dict(need_ways([], [need("micro_project")], phases={}).to_end) == {("none", "unknown"): 1}


def test_a_need_of_a_micro_project_that_is_not_shown_is_left_out():
    assert not need_ways([], [need("micro_project", 7)], phases={}).to_phase


def test_needs_without_a_micro_project_can_be_left_out():
    assert need_ways([], [need("open")], phases={}, with_others=False).needs_without == 0


def test_invented_needs_that_are_no_micro_project_are_counted():
    assert need_ways([], [need(invented=True), need()], phases={}).invented == 1
