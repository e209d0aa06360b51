"""What a page shows: the chosen network, group and year; rows without a date stay in every period."""

from datetime import date

import pytest
import sqlalchemy as sa

from data_layer.models import Event, MicroProject, Tie
from data_layer.scope import Scope, choices
from tests.factories import make_event, make_micro_project, make_network, make_stakeholder, make_tie


@pytest.mark.parametrize(
    ("year", "shown"), [(None, ["2016", "2016 to 2017", "undated"]), (2017, ["2016 to 2017", "undated"]), (2018, ["undated"])]
)
def test_an_event_is_shown_in_the_years_that_its_date_may_touch(session, year, shown):
    network = make_network(session)
    make_event(session, network, "2016", day_first=date(2016, 1, 1), day_last=date(2016, 12, 31))
    make_event(session, network, "2016 to 2017", day_first=date(2016, 6, 1), day_last=date(2017, 6, 1))
    make_event(session, network, "undated")
    assert session.scalars(sa.select(Event.title).where(Scope(year=year).dated(Event)).order_by(Event.id)).all() == shown


@pytest.mark.parametrize(("year", "count"), [(2015, 0), (2016, 1), (2020, 1)])
def test_a_tie_without_an_end_goes_on(session, year, count):
    network = make_network(session)
    one, two = make_stakeholder(session, network, "one"), make_stakeholder(session, network, "two")
    make_tie(session, one, two, start_first=date(2016, 1, 1), start_last=date(2016, 12, 31))
    assert session.scalar(sa.select(sa.func.count(Tie.id)).where(Scope(year=year).spans(Tie))) == count


def test_a_group_is_found_among_several(session):
    network = make_network(session)
    make_micro_project(session, network, "both", target_groups=("migrants", "youth"))
    make_micro_project(session, network, "other", target_groups=("older",))
    assert session.scalars(sa.select(MicroProject.name).where(Scope(target_group="youth").groups(MicroProject))).all() == ["both"]


def test_choices_name_networks_groups_and_years(session):
    unclear = make_network(session, "A place", status="unclear")
    network = make_network(session, "B place", target_groups=("older",))
    make_micro_project(session, network, target_groups=("migrants",))
    make_event(session, network, day_first=date(2016, 6, 1), day_last=date(2018, 6, 1))
    found = choices(session)
    assert found.networks == ((network.id, "B place", True), (unclear.id, "A place", False))
    assert found.groups == ("migrants", "older")
    assert found.years == (2018, 2017, 2016)


def test_choices_take_one_statement_however_many_rows(session, queries):
    network = make_network(session)
    for number in range(20):
        make_event(session, network, f"event {number}", day_first=date(2016, 1, 1), day_last=date(2016, 1, 1))
    queries.clear()
    choices(session)
    assert len(queries) == 1


def test_an_empty_database_offers_nothing(session):
    assert choices(session).networks == ()
