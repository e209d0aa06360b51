"""Micro projects that hang on one supporter or one funder."""

from datetime import date

import pytest

from tests.factories import make_funding_case, make_funding_source, make_micro_project, make_network, make_stakeholder, make_tie


@pytest.fixture
def group(session, valley):
    return make_stakeholder(session, valley, "Sewing group")


@pytest.fixture
def project(session, valley, group):
    return make_micro_project(session, valley, group_id=group.id)


def carried_by(session, valley, group, name, **fields):
    other = make_stakeholder(session, valley, name, role=fields.pop("role", None))
    make_tie(session, other, group, **{"relation": "support", **fields})
    return other


def seen(items):
    return [(item.micro_project, item.on, item.other) for item in items]


def test_one_supporter_is_named(session, valley, found, group, project):
    parish = carried_by(session, valley, group, "Parish")
    (item,) = found("dependent")
    assert (item.micro_project_id, item.network, item.on, item.other, item.other_id) == (
        project.id,
        "Northern Valley",
        "supporter",
        "Parish",
        parish.id,
    )


def test_the_facilitator_is_told_as_such(session, valley, found, group, project):
    carried_by(session, valley, group, "Provider", role="facilitator")
    assert seen(found("dependent")) == [("Sewing room", "facilitator", "Provider")]


def test_a_tie_that_goes_out_from_the_group_counts_too(session, valley, found, group, project):
    make_tie(session, group, make_stakeholder(session, valley, "Parish"), relation="cooperation")
    assert seen(found("dependent")) == [("Sewing room", "supporter", "Parish")]


def test_two_supporters_are_enough(session, valley, found, group, project):
    carried_by(session, valley, group, "Parish")
    carried_by(session, valley, group, "School")
    assert found("dependent") == []


def test_two_ties_of_one_supporter_are_one(session, valley, found, group, project):
    parish = carried_by(session, valley, group, "Parish")
    make_tie(session, group, parish, relation="shared_space")
    assert seen(found("dependent")) == [("Sewing room", "supporter", "Parish")]


@pytest.mark.parametrize("relation", ["information", "conflict"])
def test_to_know_of_each_other_or_to_quarrel_is_no_support(session, valley, found, group, project, relation):
    carried_by(session, valley, group, "Parish", relation=relation)
    assert found("dependent") == []


def test_support_that_has_ended_is_gone(session, valley, found, group, project):
    carried_by(session, valley, group, "Parish")
    carried_by(session, valley, group, "School", end_first=date(2026, 1, 1), end_last=date(2026, 1, 31))
    assert seen(found("dependent")) == [("Sewing room", "supporter", "Parish")]


def test_nobody_recorded_is_no_finding(found, project):
    assert found("dependent") == []


def test_one_funder_is_named(session, found, project):
    make_funding_case(session, project, make_funding_source(session, "STEA"), state="received")
    (item,) = found("dependent")
    assert (item.on, item.other, item.other_id) == ("funder", "STEA", None)


def test_two_sources_of_one_funder_are_one(session, found, project):
    for name in ("Small grants", "Large grants"):
        make_funding_case(session, project, make_funding_source(session, "STEA", name=name), state="awarded")
    assert seen(found("dependent")) == [("Sewing room", "funder", "STEA")]


def test_one_body_under_two_names_is_one_funder(session, found, project):
    for name in ("STEA", "Funding Centre"):
        make_funding_case(session, project, make_funding_source(session, name, body_id=7), state="awarded")
    assert [item.on for item in found("dependent")] == ["funder"]


def test_help_in_kind_is_given_too(session, found, project):
    make_funding_case(session, project, make_funding_source(session, "STEA"), state="received")
    make_funding_case(session, project, make_funding_source(session, "Parish"), state="received", in_kind_quantity=3, in_kind_unit="books")
    assert found("dependent") == []


@pytest.mark.parametrize("state", ["idea", "applied", "refused"])
def test_money_that_was_not_given_does_not_count(session, found, project, state):
    make_funding_case(session, project, make_funding_source(session, "STEA"), state="awarded")
    make_funding_case(session, project, make_funding_source(session, "County"), state=state)
    assert seen(found("dependent")) == [("Sewing room", "funder", "STEA")]


@pytest.mark.parametrize("end_state", ["self_sustaining", "taken_up", "ended"])
def test_settled_micro_projects_hang_on_nobody(session, valley, found, group, end_state):
    make_micro_project(session, valley, group_id=group.id, end_state=end_state)
    carried_by(session, valley, group, "Parish")
    assert found("dependent") == []


def test_a_network_that_has_ended_is_left_out(session, clock, found, valley):
    closed = make_network(session, "Closed", ended_first=date(2020, 1, 1), ended_last=date(2020, 12, 31))
    group = make_stakeholder(session, closed, "Old group")
    make_micro_project(session, closed, group_id=group.id)
    carried_by(session, closed, group, "Parish")
    assert found("dependent") == []


def test_another_target_group_can_be_left_out(session, valley, found, group):
    make_micro_project(session, valley, group_id=group.id, target_groups=("older",))
    carried_by(session, valley, group, "Parish")
    assert (len(found("dependent", target_group="older")), found("dependent", target_group="youth")) == (1, [])
