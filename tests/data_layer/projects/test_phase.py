"""The steps of micro projects through the phases."""

from datetime import date

from data_layer.projects.phase import phase_steps, phase_steps_of
from data_layer.scope import Scope
from tests.factories import make_micro_project, make_network, make_note, make_phase_change


def test_steps_come_project_by_project_in_their_order(session):
    network = make_network(session)
    one, two = make_micro_project(session, network, "one"), make_micro_project(session, network, "two")
    make_phase_change(session, two, "needs")
    make_phase_change(session, one, "design")
    make_phase_change(session, two, "support", from_phase="needs")
    steps = phase_steps(session, Scope())
    assert [(step.micro_project_id, step.phase) for step in steps] == [(one.id, "design"), (two.id, "needs"), (two.id, "support")]


def test_a_note_says_that_a_phase_is_our_reading(session):
    project = make_micro_project(session, make_network(session))
    change = make_phase_change(session, project, "design")
    make_note(session, change, "to_phase")
    assert [step.is_reading for step in phase_steps_of(session, project.id)] == [True]


def test_a_note_of_another_kind_does_not(session):
    project = make_micro_project(session, make_network(session))
    change = make_phase_change(session, project, "design")
    make_note(session, change, "to_phase", "stated")
    assert [step.is_reading for step in phase_steps_of(session, project.id)] == [False]


def test_steps_follow_the_network_and_the_target_group(session):
    here, there = make_network(session, "here"), make_network(session, "there")
    wanted = make_micro_project(session, here, "wanted", target_groups=("youth",))
    make_phase_change(session, wanted, "design", day_first=date(2016, 1, 1), day_last=date(2016, 1, 1))
    make_phase_change(session, make_micro_project(session, here, "older", target_groups=("older",)), "design")
    make_phase_change(session, make_micro_project(session, there, "there", target_groups=("youth",)), "design")
    steps = phase_steps(session, Scope(here.id, "youth", 2020))
    assert [step.micro_project_id for step in steps] == [wanted.id]
