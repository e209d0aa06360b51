"""How long micro projects stay in a phase."""

from datetime import date

from data_layer.analysis.phase import spells, standing, time_in_phase
from data_layer.projects.phase import PhaseStep

TODAY = date(2020, 1, 1)


def step(project, phase, first=None, last=None):
    return PhaseStep(1, project, phase, first, last or first, None, None, False)


def times(*steps, until=None):
    return {time.phase: time for time in time_in_phase(spells(steps), until=until or {})}


def test_a_stay_lasts_from_one_step_to_the_next():
    found = times(step(1, "needs", date(2018, 1, 1)), step(1, "design", date(2018, 1, 31)))
    assert (found["needs"].over.least, found["needs"].over.most, found["needs"].over.number) == (30, 30, 1)


def test_a_vague_date_gives_the_least_and_the_most():
    found = times(step(1, "needs", date(2018, 1, 1), date(2018, 1, 31)), step(1, "design", date(2018, 3, 1), date(2018, 3, 31)))
    assert (found["needs"].over.least, found["needs"].over.most) == (29, 89)


def test_two_vague_dates_that_touch_give_no_negative_stay():
    found = times(step(1, "needs", date(2018, 1, 1), date(2018, 12, 31)), step(1, "design", date(2018, 1, 1), date(2018, 12, 31)))
    assert (found["needs"].over.least, found["needs"].over.most) == (0, 364)


def test_of_two_stays_in_the_middle_the_shorter_counts():
    steps = []
    for project, days in enumerate((10, 20, 30, 40)):
        steps += [step(project, "needs", date(2018, 1, 1)), step(project, "design", date.fromordinal(date(2018, 1, 1).toordinal() + days))]
    assert times(*steps)["needs"].over.least == 20


def test_nothing_is_reckoned_from_an_unknown_date():
    found = times(step(1, "needs"), step(1, "design", date(2018, 1, 31)), until={1: TODAY})
    assert (found["needs"].over, found["needs"].undated) == (None, 1)


def test_a_stay_that_goes_on_is_counted_until_today_apart_from_those_that_are_over():
    found = times(step(1, "needs", date(2019, 12, 2)), until={1: TODAY})
    assert (found["needs"].over, found["needs"].so_far.most, found["needs"].undated) == (None, 30, 0)


def test_the_last_stay_of_one_that_has_ended_has_no_known_end():
    found = times(step(1, "start_up", date(2019, 12, 2)))
    assert (found["start_up"].so_far, found["start_up"].undated) == (None, 1)


def test_every_known_phase_is_listed_in_the_order_of_the_path():
    assert list(times()) == ["needs", "design", "support", "start_up"]


def test_steps_of_different_projects_are_not_chained():
    found = times(step(1, "needs", date(2018, 1, 1)), step(2, "design", date(2018, 2, 1)))
    assert found["needs"].over is None


def test_a_micro_project_stands_where_its_last_step_led():
    last = step(1, "design")
    assert standing([step(1, "needs"), last, step(2, "needs")])[1] is last
