"""Stakeholders and micro projects of one network with alike names."""

import pytest

from data_layer.attention.twin import Twin, each_once
from tests.factories import make_micro_project, make_network, make_note, make_stakeholder


def pairs(items):
    return [(item.table, item.first[1], item.second[1]) for item in items]


def test_alike_names_in_one_network_are_told(session, valley, found):
    make_stakeholder(session, valley, "Parish diaconia Sandora")
    make_stakeholder(session, valley, "Sandora, parish diaconia")
    assert pairs(found("twin")) == [("stakeholder", "Parish diaconia Sandora", "Sandora, parish diaconia")]


def test_micro_projects_have_twins_too(session, valley, found):
    make_micro_project(session, valley, "Repair café")
    make_micro_project(session, valley, "Repair cafe")
    assert pairs(found("twin")) == [("micro_project", "Repair cafe", "Repair café")]


def test_a_group_and_its_micro_project_may_share_a_name(session, valley, found):
    group = make_stakeholder(session, valley, "WIRkstatt")
    make_micro_project(session, valley, "WIRkstatt", group_id=group.id)
    assert found("twin") == []


def test_two_networks_may_share_names(session, valley, found):
    make_stakeholder(session, valley, "Job centre")
    make_stakeholder(session, make_network(session, "Southern Valley"), "Job centre")
    assert found("twin") == []


@pytest.mark.parametrize("local", ["Job centre Northern Valley", "Job centre, Seaside"])
def test_the_place_adds_nothing_to_a_name(session, clock, found, local):
    here = make_network(session, "Northern Valleys", region="Northern Valley, Seaside")
    make_stakeholder(session, here, "Job centre")
    make_stakeholder(session, here, local)
    assert len(found("twin")) == 1


def test_a_new_name_is_seen_at_once(session, valley, found):
    make_stakeholder(session, valley, "Repair café")
    assert found("twin") == []
    make_stakeholder(session, valley, "Repair cafe")
    assert len(found("twin")) == 1


def test_a_noted_pair_is_not_guessed_again(session, valley, found):
    one = make_stakeholder(session, valley, "Repair café")
    make_stakeholder(session, valley, "Repair cafe")
    make_note(session, one, "body_id", other_value="Repair cafe", text="The same door.")
    assert [item.noted for item in found("twin")] == ["The same door."]


def test_a_pair_is_the_same_pair_the_other_way_round():
    noted = Twin("LEN", 1, "stakeholder", (1, "a"), (2, "b"), "noted")
    assert each_once([noted], [Twin("LEN", 1, "stakeholder", (2, "b"), (1, "a"))]) == [noted]
