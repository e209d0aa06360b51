"""All that is recorded of one stakeholder."""

from datetime import date

import pytest

from data_layer.access import reading
from data_layer.actor import Actor
from data_layer.network.stakeholder_profile import stakeholder_profile
from data_layer.problem import NotFound
from data_layer.vocabulary import AccountRole
from tests.factories import (
    make_event,
    make_funding_case,
    make_funding_source,
    make_micro_project,
    make_network,
    make_note,
    make_position,
    make_receipt,
    make_stakeholder,
    make_tie,
)


def test_its_own_fields_are_there(session, valley, profile):
    row = make_stakeholder(session, valley, "School", kind="organisation", role="core", place="Village", source="a page", several=True)
    found = profile(row)
    assert (found.name, found.network, found.role, found.place, found.source, found.several) == (
        "School",
        "Northern Valley",
        "core",
        "Village",
        "a page",
        True,
    )


def test_what_nobody_stated_is_none(group, profile):
    found = profile(group)
    assert (found.role, found.place, found.start, found.body_known) == (None, None, (None, None), False)


def test_a_missing_row_is_not_found(session):
    with pytest.raises(NotFound):
        stakeholder_profile(session, 99)


def test_a_foreign_row_is_not_found(session, group):
    other = make_network(session, "Other")
    session.commit()
    with reading(Actor(1, "a@example.org", AccountRole.COORDINATOR, frozenset({other.id}))) as own, pytest.raises(NotFound):
        stakeholder_profile(own, group.id)


def test_the_statements_do_not_grow_with_what_is_recorded(session, valley, group, profile, queries):
    for number in range(20):
        other = make_stakeholder(session, valley, f"Other {number}")
        make_tie(session, other, group)
        make_micro_project(session, valley, f"Project {number}", group_id=group.id)
    queries.clear()
    profile(group)
    assert len(queries) == 8


class TestTies:
    @pytest.mark.parametrize(
        ("from_group", "directed", "outward"), [(True, True, True), (False, True, False), (True, False, None), (False, False, None)]
    )
    def test_the_direction_is_seen_from_the_stakeholder(self, session, valley, group, profile, from_group, directed, outward):
        parish = make_stakeholder(session, valley, "Parish", sector="church")
        ends = (group, parish) if from_group else (parish, group)
        make_tie(session, *ends, directed=directed, relation="support")
        (tie,) = profile(group).ties
        assert (tie.outward, tie.other, tie.other_id, tie.other_sector) == (outward, "Parish", parish.id, "church")

    def test_what_it_came_out_of_is_named(self, session, valley, group, profile):
        project, event = make_micro_project(session, valley, "Café"), make_event(session, valley, "Talk")
        make_tie(session, group, make_stakeholder(session, valley, "Parish"), event_id=event.id, micro_project_id=project.id)
        (tie,) = profile(group).ties
        assert (tie.event, tie.micro_project) == ("Talk", "Café")

    def test_they_come_by_name_of_the_other_end(self, session, valley, group, profile):
        for name in ("School", "Parish"):
            make_tie(session, make_stakeholder(session, valley, name), group)
        assert [tie.other for tie in profile(group).ties] == ["Parish", "School"]

    def test_ties_of_others_are_left_out(self, session, valley, group, profile):
        make_tie(session, make_stakeholder(session, valley, "Parish"), make_stakeholder(session, valley, "School"))
        assert profile(group).ties == ()


class TestElsewhere:
    def test_the_same_body_is_found_in_other_networks(self, session, valley, profile):
        here = make_stakeholder(session, valley, "Provider", body_id=7)
        other = make_network(session, "Southern Valley", status="unclear")
        there = make_stakeholder(session, other, "The provider", body_id=7, role="outside")
        (place,) = profile(here).elsewhere
        assert (place.stakeholder_id, place.name, place.role, place.network, place.is_len) == (
            there.id,
            "The provider",
            "outside",
            "Southern Valley",
            False,
        )

    def test_the_same_name_alone_is_not_the_same_body(self, session, group, profile):
        make_stakeholder(session, make_network(session, "Southern Valley"), "Sewing group")
        assert profile(group).elsewhere == ()

    def test_networks_that_the_account_may_not_see_stay_unseen(self, session, valley):
        here = make_stakeholder(session, valley, "Provider", body_id=7)
        make_stakeholder(session, make_network(session, "Southern Valley"), "Provider", body_id=7)
        session.commit()
        with reading(Actor(1, "a@example.org", AccountRole.COORDINATOR, frozenset({valley.id}))) as own:
            assert stakeholder_profile(own, here.id).elsewhere == ()


class TestProjects:
    def test_the_group_stands_behind_its_micro_project(self, session, valley, group, profile):
        make_micro_project(session, valley, "Café", group_id=group.id)
        assert [(one.name, one.how) for one in profile(group).projects] == [("Café", "behind")]

    @pytest.mark.parametrize(
        ("fields", "supports"),
        [
            ({"relation": "support", "directed": True}, True),
            ({"relation": "cooperation"}, True),
            ({"relation": "information"}, False),
            ({"relation": "conflict"}, False),
        ],
    )
    def test_a_supporter_is_tied_to_the_group_behind(self, session, valley, group, profile, fields, supports):
        parish = make_stakeholder(session, valley, "Parish")
        make_tie(session, parish, group, **fields)
        make_micro_project(session, valley, "Café", group_id=group.id)
        assert [one.how for one in profile(parish).projects] == (["supports"] if supports else [])

    def test_who_is_supported_by_a_group_does_not_support_it(self, session, valley, group, profile):
        parish = make_stakeholder(session, valley, "Parish")
        make_tie(session, group, parish, relation="support", directed=True)
        make_micro_project(session, valley, "Café", group_id=group.id)
        assert profile(parish).projects == ()

    def test_the_same_body_elsewhere_is_told_apart(self, session, valley, profile):
        here = make_stakeholder(session, valley, "AllDi", body_id=3)
        home = make_network(session, "Home")
        make_micro_project(session, home, "Website", group_id=make_stakeholder(session, home, "AllDi", body_id=3).id)
        assert [(one.how, one.network) for one in profile(here).projects] == [("behind_elsewhere", "Home")]


class TestMoney:
    def test_a_funder_is_known_by_its_body(self, session, valley, group, profile):
        funder = make_stakeholder(session, valley, "The fund", body_id=5)
        project = make_micro_project(session, valley, "Café", group_id=group.id)
        source = make_funding_source(session, "Fund of the county", body_id=5)
        case = make_funding_case(session, project, source, currency="EUR", awarded_minor=250_000, state="received")
        make_receipt(session, case, 100_000)
        make_receipt(session, case, 50_000)
        (flow,) = profile(funder).money
        assert (flow.given, flow.micro_project, flow.awarded, flow.received, flow.currency) == (True, "Café", 250_000, 150_000, "EUR")

    def test_without_a_body_the_name_tells_the_funder(self, session, valley, profile):
        funder = make_stakeholder(session, valley, "County Fund")
        make_funding_source(session, "County fund", name="Small grants")
        (flow,) = profile(funder).money
        assert (flow.given, flow.name, flow.micro_project_id, flow.state) == (True, "Small grants", None, None)

    def test_money_for_its_micro_project_is_not_its_gift(self, session, valley, group, profile):
        project = make_micro_project(session, valley, "Café", group_id=group.id)
        make_funding_case(session, project, make_funding_source(session, "STEA"), state="applied")
        assert [(flow.given, flow.funder, flow.state) for flow in profile(group).money] == [(False, "STEA", "applied")]

    def test_money_for_a_micro_project_that_it_only_supports_is_left_out(self, session, valley, group, profile):
        parish = make_stakeholder(session, valley, "Parish")
        make_tie(session, parish, group, relation="support")
        project = make_micro_project(session, valley, "Café", group_id=group.id)
        make_funding_case(session, project, make_funding_source(session, "STEA"))
        assert profile(parish).money == ()


class TestPositions:
    def test_the_latest_mapping_comes_first_and_undated_ones_last(self, session, group, profile):
        make_position(session, group, power=1)
        for year in (2018, 2020):
            make_position(session, group, power=2, day_first=date(year, 1, 1), day_last=date(year, 12, 31))
        assert [seen.day[0] and seen.day[0].year for seen in profile(group).positions] == [2020, 2018, None]


class TestNotes:
    def test_notes_on_the_row_and_on_its_ties_are_there(self, session, valley, group, profile):
        tie = make_tie(session, group, make_stakeholder(session, valley, "Parish"))
        make_note(session, group, "role", text="We read it so.")
        make_note(session, tie, "to_id", text="Who it was is not sure.")
        make_note(session, make_stakeholder(session, valley, "School"), "role", text="Another row.")
        assert sorted(note.text for note in profile(group).notes) == ["We read it so.", "Who it was is not sure."]

    def test_a_noted_twin_and_an_alike_one_are_there(self, session, valley, profile):
        one = make_stakeholder(session, valley, "Repair café")
        make_stakeholder(session, valley, "Repair cafe")
        make_stakeholder(session, valley, "Mending circle")
        make_note(session, one, "body_id", other_value="Mending circle", text="The same door.")
        assert [(twin.second[1], twin.noted) for twin in profile(one).twins if twin.noted] == [("Mending circle", "The same door.")]
        assert len(profile(one).twins) == 2
