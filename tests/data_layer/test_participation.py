"""Readings counted in the database, and the latest of each side."""

from datetime import date

import pytest

from data_layer.access import reading
from data_layer.action import acting
from data_layer.actor import Actor
from data_layer.models import Assessment, Note
from data_layer.participation import Tally, latest_readings, origins, tallies, tallies_by_group, unread_micro_projects
from data_layer.scope import Scope
from data_layer.vocabulary import AccountRole
from tests.factories import make_assessment, make_event, make_micro_project, make_network, make_phase_change

ALL = Scope()


def year(number: int) -> dict[str, date]:
    return {"day_first": date(number, 1, 1), "day_last": date(number, 12, 31)}


def insert(session, row):
    with acting(session, "test") as action:
        action.insert(row)


@pytest.fixture
def network(session):
    return make_network(session)


@pytest.fixture
def project(session, network):
    return make_micro_project(session, network, target_groups=("migrants", "youth"))


def test_readings_that_agree_are_one_tally(session, project):
    make_assessment(session, project, "users", 4, stage="needs", **year(2019))
    make_assessment(session, project, "users", 4, stage="needs", day_first=date(2019, 3, 1), day_last=date(2019, 3, 1))
    make_assessment(session, project, "professionals", 5)
    assert tallies(session, ALL) == [Tally("professionals", 5, 5, 1, "unknown"), Tally("users", 4, 4, 2, "needs", 2019)]


def test_a_date_over_two_years_stands_in_the_later_one(session, project):
    make_assessment(session, project, "users", 4, day_first=date(2018, 6, 1), day_last=date(2019, 6, 1))
    assert [tally.year for tally in tallies(session, ALL)] == [2019]


def test_a_year_keeps_readings_without_a_date(session, project):
    make_assessment(session, project, "users", 2, **year(2018))
    make_assessment(session, project, "users", 3, **year(2019))
    make_assessment(session, project, "users", 4)
    assert [tally.low for tally in tallies(session, Scope(year=2019))] == [3, 4]


def test_a_reading_on_an_event_counts_with_the_event_s_micro_project(session, network, project):
    event = make_event(session, make_network(session, "South"), "Open day")
    own = make_event(session, network, "Kitchen talk", micro_project_id=project.id)
    for where, level in ((event, 2), (own, 3)):
        insert(session, Assessment(network_id=where.network_id, event_id=where.id, side="users", level_from=level, level_to=level))
    assert [tally.low for tally in tallies(session, ALL)] == [2, 3]
    assert [tally.low for tally in tallies(session, Scope(target_group="youth"))] == [3]


def test_tallies_by_group_name_all_groups_of_the_micro_project(session, project):
    make_assessment(session, project, "users", 4)
    assert tallies_by_group(session, ALL) == [Tally("users", 4, 4, 1, groups=("migrants", "youth"))]


def test_the_latest_reading_of_each_side_counts(session, project):
    make_assessment(session, project, "users", 2, **year(2018))
    make_assessment(session, project, "users", 5, **year(2020))
    make_assessment(session, project, "users", 7)
    make_assessment(session, project, "professionals", 4, **year(2017))
    assert [(found.side, found.low) for found in latest_readings(session, ALL)] == [("professionals", 4), ("users", 5)]


def test_an_undated_reading_counts_where_that_side_has_no_other(session, project):
    make_assessment(session, project, "users", 7)
    assert [found.low for found in latest_readings(session, ALL)] == [7]


def test_of_two_dates_that_end_together_the_more_exact_one_is_later(session, project):
    make_assessment(session, project, "users", 2, **year(2018))
    make_assessment(session, project, "users", 5, day_first=date(2018, 12, 31), day_last=date(2018, 12, 31))
    assert [found.low for found in latest_readings(session, ALL)] == [5]


def test_stages_of_the_same_date_all_come_back(session, project):
    make_assessment(session, project, "users", 2, stage="needs", **year(2018))
    make_assessment(session, project, "users", 5, stage="delivery", **year(2018))
    assert {found.stage for found in latest_readings(session, ALL)} == {"needs", "delivery"}


@pytest.mark.parametrize(("asked", "judges"), [(True, 9), (False, None)])
def test_how_many_judged_is_told_only_when_asked_for(session, project, asked, judges):
    make_assessment(session, project, "users", 2, judges=9)
    assert [found.judges for found in latest_readings(session, ALL, with_judges=asked)] == [judges]


def test_micro_projects_without_a_reading_are_counted_and_named(session, network, project):
    bare = [make_micro_project(session, network, name) for name in ("B", "A")]
    make_assessment(session, project, "users", 2)
    found = unread_micro_projects(session, ALL)
    assert (found.number, found.named) == (2, ((bare[1].id, "A"), (bare[0].id, "B")))


def test_a_reading_outside_the_year_leaves_its_micro_project_unread(session, project):
    make_assessment(session, project, "users", 2, **year(2018))
    assert unread_micro_projects(session, Scope(year=2020)).number == 1


def test_at_most_fifty_unread_micro_projects_are_named(session, network, project):
    for number in range(60):
        make_micro_project(session, network, f"Project {number}")
    found = unread_micro_projects(session, ALL)
    assert (found.number, len(found.named)) == (61, 50)


def test_the_phase_is_where_the_last_step_led(session, network, project):
    make_phase_change(session, project, "design")
    make_phase_change(session, project, "support", from_phase="design")
    other = make_micro_project(session, network, "Choir")
    make_assessment(session, project, "users", 2)
    make_assessment(session, other, "users", 6)
    shown = {phase: [tally.low for tally in tallies(session, ALL, phase=phase)] for phase in ("design", "support", "unknown")}
    assert shown == {"design": [], "support": [2], "unknown": [6]}


def test_origins_count_each_reading_once(session, project):
    found = make_assessment(session, project, "users", 2)
    make_assessment(session, project, "professionals", 2)
    for field in ("level_from", "stage"):
        insert(session, Note(network_id=found.network_id, table_name="assessment", row_id=found.id, field=field, kind="reading"))
    insert(session, Note(network_id=found.network_id, table_name="micro_project", row_id=found.id, field="name", kind="reading"))
    assert origins(session, ALL) == {"reading": 1}


def test_readings_of_foreign_networks_do_not_exist(session, project):
    make_assessment(session, project, "users", 2)
    foreign = make_micro_project(session, make_network(session, "South"), "Foreign")
    make_assessment(session, foreign, "users", 6)
    session.commit()
    with reading(Actor(1, "a@example.org", AccountRole.COORDINATOR, frozenset({project.network_id}))) as seen:
        assert [tally.low for tally in tallies(seen, ALL)] == [2]
        assert [tally.low for tally in tallies_by_group(seen, ALL)] == [2]
        assert [found.low for found in latest_readings(seen, ALL)] == [2]
        assert unread_micro_projects(seen, ALL).number == 0
        assert tallies(seen, Scope(network_id=foreign.network_id)) == []


@pytest.mark.parametrize("query", [tallies, tallies_by_group, origins, latest_readings, unread_micro_projects])
def test_each_question_is_one_statement(session, project, queries, query):
    make_assessment(session, project, "users", 2)
    queries.clear()
    query(session, Scope(network_id=project.network_id, target_group="youth", year=2018), phase="unknown")
    assert len(queries) == 1
