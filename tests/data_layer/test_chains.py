"""The steps of a pilot follow one another, or there is a reason; a file is told so row by row."""

import pytest

from data_layer.action import acting
from data_layer.editing.edit import trash_rows
from data_layer.editing.note_table import TABLES_AND_NOTES
from data_layer.editing.tables import TABLES
from data_layer.files.recognise import recognise
from data_layer.imports.choice import first_choices
from data_layer.imports.plan import plan
from data_layer.problem import Problem
from tests.factories import make_indicator, make_network, make_observation, make_pilot, make_pilot_step

FIELDS = {table.name: list(table.fields) for table in TABLES_AND_NOTES.values()}


@pytest.fixture
def pilot(session):
    return make_pilot(session, make_network(session), "Kitchen")


def codes(session, pilot, *lines):
    """What becomes of these lines of a file: the code of the problem, None where there is none."""
    text = "\n".join(["id,network,pilot,step,reason", *(f",,Kitchen,{line}" for line in lines), ""])
    read = recognise(text.encode(), "pilot_step.csv", FIELDS)
    return [row.problem and row.problem.code for row in plan(session, read, first_choices(read, pilot.network_id)).rows]


def test_a_step_before_the_one_ahead_of_it_is_refused(session, pilot):
    with pytest.raises(Problem) as refused:
        make_pilot_step(session, pilot, "kick_start")
    assert (refused.value.code, refused.value.values["missing"]) == ("step_out_of_order", "explore")


@pytest.mark.parametrize("fields", [{}, {"reason": "The staff began here"}])
def test_a_step_after_it_or_with_a_reason_is_good(session, pilot, fields):
    if not fields:
        make_pilot_step(session, pilot, "explore")
    assert make_pilot_step(session, pilot, "kick_start", **fields).id


def test_a_step_of_another_pilot_does_not_count(session, pilot):
    make_pilot_step(session, make_pilot(session, make_network(session, "Elsewhere")), "explore")
    with pytest.raises(Problem, match="step_out_of_order"):
        make_pilot_step(session, pilot, "kick_start")


def test_a_step_on_which_the_next_one_stands_does_not_go_to_the_trash_alone(session, pilot):
    first = make_pilot_step(session, pilot, "explore")
    make_pilot_step(session, pilot, "kick_start")
    with pytest.raises(Problem, match="step_out_of_order"):
        trash_rows(session, TABLES["pilot_step"], [first.id])


def test_a_file_may_hold_the_steps_in_any_order(session, pilot):
    assert codes(session, pilot, "kick_start,", "explore,") == [None, None]


def test_a_file_is_told_which_step_has_nothing_ahead_of_it(session, pilot):
    make_pilot_step(session, pilot, "explore")
    told = codes(session, pilot, "kick_start,", "assess,", "momentum,because", "explore,")
    assert told == [None, "step_out_of_order", None, None]


def test_a_number_for_an_indicator_in_words_is_refused(session):
    described = make_indicator(session, make_network(session))
    with pytest.raises(Problem, match="observation_number") as refused:
        make_observation(session, described, value=7)
    assert (refused.value.field, refused.value.values["name"]) == ("value", described.name)


def test_an_indicator_with_numbers_does_not_become_one_in_words(session):
    counted = make_indicator(session, make_network(session), kind="counted", unit="meetings")
    observed = make_observation(session, counted, value=7)
    with pytest.raises(Problem, match="observation_number"), acting(session, "test") as action:
        action.update(counted, kind="descriptive")
    session.rollback()
    assert observed.id


def test_words_for_an_indicator_that_is_counted_are_good(session):
    assert make_observation(session, make_indicator(session, make_network(session), kind="counted", unit="meetings")).id
