"""First times and absences, with dates that may be vague."""

from dataclasses import dataclass
from datetime import date

import pytest

from data_layer.analysis.attendance import Gathering, Time, gatherings
from data_layer.days import parse_day


@dataclass(frozen=True)
class Event:
    id: int
    day: str
    network_id: int = 1

    @property
    def day_first(self) -> date | None:
        return parse_day(self.day)[0]

    @property
    def day_last(self) -> date | None:
        return parse_day(self.day)[1]


@dataclass(frozen=True)
class Row:
    event: Event
    stakeholder: str
    presence: str = "came"

    @property
    def id(self) -> int:
        return 100 * self.event.id + self.stakeholder_id

    @property
    def stakeholder_id(self) -> int:
        return ord(self.stakeholder[0]) + 1000 * self.network_id

    @property
    def event_id(self) -> int:
        return self.event.id

    @property
    def network_id(self) -> int:
        return self.event.network_id

    @property
    def day_first(self) -> date | None:
        return self.event.day_first

    @property
    def day_last(self) -> date | None:
        return self.event.day_last


def at(event: Event, *rows: Row) -> Gathering:
    return gatherings([event], rows)[event.id]


@pytest.mark.parametrize(
    ("day", "other", "time"),
    [
        ("2018", "2017", Time.AGAIN),
        ("2017", "2018", Time.FIRST),
        ("2017-03-02", "2017-03-01", Time.AGAIN),
        ("2017-03-01", "2017-03-01", Time.PERHAPS),
        ("2017-03", "2017", Time.PERHAPS),
        ("2018", "2017-12/2018-01", Time.PERHAPS),
        ("", "2017", Time.PERHAPS),
        ("2017", "", Time.PERHAPS),
        ("", "", Time.PERHAPS),
    ],
)
def test_who_was_at_another_event_came_for_the_first_time_only_if_that_was_surely_later(day, other, time):
    event, another = Event(1, day), Event(2, other)
    (visitor,) = at(event, Row(event, "School"), Row(another, "School")).came
    assert visitor.time is time


@pytest.mark.parametrize("day", ["2017", ""])
def test_who_is_recorded_at_one_event_only_came_for_the_first_time(day):
    event = Event(1, day)
    (visitor,) = at(event, Row(event, "School")).came
    assert (visitor.name, visitor.time, visitor.row) == ("School", Time.FIRST, Row(event, "School").id)


def test_having_been_expected_before_is_no_presence():
    before, event = Event(1, "2016"), Event(2, "2017")
    (visitor,) = at(event, Row(before, "School", "stayed_away"), Row(event, "School")).came
    assert visitor.time is Time.FIRST


def test_one_surely_earlier_event_is_enough():
    event = Event(1, "2017")
    (visitor,) = at(event, Row(event, "School"), Row(Event(2, "2016"), "School"), Row(Event(3, ""), "School")).came
    assert visitor.time is Time.AGAIN


def test_who_stayed_away_either_used_to_come_or_never_came():
    before, event = Event(1, "2016"), Event(2, "2017")
    found = at(event, Row(before, "School"), Row(event, "School", "stayed_away"), Row(event, "Church", "stayed_away"))
    assert [(absent.name, absent.before) for absent in found.stayed_away] == [("School", True), ("Church", False)]


def test_who_came_earlier_and_is_not_recorded_is_told_apart_from_who_stayed_away():
    before, event = Event(1, "2016"), Event(2, "2017")
    found = at(event, Row(before, "School"), Row(before, "Church"), Row(event, "Church"))
    assert ([absent.name for absent in found.not_recorded], found.stayed_away) == (["School"], ())
    assert found.not_recorded[0].row is None


@pytest.mark.parametrize("other", ["2018", "2017", ""])
def test_who_came_only_to_events_that_were_not_surely_earlier_is_not_missed(other):
    event = Event(1, "2017")
    assert at(event, Row(Event(2, other), "School"), Row(event, "Church")).not_recorded == ()


def test_nobody_is_missed_where_nothing_is_recorded_of_who_was_there():
    found = at(Event(2, "2017"), Row(Event(1, "2016"), "School"))
    assert found == Gathering()
    assert not found.recorded


def test_networks_do_not_mix():
    here, there = Event(2, "2017", network_id=1), Event(1, "2016", network_id=2)
    assert at(here, Row(there, "School"), Row(here, "Church")).not_recorded == ()
