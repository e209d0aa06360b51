"""Who runs a micro project, what is handed over, how ready it is, whom it reached."""

from datetime import date

import pytest

from data_layer.action import acting
from data_layer.models import Network
from data_layer.problem import NotFound
from data_layer.projects.ownership import ownership
from data_layer.undo import undo
from tests.factories import (
    make_handover,
    make_micro_project,
    make_network,
    make_note,
    make_people_reached,
    make_phase_change,
    make_readiness,
    make_stakeholder,
)

DAY = date(2020, 5, 1)


@pytest.fixture
def project(session):
    return make_micro_project(session, make_network(session), run_by="professionals")


def change(session, project, **values):
    with acting(session, "edit") as recorder:
        recorder.update(project, **values)
        return recorder.action.id


def test_what_nobody_recorded_is_unknown(session, project):
    found = ownership(session, project.id)
    assert (found.project.phase, found.project.format, found.project.in_hand_minor) == ("unknown", "unknown", None)
    assert (found.readiness, found.handovers, found.reached, found.changes) == ((), (), (), ())


def test_each_row_comes_back_whole(session, project):
    group = make_stakeholder(session, session.get(Network, project.network_id), "Group")
    make_readiness(session, project, "users", 3, day_first=DAY, day_last=DAY, evidence="They chair.")
    make_handover(session, project, "money", what="the cash box", stakeholder_id=group.id, state="under_way", due=DAY)
    make_people_reached(session, project, 12, target_groups=("migrants", "youth"), about=True, day_first=DAY, day_last=DAY)
    found = ownership(session, project.id)
    (look,), (task,), (count,) = found.readiness, found.handovers, found.reached
    assert (look.dimension, look.step, look.day_last, look.evidence) == ("users", 3, DAY, "They chair.")
    assert (task.task, task.what, task.to_side, task.stakeholder, task.state, task.due) == (
        "money", "the cash box", "users", "Group", "under_way", DAY,
    )  # fmt: skip
    assert (count.persons, count.about, count.target_groups, count.day_first) == (12, True, ("migrants", "youth"), DAY)


def test_it_stands_where_its_last_step_led(session, project):
    make_phase_change(session, project, "design")
    make_phase_change(session, project, "support", from_phase="design")
    assert ownership(session, project.id).project.phase == "support"


def test_how_it_was_run_before_comes_from_the_history(session, project):
    change(session, project, run_by="both")
    change(session, project, name="Another name")
    change(session, project, run_by="users")
    assert [(one.before, one.after) for one in ownership(session, project.id).changes] == [("professionals", "both"), ("both", "users")]


def test_a_change_that_was_taken_back_is_left_out(session, project):
    undo(session, change(session, project, run_by="users"))
    assert ownership(session, project.id).changes == ()


def test_notes_stand_under_their_row(session, project):
    look = make_readiness(session, project)
    make_note(session, look, "step", text="Our reading.")
    assert [note.text for note in ownership(session, project.id).notes["readiness", look.id]] == ["Our reading."]


def test_it_takes_four_statements_whatever_there_is(session, project, queries):
    for _number in range(5):
        make_readiness(session, project)
        make_handover(session, project)
        make_people_reached(session, project)
    session.flush()
    queries.clear()
    ownership(session, project.id)
    assert len(queries) == 4


def test_a_micro_project_that_is_not_there_is_not_found(session, project):
    with pytest.raises(NotFound):
        ownership(session, project.id + 1)
