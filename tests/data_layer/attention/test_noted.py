"""Sources that disagree, and rows that somebody thinks are the same."""

from datetime import date

import pytest

from data_layer.access import reading
from data_layer.action import acting
from data_layer.actor import Actor
from data_layer.attention.noted import noted, noted_twins
from data_layer.models import Note
from data_layer.scope import Scope
from data_layer.vocabulary import AccountRole
from tests.factories import (
    make_assessment,
    make_event,
    make_funding_case,
    make_funding_source,
    make_micro_project,
    make_note,
    make_position,
    make_stakeholder,
    make_tie,
)


def disagree(session, row, field, other="18", **fields):
    make_note(session, row, field, "conflict", other_value=other, source="the other page", **fields)


def test_both_values_and_both_sources_are_told(session, valley, found):
    project = make_micro_project(session, valley)
    trip = make_event(
        session, valley, "Trip", participants=17, participants_unit="families", source="own blog", micro_project_id=project.id
    )
    disagree(session, trip, "participants", "18 families")
    (item,) = found("conflict")
    assert (item.network, item.subject, item.value, item.unit, item.source) == ("Northern Valley", "Trip", 17, "families", "own blog")
    assert (item.other_value, item.other_source, item.micro_project_id) == ("18 families", "the other page", project.id)


SUBJECTS = {
    "a stakeholder": (lambda _s, _v, _p, a, _b: a, "place", "Sewing group"),
    "a micro project": (lambda _s, _v, p, _a, _b: p, "jobs", "Sewing room"),
    "a tie": (lambda s, _v, _p, a, b: make_tie(s, a, b), "relation", "Sewing group – Parish"),
    "a position": (lambda s, _v, _p, a, _b: make_position(s, a, power=2), "power", "Sewing group"),
    "a reading": (lambda s, _v, p, _a, _b: make_assessment(s, p, "users", 4), "level_from", "Sewing room"),
    "a case": (lambda s, _v, p, _a, _b: make_funding_case(s, p, make_funding_source(s)), "state", "Sewing room"),
}


@pytest.mark.parametrize(("make", "field", "subject"), SUBJECTS.values(), ids=SUBJECTS.keys())
def test_each_kind_of_row_has_a_name(session, valley, found, make, field, subject):
    group, parish = make_stakeholder(session, valley, "Sewing group"), make_stakeholder(session, valley, "Parish")
    project = make_micro_project(session, valley, "Sewing room", group_id=group.id)
    disagree(session, make(session, valley, project, group, parish), field)
    assert [item.subject for item in found("conflict")] == [subject]


def test_a_funder_is_named_and_money_has_its_currency(session, valley, found):
    source = make_funding_source(session, "STEA", currency="EUR", amount_min_minor=100, entered_by_id=valley.id)
    with acting(session, "test") as action:
        values = {"table_name": "funding_source", "row_id": source.id, "field": "amount_min_minor", "kind": "conflict"}
        action.insert(Note(network_id=valley.id, other_value="2", **values))
    (item,) = found("conflict")
    assert (item.subject, item.value, item.unit) == ("STEA", 100, "EUR")


@pytest.mark.parametrize("kind", ["reading", "invented", "stated"])
def test_other_notes_do_not_wait(session, valley, found, kind):
    make_note(session, make_stakeholder(session, valley), "place", kind, other_value="elsewhere")
    assert found("conflict") == []


def test_a_row_in_the_trash_does_not_disagree(session, valley):
    group = make_stakeholder(session, valley)
    disagree(session, group, "place")
    with acting(session, "test") as action:
        action.trash(group)
    session.commit()
    with reading(Actor(1, "a@example.org", AccountRole.LEADER, all_networks=True)) as reader:
        assert noted(reader, Scope()).conflicts == []


def test_a_note_that_names_another_makes_them_twins(session, valley, found):
    one, two = make_stakeholder(session, valley, "Tailors"), make_stakeholder(session, valley, "Sewing collective")
    make_note(session, one, "body_id", other_value="Sewing collective", text="Both sew.")
    (item,) = found("twin")
    assert (item.first, item.second, item.noted) == ((one.id, "Tailors"), (two.id, "Sewing collective"), "Both sew.")


def test_a_note_that_names_nobody_of_the_network_makes_none(session, valley, found):
    make_note(session, make_stakeholder(session, valley), "body_id", other_value="Nobody here")
    assert found("twin") == []


def test_both_twins_know_of_the_note(session, valley):
    one, two = make_stakeholder(session, valley, "Tailors"), make_stakeholder(session, valley, "Sewing collective")
    make_note(session, one, "body_id", other_value="Sewing collective")
    assert noted_twins(session, one.id) == noted_twins(session, two.id) != []


def test_a_day_is_a_value_too(session, valley, found):
    disagree(session, make_event(session, valley, day_first=date(2017, 1, 1), day_last=date(2017, 1, 1)), "day_first", "2018")
    assert [item.value for item in found("conflict")] == [date(2017, 1, 1)]
