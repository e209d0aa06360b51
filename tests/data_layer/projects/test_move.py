"""Moving a micro project."""

import pytest
import sqlalchemy as sa

from data_layer.models import Action, PhaseChange
from data_layer.problem import Problem
from data_layer.projects.move import move
from tests.factories import make_micro_project, make_network, make_phase_change


@pytest.fixture
def project(session):
    row = make_micro_project(session, make_network(session))
    make_phase_change(session, row, "design")
    return row


def actions(session):
    return session.scalar(sa.select(sa.func.count(Action.id)))


def test_a_step_and_an_end_are_one_action(session, project):
    before = actions(session)
    _action, step = move(session, project.id, seen="design", step={"to_phase": "support", "day": "2020-03"}, end=("unknown", "open"))
    assert (step.from_phase, step.to_phase, project.end_state, actions(session)) == ("design", "support", "open", before + 1)


def test_an_end_alone_is_no_step(session, project):
    move(session, project.id, seen="design", step=None, end=("unknown", "ended"))
    assert (project.end_state, session.scalar(sa.select(sa.func.count(PhaseChange.id)))) == ("ended", 1)


def test_a_step_back_needs_a_reason(session, project):
    with pytest.raises(Problem, match="step_back_needs_reason"):
        move(session, project.id, seen="design", step={"to_phase": "needs"}, end=None)


@pytest.mark.parametrize(("seen", "end"), [("needs", None), ("design", ("open", "ended"))])
def test_what_somebody_else_changed_meanwhile_is_told(session, project, seen, end):
    with pytest.raises(Problem, match="changed_meanwhile"):
        move(session, project.id, seen=seen, step={"to_phase": "support"}, end=end)


def test_an_end_that_there_is_not_is_refused(session, project):
    with pytest.raises(Problem, match="unknown_code"):
        move(session, project.id, seen="design", step=None, end=("unknown", "gone"))
