"""Where pilots stand, what is to be done in them, what has stopped."""

from datetime import date

import pytest

from data_layer.action import acting
from data_layer.analysis.pilot import has_stopped, is_finished, place
from data_layer.models import Assessment
from data_layer.pilots.pilot import pilot, pilots
from data_layer.pilots.profile import profile
from data_layer.pilots.thing import dated_things, open_things, things_of
from data_layer.problem import NotFound
from data_layer.scope import Scope
from tests.factories import (
    make_assessment,
    make_decision,
    make_indicator,
    make_key_stakeholder,
    make_micro_project,
    make_network,
    make_note,
    make_observation,
    make_phase_change,
    make_pilot,
    make_pilot_point,
    make_pilot_project,
    make_pilot_step,
    make_pilot_task,
    make_review,
    make_stakeholder,
    make_story,
)

TODAY = date(2026, 11, 23)
LONG_AGO, LATELY = date(2026, 5, 22), date(2026, 5, 23)


@pytest.fixture
def cooking(session):
    return make_pilot(session, make_network(session))


def day(moment, name="day"):
    return {f"{name}_first": moment, f"{name}_last": moment}


def only(session):
    (line,) = pilots(session, Scope())
    return line


def read(session, pilot, **fields):
    """A reading of the pilot itself."""
    with acting(session, "test") as action:
        action.insert(Assessment(network_id=pilot.network_id, pilot_id=pilot.id, side="users", level_from=4, level_to=4, **fields))


class TestPlace:
    def test_a_pilot_without_steps_has_not_begun(self, session, cooking):
        assert place(only(session).steps).number == 0

    def test_it_stands_at_the_furthest_step_that_was_begun(self, session, cooking):
        make_pilot_step(session, cooking, "explore")
        make_pilot_step(session, cooking, "kick_start", state="done")
        assert (place(only(session).steps).number, place(only(session).steps).state) == (2, "done")

    def test_it_is_through_when_the_last_step_is_done(self, session, cooking):
        make_pilot_step(session, cooking, "momentum", state="done", reason="taken over from elsewhere")
        assert is_finished(only(session), TODAY)

    def test_one_that_ended_is_finished_wherever_it_stands(self, session):
        ended = make_pilot(session, make_network(session), **day(TODAY, "end"))
        assert is_finished(pilot(session, ended.id), TODAY)


class TestStopped:
    def test_a_pilot_of_which_nothing_is_dated_has_stopped(self, session, cooking):
        make_pilot_task(session, cooking, begins=TODAY, due=TODAY)
        assert has_stopped(only(session), TODAY)

    @pytest.mark.parametrize(("last", "stopped"), [(LONG_AGO, True), (LATELY, False)])
    def test_half_a_year_without_a_dated_fact_is_the_line(self, session, cooking, last, stopped):
        make_pilot_task(session, cooking, done=last)
        assert has_stopped(only(session), TODAY) is stopped

    @pytest.mark.parametrize(
        "make",
        [
            lambda session, pilot: make_pilot_step(session, pilot, "explore", **day(LATELY, "start")),
            lambda session, pilot: make_pilot_step(session, pilot, "explore", state="done", **day(LATELY, "end")),
            lambda session, pilot: make_pilot_point(session, pilot, **day(LATELY)),
            lambda session, pilot: make_review(session, pilot, **day(LATELY)),
            lambda session, pilot: make_story(session, pilot, **day(LATELY)),
            lambda session, pilot: read(session, pilot, **day(LATELY)),
            lambda session, pilot: make_decision(session, make_review(session, pilot), done=LATELY),
            lambda session, pilot: make_decision(session, make_story(session, pilot), done=LATELY),
        ],
    )
    def test_whatever_happened_counts(self, session, cooking, make):
        make(session, cooking)
        assert only(session).fact_last == LATELY

    def test_an_observation_of_its_indicator_counts(self, session, cooking):
        network = make_network(session, "Elsewhere")
        other = make_pilot(session, network)
        make_observation(session, make_indicator(session, network, pilot_id=other.id), **day(LATELY))
        assert [line.fact_last for line in pilots(session, Scope(network_id=network.id))] == [LATELY]

    def test_a_finished_pilot_has_not_stopped(self, session, cooking):
        make_pilot_step(session, cooking, "momentum", state="done", reason="taken over", **day(date(2020, 1, 1), "end"))
        assert not has_stopped(only(session), TODAY)


class TestThings:
    def test_tasks_and_decisions_stand_together_by_date(self, session, cooking):
        make_pilot_task(session, cooking, "Undated")
        make_decision(session, make_review(session, cooking), "Later", due=date(2027, 1, 1))
        make_decision(session, make_story(session, cooking), "First", due=date(2026, 1, 1))
        make_pilot_task(session, cooking, "Between", due=date(2026, 6, 1))
        assert [thing.what for thing in things_of(session, cooking.id)] == ["First", "Between", "Later", "Undated"]

    def test_what_is_open_ends_with_a_day_and_leaves_out_what_is_done(self, session, cooking):
        make_pilot_task(session, cooking, "Done", due=TODAY, done=TODAY)
        make_pilot_task(session, cooking, "Due", due=TODAY)
        make_pilot_task(session, cooking, "Far", due=date(2027, 6, 1))
        make_pilot_task(session, cooking, "Undated")
        assert [thing.what for thing in open_things(session, Scope(), until=TODAY)] == ["Due"]
        assert [thing.what for thing in dated_things(session)] == ["Due", "Far"]

    def test_the_choice_of_a_network_counts(self, session, cooking):
        other = make_pilot(session, make_network(session, "Elsewhere"))
        make_pilot_task(session, other, due=TODAY)
        assert open_things(session, Scope(network_id=cooking.network_id), until=TODAY) == []

    def test_a_decision_about_a_micro_project_is_no_pilots(self, session, cooking):
        project = make_micro_project(session, make_network(session, "Elsewhere"))
        make_decision(session, make_review(session, project), due=TODAY)
        assert dated_things(session) == []

    @pytest.mark.parametrize(("due", "done", "overdue"), [(LATELY, None, True), (TODAY, None, False), (LATELY, TODAY, False)])
    def test_overdue_is_what_was_due_before_today(self, session, cooking, due, done, overdue):
        make_pilot_task(session, cooking, due=due, done=done)
        assert things_of(session, cooking.id)[0].is_overdue(TODAY) is overdue


def fill(session, pilot, number):
    network = pilot.network_id
    for turn in range(number):
        who = make_stakeholder(session, Home(network), f"Member {turn}")
        make_key_stakeholder(session, pilot, who, part="pays")
        make_pilot_point(session, pilot, stakeholder_id=who.id)
        make_pilot_task(session, pilot, stakeholder_id=who.id)
        project = make_micro_project(session, Home(network), f"Project {turn}")
        make_phase_change(session, project, "design")
        make_pilot_project(session, pilot, project)
        make_assessment(session, project, "users", 4, level_to=5)
        make_note(session, make_review(session, pilot), "first", "invented")
        make_story(session, pilot, f"Story {turn}")


class Home:
    """What the factories ask of a network."""

    def __init__(self, network_id):
        self.id = network_id


class TestProfile:
    def test_it_holds_what_hangs_on_the_pilot(self, session, cooking):
        fill(session, cooking, 1)
        found = profile(session, cooking.id)
        assert [(each.stakeholder, each.part) for each in found.keys] == [("Member 0", "pays")]
        assert [(each.name, each.phase) for each in found.projects] == [("Project 0", "design")]
        assert [(each.low, each.high) for each in found.readings] == [(4, 5)]
        assert [note.kind for note in found.notes["review", found.reviews[0].id]] == ["invented"]

    def test_nobody_elses_rows_are_in_it(self, session, cooking):
        fill(session, make_pilot(session, Home(cooking.network_id), "Another"), 1)
        found = profile(session, cooking.id)
        assert not any((found.points, found.keys, found.things, found.projects, found.readings, found.reviews, found.stories, found.notes))

    def test_a_missing_pilot_is_not_found(self, session):
        with pytest.raises(NotFound):
            profile(session, 99)

    @pytest.mark.parametrize("number", [1, 5])
    def test_the_number_of_statements_is_the_same_for_any_number_of_rows(self, session, cooking, queries, number):
        fill(session, cooking, number)
        queries.clear()
        profile(session, cooking.id)
        assert len(queries) == 8
