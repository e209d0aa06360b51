"""What is missing for a phase."""

import pytest

from data_layer.problem import NotFound
from data_layer.projects.missing import BUILDS_ON, missing
from data_layer.vocabulary import Phase
from tests.factories import (
    make_assessment,
    make_funding_case,
    make_funding_source,
    make_micro_project,
    make_need,
    make_network,
    make_stakeholder,
    make_tie,
)


@pytest.fixture
def network(session):
    return make_network(session)


def test_of_a_bare_micro_project_everything_is_missing(session, network):
    assert missing(session, make_micro_project(session, network).id) == dict(BUILDS_ON)


def test_what_is_recorded_is_not_missing(session, network):
    group, other = make_stakeholder(session, network), make_stakeholder(session, network, "Coach")
    project = make_micro_project(session, network, group_id=group.id, run_by="users", format="association")
    make_tie(session, other, group, relation="support")
    make_need(session, network, status="micro_project", micro_project_id=project.id)
    for side in ("users", "professionals"):
        make_assessment(session, project, side, 4)
    make_funding_case(session, project, make_funding_source(session), state="received")
    assert missing(session, project.id) == dict.fromkeys(BUILDS_ON, ())


def test_a_refusal_is_a_source_that_was_thought_of_but_no_money(session, network):
    project = make_micro_project(session, network)
    make_funding_case(session, project, make_funding_source(session), state="refused")
    found = missing(session, project.id)
    assert ("source" in found[Phase.SUPPORT], "money" in found[Phase.START_UP]) == (False, True)


def test_a_tie_of_another_kind_is_no_support(session, network):
    group, other = make_stakeholder(session, network), make_stakeholder(session, network, "Town")
    project = make_micro_project(session, network, group_id=group.id)
    make_tie(session, other, group, relation="information")
    assert "supporter" in missing(session, project.id)[Phase.SUPPORT]


def test_it_takes_one_statement(session, network, queries):
    project_id = make_micro_project(session, network).id
    queries.clear()
    missing(session, project_id)
    assert len(queries) == 1


def test_a_micro_project_that_is_not_there_is_not_found(session):
    with pytest.raises(NotFound):
        missing(session, 1)
