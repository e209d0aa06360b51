"""What a micro project leaves behind."""

from datetime import date

import pytest

from data_layer.analysis.left_behind import Held, held, legacies
from data_layer.analysis.network_change import There
from data_layer.network.origin import Beginnings, Occasion, Project
from tests.data_layer.analysis.drawn import UNKNOWN, network, tie, year

DAY = date(2021, 6, 30)
GROUP = 1
VALLEY = network(
    "",
    alone="group helper school",
    ties=[
        tie(1, 1, 2, start=year(2018), micro_project_id=7),
        tie(2, 1, 3, start=year(2018), end=year(2019), event_id=5),
        tie(3, 2, 3, micro_project_id=7),
        tie(4, 2, 3, "conflict", start=year(2018), micro_project_id=7),
        tie(5, 2, 3, start=year(2018)),
    ],
)


def beginnings(end_state="ended", ended=UNKNOWN):
    occasion = Occasion(5, "Kitchen talk", UNKNOWN, 7)
    return Beginnings({7: Project(7, "Sewing room", GROUP, end_state, ended)}, {5: occasion})


def only(**fields):
    (found,) = legacies(VALLEY, beginnings(**fields), DAY)
    return found


def test_ties_count_that_came_out_of_it_or_of_one_of_its_events():
    assert only().ties == {1: There.YES, 2: There.NO, 3: There.UNDATED}
    assert only().held == Held(hold=1, perhaps=0, over=1, undated=1)


def test_partners_are_those_whose_ties_hold_without_the_group_itself():
    names = [VALLEY.names[partner] for partner in only().partners]
    assert names == ["helper"]


@pytest.mark.parametrize("goes_on", ["open", "unknown"])
def test_a_micro_project_that_goes_on_is_not_over(goes_on):
    assert not only(end_state=goes_on).over
    assert only(end_state="informal").over


def test_only_what_ended_or_left_a_tie_is_named():
    projects = {
        1: Project(1, "B", None, "open", UNKNOWN),
        2: Project(2, "C", None, "ended", UNKNOWN),
        7: Project(7, "A", GROUP, "open", UNKNOWN),
    }
    assert [one.project.name for one in legacies(VALLEY, Beginnings(projects, {}), DAY)] == ["C", "A"]


@pytest.mark.parametrize(("ended", "yet"), [(year(2020), False), (year(2022), True), (UNKNOWN, False)])
def test_before_its_end_nothing_can_be_said_of_after(ended, yet):
    assert only(ended=ended).yet is yet


def test_held_counts_each_tie_once():
    assert held([(year(2018), UNKNOWN), (year(2021), UNKNOWN), (UNKNOWN, UNKNOWN)], DAY) == Held(1, 1, 0, 1)
    assert held([], DAY).ties == 0
