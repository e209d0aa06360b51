"""Needs by priority, their ways, and whose needs are known."""

from dataclasses import dataclass

import pytest

from data_layer.analysis.need import GroupNeeds, by_group, by_priority, way_found, ways


@dataclass(frozen=True)
class Need:
    what: str = "a room"
    target_groups: tuple[str, ...] = ()
    found_by: str | None = None
    method: str | None = None
    event_id: int | None = None
    votes: int | None = None
    status: str | None = None
    provider_id: int | None = None
    provider: str | None = None
    micro_project_id: int | None = None
    micro_project: str | None = None


def whats(needs):
    return [need.what for need in needs]


def test_most_votes_stand_first_and_unknown_votes_after_none_at_all():
    needs = [Need("unknown"), Need("none", votes=0), Need("few", votes=2), Need("many", votes=9)]
    assert whats(by_priority(needs)) == ["many", "few", "none", "unknown"]


def test_the_status_comes_before_the_votes():
    needs = [
        Need("unknown"),
        Need("parked", status="parked", votes=20),
        Need("taken up", status="taken_up"),
        Need("project", status="micro_project"),
        Need("open", status="open"),
    ]
    assert whats(by_priority(needs)) == ["open", "project", "taken up", "parked", "unknown"]


def test_needs_with_as_many_votes_stand_by_their_words():
    assert whats(by_priority([Need("bus", votes=3), Need("Art", votes=3)])) == ["Art", "bus"]


def test_the_order_does_not_give_small_numbers_away():
    needs = [Need("a", votes=1), Need("b", votes=4), Need("c", votes=5), Need("d", votes=0)]
    assert whats(by_priority(needs, least=5)) == ["c", "a", "b", "d"]


@pytest.mark.parametrize(
    ("need", "way"),
    [
        (Need(found_by="interview", method="by phone", event_id=3), "interview"),
        (Need(method="by phone", event_id=3), "event"),
        (Need(method="by phone"), "other"),
        (Need(), "unknown"),
    ],
)
def test_the_way_is_the_method_else_the_event_else_unknown(need, way):
    assert way_found(need) == way


def test_ways_count_needs_from_method_to_status_in_order():
    needs = [Need(), Need(found_by="interview", status="open"), Need(found_by="kitchen_talk"), Need(found_by="interview", status="open")]
    assert [(way.way, way.status, way.needs) for way in ways(needs)] == [
        ("kitchen_talk", "unknown", 1),
        ("interview", "open", 2),
        ("unknown", "unknown", 1),
    ]


def test_a_way_names_each_provider_once_and_counts_those_without_a_name():
    taken = {"status": "taken_up", "provider_id": 7, "provider": "Diaconia"}
    (way,) = ways([Need(**taken), Need(**taken), Need(status="taken_up")])
    assert (way.needs, way.providers, way.unnamed) == (3, ((7, "Diaconia"),), 1)


def test_a_way_names_the_micro_projects_by_name():
    needs = [Need(status="micro_project", micro_project_id=number, micro_project=name) for number, name in ((1, "Sewing"), (2, "art"))]
    (way,) = ways(needs)
    assert (way.micro_projects, way.unnamed) == (((2, "art"), (1, "Sewing")), 0)


def test_an_open_need_lacks_no_name():
    assert ways([Need(status="open")])[0].unnamed == 0


def test_a_need_of_several_groups_counts_in_each_and_one_of_none_apart():
    found = by_group([Need(target_groups=("youth", "older"), found_by="interview"), Need()])
    assert found == [
        GroupNeeds("older", {"interview": 1}, 1),
        GroupNeeds("youth", {"interview": 1}, 1),
        GroupNeeds("unknown", {"unknown": 1}, 1),
    ]


def test_a_group_that_nobody_asked_is_there_with_nothing():
    assert by_group([], groups={"migrants"}) == [GroupNeeds("migrants", {}, 0)]
