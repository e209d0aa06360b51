"""Readings counted in the database, and the latest of each side."""

from datetime import date

import pytest

from data_layer.access import reading
from data_layer.action import acting
from data_layer.actor import Actor
from data_layer.models import Assessment, Note
from data_layer.participation import (
    PairTally,
    Steps,
    Tally,
    latest_readings,
    origins,
    pair_tallies,
    tallies,
    tallies_by_group,
    unread_micro_projects,
)
from data_layer.scope import Scope
from data_layer.vocabulary import AccountRole
from tests.factories import make_assessment, make_event, make_micro_project, make_network, make_phase_change, make_pilot

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
        assert sum(pair.number for pair in pair_tallies(seen, ALL)) == 1
        assert unread_micro_projects(seen, ALL).number == 0
        assert tallies(seen, Scope(network_id=foreign.network_id)) == []


@pytest.mark.parametrize("query", [tallies, tallies_by_group, origins, latest_readings, pair_tallies, unread_micro_projects])
def test_each_question_is_one_statement(session, project, queries, query):
    make_assessment(session, project, "users", 2)
    queries.clear()
    query(session, Scope(network_id=project.network_id, target_group="youth", year=2018), phase="unknown")
    assert len(queries) == 1


def test_each_stage_has_its_latest_reading(session, project):
    make_assessment(session, project, "users", 2, stage="needs", **year(2018))
    make_assessment(session, project, "users", 3, stage="needs", **year(2019))
    make_assessment(session, project, "users", 5, stage="delivery", **year(2021))
    assert {(found.stage, found.low) for found in latest_readings(session, ALL)} == {("needs", 3), ("delivery", 5)}


def test_events_and_pilots_are_subjects_of_their_own(session, network, project):
    event = make_event(session, network, "Kitchen talk", micro_project_id=project.id, target_groups=("older",))
    pilot = make_pilot(session, network, "Lunch for all")
    for subject in (project, event, pilot):
        make_assessment(session, subject, "users", 3)
    found = {(each.kind, each.name, each.micro_project_id, each.groups) for each in latest_readings(session, ALL)}
    assert found == {
        ("micro_project", "Sewing room", project.id, ("migrants", "youth")),
        ("event", "Kitchen talk", project.id, ("older",)),
        ("pilot", "Lunch for all", None, ()),
    }
    assert {(tally.groups, tally.number) for tally in tallies_by_group(session, ALL)} == {
        (("migrants", "youth"), 1),
        (("older",), 1),
        ((), 1),
    }
    assert [each.kind for each in latest_readings(session, Scope(target_group="older"))] == ["event"]
    assert [each.kind for each in latest_readings(session, ALL, about="pilot")] == ["pilot"]


def test_pairs_are_of_the_same_subject_stage_and_year(session, network, project):
    pilot = make_pilot(session, network)
    make_assessment(session, project, "professionals", 5, stage="needs", **year(2018))
    make_assessment(session, project, "users", 2, level_to=3, stage="needs", **year(2018))
    make_assessment(session, project, "users", 4, stage="design", **year(2018))
    make_assessment(session, pilot, "users", 7, stage="needs", **year(2019))
    make_assessment(session, pilot, "professionals", 6, stage="needs", **year(2020))
    assert set(pair_tallies(session, ALL)) == {
        PairTally(2018, Steps(5, 5), Steps(2, 3), 1),
        PairTally(2018, None, Steps(4, 4), 1),
        PairTally(2019, None, Steps(7, 7), 1),
        PairTally(2020, Steps(6, 6), None, 1),
    }


def test_of_several_readings_of_a_year_the_latest_is_paired(session, project):
    for month, level in ((1, 2), (6, 4)):
        make_assessment(session, project, "users", level, day_first=date(2018, month, 1), day_last=date(2018, month, 1))
    make_assessment(session, project, "professionals", 4, **year(2018))
    assert pair_tallies(session, ALL) == [PairTally(2018, Steps(4, 4), Steps(4, 4), 1)]


def test_pairs_that_stand_alike_are_counted_together(session, network):
    for number in range(3):
        project = make_micro_project(session, network, f"Project {number}")
        for side in ("professionals", "users"):
            make_assessment(session, project, side, 4)
    assert pair_tallies(session, ALL) == [PairTally(None, Steps(4, 4), Steps(4, 4), 3)]


def test_what_is_in_the_trash_is_nobody_s_reading(session, network, project):
    make_assessment(session, project, "users", 4)
    make_assessment(session, make_pilot(session, network), "users", 5)
    with acting(session, "test") as action:
        action.trash(project)
    session.commit()
    with reading(Actor(1, "a@example.org", AccountRole.LEADER, all_networks=True)) as seen:
        assert [found.low for found in latest_readings(seen, ALL)] == [5]
        assert [found.users for found in pair_tallies(seen, ALL)] == [Steps(5, 5)]
