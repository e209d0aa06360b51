"""Indicators chosen for a release: what is shown of them, and what is hidden."""

from datetime import date

import pytest

from data_layer.problem import Problem
from data_layer.releases.released import from_json, to_json
from data_layer.releases.watched import offered_indicators
from tests.composing import YEAR, composition, fix, look
from tests.factories import make_indicator, make_micro_project, make_observation


@pytest.fixture
def networks(programme):
    return programme


def watch(session, networks, *chosen, **more):
    return look(session, composition(*networks, tables=("reached",), indicators=tuple(sorted(each.id for each in chosen)), **more))


def observed(session, network, value, *, name="Meetings", month=5, year=2017, persons=False, **fields):
    unit = "people" if persons else "meetings"
    given = {"level": "organisational", "kind": "counted", "unit": unit, "of_persons": persons} | fields
    indicator = make_indicator(session, network, name=name, **given)
    if value is not None:
        day = date(year, month, 1)
        make_observation(session, indicator, value=value, words=None, day_first=day, day_last=day, source="minutes")
    return indicator


def only(found):
    (line,) = found.tables.indicators
    return line


def test_what_counts_no_persons_is_shown_as_it_is(session, networks):
    indicator = observed(session, networks[0], 3, baseline=1, target=8)
    line = only(watch(session, networks, indicator))
    assert (line.baseline, line.target, line.value, line.unit, line.source) == (1, 8, 3, "meetings", "minutes")
    assert line.day == (date(2017, 5, 1), date(2017, 5, 1))


def test_only_chosen_ones_are_there(session, networks):
    observed(session, networks[0], 3)
    assert watch(session, networks).tables.indicators == ()


def test_persons_are_rounded_and_few_are_hidden(session, networks):
    many = observed(session, networks[0], 62, name="Many", persons=True, baseline=3, target=70)
    line = only(watch(session, networks, many))
    assert (line.value, line.baseline, line.target, line.hidden) == (60, None, 70, ("baseline",))


def test_a_number_of_single_people_is_protected_whatever_is_ticked(session, networks):
    line = only(watch(session, networks, observed(session, networks[0], 6, level="individual")))
    assert (line.of_persons, line.value, line.hidden) == (True, None, ("value",))


def test_the_leader_is_told_what_is_hidden_and_why(session, networks):
    found = watch(session, networks, observed(session, networks[0], 6, name="Work", persons=True))
    assert [(cell.row, cell.column, cell.reason) for cell in found.hidden if cell.table == "indicator_values"] == [
        ("Work – North", "value", "few")
    ]


def test_unknown_is_not_hidden(session, networks):
    line = only(watch(session, networks, observed(session, networks[0], None, persons=True)))
    assert (line.baseline, line.value, line.hidden) == (None, None, ())


def test_the_latest_of_the_period_counts(session, networks):
    indicator = observed(session, networks[0], 3, month=2)
    for year, value in ((2017, 4), (2018, 90)):
        day = date(year, 6, 1)
        make_observation(session, indicator, value=value, words=None, day_first=day, day_last=day)
    line = only(watch(session, networks, indicator))
    assert (line.value, line.observed) == (4, 2)


def test_a_baseline_close_to_the_value_is_hidden(session, networks):
    line = only(watch(session, networks, observed(session, networks[0], 66, persons=True, baseline=60)))
    assert (line.value, line.baseline, line.hidden) == (65, None, ("baseline",))


def test_a_value_that_would_tell_a_few_of_those_reached_is_hidden(session, networks):
    """109 were reached in all: of 100 of them something is counted, so that a few are left."""
    project = make_micro_project(session, networks[0], "Second")
    total = look(session, composition(*networks, tables=("reached",))).tables.figures[0].cells[-1][0]
    assert total is not None
    close = observed(session, networks[0], total - 7, name="Close", persons=True, micro_project_id=project.id)
    found = watch(session, networks, close)
    assert only(found).hidden == ("value",)
    assert {cell.reason for cell in found.hidden if cell.table == "indicator_values"} == {"worked_out"}


def test_what_a_later_release_would_tell_together_with_an_earlier_one_is_hidden(session, networks, leader):
    first = observed(session, networks[0], 66, name="First", persons=True)
    fix(session, composition(*networks, tables=("reached",), indicators=(first.id,)), leader)
    second = observed(session, networks[0], 60, name="Second", persons=True)
    assert only(watch(session, networks, second)).hidden == ("value",)


def test_what_an_earlier_release_hid_stays_hidden_as_long_as_it_is_the_same(session, networks, leader):
    few = observed(session, networks[0], 6, persons=True)
    fix(session, composition(*networks, tables=("reached",), indicators=(few.id,)), leader)
    again = watch(session, networks, few)
    assert (only(again).hidden, again.same) == (("value",), True)


def test_words_of_an_indicator_stay_where_they_are(session, networks):
    indicator = make_indicator(session, networks[0], kind="descriptive", level="societal", unit=None)
    make_observation(session, indicator, value=None, words="Anna spoke", day_first=YEAR.first, day_last=YEAR.first)
    found = watch(session, networks, indicator)
    assert only(found).observed == 1
    assert "Anna" not in str(to_json(found.tables))


def test_what_is_stored_is_read_again(session, networks):
    found = watch(session, networks, observed(session, networks[0], 62, persons=True, baseline=3)).tables
    assert from_json(to_json(found)) == found


def test_an_indicator_of_another_network_cannot_be_chosen(session, networks):
    with pytest.raises(Problem) as raised:
        watch(session, networks[:1], observed(session, networks[1], 3))
    assert (raised.value.code, raised.value.field) == ("indicator_not_offered", "indicator")


def test_a_name_with_an_address_of_a_person_is_not_offered(session, networks):
    named = observed(session, networks[0], 3, name="Meetings, ask anna@example.org")
    assert offered_indicators(session, [networks[0].id]) == []
    with pytest.raises(Problem):
        watch(session, networks, named)
