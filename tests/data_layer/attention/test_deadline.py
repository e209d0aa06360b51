"""Deadlines of funding sources that come soon."""

from datetime import UTC, date, datetime

import pytest

from tests.factories import make_funding_source, make_network


@pytest.mark.parametrize(
    ("day", "told"),
    [
        (date(2026, 6, 14), False),
        (date(2026, 6, 15), True),
        (date(2026, 6, 16), True),
        (date(2026, 9, 13), True),
        (date(2026, 9, 14), False),
    ],
)
def test_it_lies_ahead_from_today_on_and_for_ninety_days(session, valley, found, day, told):
    make_funding_source(session, deadline=day)
    assert bool(found("deadline")) == told


def test_the_nearest_comes_first_with_the_days_that_are_left(session, valley, found):
    make_funding_source(session, "Later", deadline=date(2026, 7, 1))
    make_funding_source(session, "Sooner", name="Small grants", country="SE", deadline=date(2026, 6, 20))
    assert [(item.funder, item.name, item.days) for item in found("deadline")] == [("Sooner", "Small grants", 5), ("Later", None, 16)]


@pytest.mark.parametrize(("zone", "days"), [("Pacific/Kiritimati", 4), ("Pacific/Honolulu", 5), (None, 5)])
def test_today_is_that_of_the_network_which_entered_the_source(session, valley, clock, found, zone, days):
    island = make_network(session, "Island", time_zone=zone)
    make_funding_source(session, entered_by_id=island.id, deadline=date(2026, 6, 20))
    clock(datetime(2026, 6, 15, 11, tzinfo=UTC))
    assert [item.days for item in found("deadline")] == [days]


def test_the_day_itself_lies_ahead_where_it_has_not_ended_yet(session, valley, clock, found):
    island = make_network(session, "Island", time_zone="Pacific/Honolulu")
    make_funding_source(session, entered_by_id=island.id, deadline=date(2026, 6, 14))
    clock(datetime(2026, 6, 15, 8, tzinfo=UTC))
    assert [item.days for item in found("deadline")] == [0]


def test_a_source_without_a_deadline_does_not_wait(session, valley, found):
    make_funding_source(session)
    assert found("deadline") == []
