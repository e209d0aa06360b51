"""All that is recorded of one micro project, and nothing of another."""

from datetime import date

import pytest

from data_layer.access import reading
from data_layer.actor import Actor
from data_layer.problem import NotFound
from data_layer.projects.biography import biography
from data_layer.vocabulary import AccountRole
from tests.factories import (
    make_assessment,
    make_event,
    make_funding_case,
    make_funding_source,
    make_micro_project,
    make_need,
    make_network,
    make_note,
    make_phase_change,
    make_receipt,
    make_stakeholder,
    make_tie,
)

EARLIER = {"day_first": date(2016, 1, 1), "day_last": date(2016, 1, 1)}
LATER = {"day_first": date(2018, 1, 1), "day_last": date(2018, 12, 31)}


@pytest.fixture
def network(session):
    return make_network(session)


@pytest.fixture
def group(session, network):
    return make_stakeholder(session, network, "Sewing group", sector="users")


@pytest.fixture
def project(session, network, group):
    return make_micro_project(session, network, group_id=group.id, jobs=6)


def test_the_profile_names_network_and_group(session, project):
    profile = biography(session, project.id).profile
    assert (profile.name, profile.network, profile.group, profile.group_sector) == (
        "Sewing room",
        "Northern Valley",
        "Sewing group",
        "users",
    )


def test_a_micro_project_without_a_group_has_no_ties(session, network):
    one, two = make_stakeholder(session, network, "one"), make_stakeholder(session, network, "two")
    make_tie(session, one, two)
    alone = make_micro_project(session, network, "alone")
    assert biography(session, alone.id).ties == ()


def test_ties_of_the_group_are_told_from_ties_that_came_out_of_the_project(session, network, group, project):
    one, two = make_stakeholder(session, network, "one"), make_stakeholder(session, network, "two")
    make_tie(session, one, group, what="helps")
    make_tie(session, group, two, what="is helped")
    make_tie(session, one, two, what="met there", micro_project_id=project.id)
    make_tie(session, two, one, what="nothing to do with it")
    life = biography(session, project.id)
    assert [tie.what for tie in life.ties] == ["is helped", "helps"]
    assert [tie.what for tie in life.grown] == ["met there"]


def test_a_tie_knows_its_ends_and_the_event_it_came_out_of(session, network, group, project):
    talk = make_event(session, network, "Kitchen talk")
    town = make_stakeholder(session, network, "Town", sector="authority")
    make_tie(session, town, group, directed=True, event_id=talk.id)
    (tie,) = biography(session, project.id).ties
    assert (tie.start.name, tie.start.sector, tie.end.name, tie.directed, tie.event) == (
        "Town",
        "authority",
        "Sewing group",
        True,
        "Kitchen talk",
    )


def test_a_case_comes_with_its_receipts_only(session, project):
    source = make_funding_source(session, "County council")
    first = make_funding_case(session, project, source, currency="EUR", what_for="rent")
    second = make_funding_case(session, project, source, currency="SEK", what_for="tools")
    make_receipt(session, first, 500, **LATER)
    make_receipt(session, first, 300, **EARLIER)
    make_receipt(session, second, 700)
    cases = biography(session, project.id).cases
    assert [(case.what_for, [receipt.amount_minor for receipt in case.receipts]) for case in cases] == [
        ("rent", [300, 500]),
        ("tools", [700]),
    ]


def test_readings_come_with_the_latest_first(session, project):
    make_assessment(session, project, "users", 2)
    make_assessment(session, project, "users", 3, **EARLIER)
    make_assessment(session, project, "users", 5, **LATER)
    assert [reading.low for reading in biography(session, project.id).readings] == [5, 3, 2]


def test_notes_stand_under_the_row_they_are_about(session, network, group, project):
    event = make_event(session, network, micro_project_id=project.id, participants=17)
    make_note(session, event, "participants", "conflict", other_value="18")
    make_note(session, make_event(session, network, "of nobody", participants=3), "participants", "conflict", other_value="4")
    notes = biography(session, project.id).notes
    assert {place: [note.other_value for note in found] for place, found in notes.items()} == {("event", event.id): ["18"]}


def test_what_may_be_the_same_group_is_found_by_its_name(session, network, group, project):
    twin = make_stakeholder(session, network, "Sewing circle")
    make_note(session, group, "body_id", other_value="Sewing circle")
    name, twin_id, _note = biography(session, project.id).twin
    assert (name, twin_id) == ("Sewing circle", twin.id)


def test_a_twin_that_is_not_recorded_keeps_its_name(session, group, project):
    make_note(session, group, "body_id", other_value="Sewing circle")
    assert biography(session, project.id).twin[:2] == ("Sewing circle", None)


def test_rows_of_another_micro_project_stay_out(session, network, project):
    other = make_micro_project(session, network, "other")
    make_phase_change(session, other, "needs")
    make_event(session, network, micro_project_id=other.id)
    make_need(session, network, status="micro_project", micro_project_id=other.id)
    make_assessment(session, other, "users", 3)
    make_funding_case(session, other, make_funding_source(session))
    life = biography(session, project.id)
    assert (life.steps, life.events, life.needs, life.readings, life.cases) == ((), (), (), (), ())


def test_a_micro_project_of_a_foreign_network_is_not_found(session, project):
    session.commit()
    actor = Actor(1, "c@example.org", AccountRole.COORDINATOR, frozenset())
    with reading(actor) as own, pytest.raises(NotFound):
        biography(own, project.id)


def test_a_missing_micro_project_is_not_found(session):
    with pytest.raises(NotFound):
        biography(session, 4)


@pytest.mark.parametrize("rows", [1, 12])
def test_nine_statements_whatever_there_is(session, queries, network, group, project, rows):
    for number in range(rows):
        other = make_stakeholder(session, network, f"other {number}")
        make_tie(session, other, group)
        make_event(session, network, f"event {number}", micro_project_id=project.id)
        make_receipt(session, make_funding_case(session, project, make_funding_source(session, f"funder {number}"), currency="EUR"), 500)
    make_note(session, group, "body_id", other_value="Sewing circle")
    queries.clear()
    biography(session, project.id)
    assert len(queries) == 9
