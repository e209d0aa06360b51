"""Micro projects whose end is open and of which nothing dated is recorded."""

from datetime import UTC, date, datetime

import pytest

from data_layer.attention.stalled import months_before
from data_layer.models import Stakeholder
from tests.factories import (
    make_assessment,
    make_event,
    make_funding_case,
    make_funding_source,
    make_micro_project,
    make_need,
    make_network,
    make_phase_change,
    make_receipt,
    make_stakeholder,
    make_tie,
)

RECENT = date(2026, 3, 1)
OLD = date(2024, 7, 1)


@pytest.fixture
def project(session, valley):
    group = make_stakeholder(session, valley, "Sewing group")
    return make_micro_project(session, valley, end_state="open", group_id=group.id)


def names(items):
    return [item.micro_project for item in items]


def test_one_without_any_date_stalls(found, project):
    (item,) = found("stalled")
    assert (item.micro_project_id, item.network, item.last_fact) == (project.id, "Northern Valley", (None, None))


@pytest.mark.parametrize("end_state", ["unknown", "self_sustaining", "taken_up", "informal", "ended"])
def test_only_an_open_end_can_stall(session, valley, found, end_state):
    make_micro_project(session, valley, end_state=end_state)
    assert found("stalled") == []


def test_the_last_dated_fact_is_told(session, valley, found, project):
    make_event(session, valley, micro_project_id=project.id, day_first=date(2024, 1, 1), day_last=date(2024, 12, 31))
    make_event(session, valley, micro_project_id=project.id, day_first=OLD, day_last=OLD)
    (item,) = found("stalled")
    assert item.last_fact == (date(2024, 1, 1), date(2024, 12, 31))


@pytest.mark.parametrize(("day", "stalls"), [(date(2025, 12, 14), True), (date(2025, 12, 15), False), (date(2027, 1, 1), False)])
def test_half_a_year_without_news_is_too_long(session, valley, found, project, day, stalls):
    make_event(session, valley, micro_project_id=project.id, day_first=day, day_last=day)
    assert bool(found("stalled")) == stalls


def group_of(session, project):
    return session.get_one(Stakeholder, project.group_id)


FACTS = {
    "an event": lambda s, v, p, day: make_event(s, v, micro_project_id=p.id, **day("day")),
    "a step": lambda s, _v, p, day: make_phase_change(s, p, "design", **day("day")),
    "a reading": lambda s, _v, p, day: make_assessment(s, p, "users", 4, **day("day")),
    "a need": lambda s, v, p, day: make_need(s, v, status="micro_project", micro_project_id=p.id, **day("day")),
    "an application": lambda s, _v, p, day: make_funding_case(s, p, make_funding_source(s), **day("applied")),
    "a decision": lambda s, _v, p, day: make_funding_case(s, p, make_funding_source(s), **day("decided")),
    "money": lambda s, _v, p, day: make_receipt(
        s, make_funding_case(s, p, make_funding_source(s), currency="EUR", state="received"), 100, **day("day")
    ),
    "a tie of its group": lambda s, v, p, day: make_tie(s, make_stakeholder(s, v, "Parish"), group_of(s, p), **day("start")),
    "the end of a tie": lambda s, v, p, day: make_tie(s, group_of(s, p), make_stakeholder(s, v, "Parish"), **day("end")),
    "a tie that came out of it": lambda s, v, p, day: make_tie(
        s, make_stakeholder(s, v, "Parish"), make_stakeholder(s, v, "School"), micro_project_id=p.id, **day("start")
    ),
}


def on(day):
    return lambda name: {f"{name}_first": day, f"{name}_last": day}


@pytest.mark.parametrize("fact", FACTS.values(), ids=FACTS.keys())
def test_each_kind_of_dated_fact_is_news(session, valley, found, project, fact):
    fact(session, valley, project, on(RECENT))
    assert found("stalled") == []


def test_news_of_another_micro_project_are_none(session, valley, found, project):
    other = make_micro_project(session, valley, "Café")
    make_event(session, valley, micro_project_id=other.id, day_first=RECENT, day_last=RECENT)
    assert names(found("stalled")) == ["Sewing room"]


@pytest.mark.parametrize(("ended", "stalls"), [(date(2026, 6, 15), False), (date(2026, 6, 16), True)])
def test_in_a_network_that_has_ended_nothing_stalls(session, clock, found, ended, stalls):
    closed = make_network(session, "Closed", ended_first=ended, ended_last=ended)
    make_micro_project(session, closed, "Old café", end_state="open")
    assert bool(names(found("stalled"))) == stalls


def test_the_longest_silent_comes_first_and_the_never_dated_before_all(session, valley, found, project):
    for name, day in (("Late", date(2025, 11, 1)), ("Early", date(2024, 1, 1))):
        quiet = make_micro_project(session, valley, name, end_state="open")
        make_event(session, valley, micro_project_id=quiet.id, day_first=day, day_last=day)
    assert names(found("stalled")) == ["Sewing room", "Early", "Late"]


def test_a_new_fact_is_seen_at_once(session, valley, found, project):
    assert names(found("stalled")) == ["Sewing room"]
    make_event(session, valley, micro_project_id=project.id, day_first=RECENT, day_last=RECENT)
    assert found("stalled") == []


def test_the_next_day_is_asked_anew(session, valley, found, project, clock):
    make_event(session, valley, micro_project_id=project.id, day_first=date(2025, 12, 15), day_last=date(2025, 12, 15))
    assert found("stalled") == []
    clock(datetime(2026, 6, 16, 12, tzinfo=UTC))
    assert names(found("stalled")) == ["Sewing room"]


@pytest.mark.parametrize(
    ("day", "expected"),
    [(date(2026, 6, 15), date(2025, 12, 15)), (date(2026, 8, 31), date(2026, 2, 28)), (date(2024, 8, 31), date(2024, 2, 29))],
)
def test_half_a_year_before_ends_with_a_shorter_month(day, expected):
    assert months_before(day, 6) == expected
