"""Reporting periods are added, renamed, closed and opened again, and history knows by whom."""

from datetime import UTC, date, datetime

import pytest

from data_layer.accounts.account import add_account
from data_layer.actor import Actor
from data_layer.problem import NotFound, Problem
from data_layer.releases.period import (
    add_period,
    close_period,
    get_period,
    open_period,
    period_numbered,
    periods,
    rename_period,
    span,
)
from data_layer.vocabulary import AccountRole

MOMENT = datetime(2027, 1, 15, 9, tzinfo=UTC)


def add(session, name="The year 2026", year=2026):
    return add_period(session, name=name, first=date(year, 1, 1), last=date(year, 12, 31))


def test_a_new_period_is_open_and_was_never_closed(session):
    add(session, "  The year 2026 ")
    (period,) = periods(session)
    assert (period.name, period.first, period.last) == ("The year 2026", date(2026, 1, 1), date(2026, 12, 31))
    assert (period.closed, period.turns) == (False, ())


def test_the_latest_period_stands_first(session):
    add(session, "Old", 2024), add(session, "New", 2026), add(session, "Middle", 2025)
    assert [period.name for period in periods(session)] == ["New", "Middle", "Old"]


@pytest.mark.parametrize(
    ("code", "field", "values"),
    [
        ("required", "name", {"name": " "}),
        ("required", "name", {"name": None}),
        ("required", "first", {"first": None}),
        ("required", "last", {"last": None}),
        ("date_order", "last", {"last": date(2025, 12, 31)}),
        ("too_long", "name", {"name": "x" * 101}),
    ],
)
def test_what_cannot_be_a_period_is_refused_at_its_field(session, code, field, values):
    with pytest.raises(Problem) as found:
        add_period(session, **{"name": "The year 2026", "first": date(2026, 1, 1), "last": date(2026, 12, 31), **values})
    assert (found.value.code, found.value.field) == (code, field)


def test_two_periods_do_not_have_the_same_name(session):
    add(session)
    with pytest.raises(Problem, match="name_taken"):
        add(session)


def test_a_period_is_renamed_also_while_it_is_closed(session):
    period = add(session)
    close_period(session, period)
    rename_period(session, period, name="2026")
    assert get_period(session, period.id).name == "2026"
    assert len(get_period(session, period.id).turns) == 1


def test_history_says_who_closed_and_opened_it_when_and_why(session, clock):
    clock(MOMENT)
    account = add_account(session, email="leader@example.org", password="correct horse battery", role="leader", all_networks=True)
    session.info["actor"] = Actor(account.id, account.email, AccountRole.LEADER, all_networks=True)
    period = add(session)
    close_period(session, period)
    open_period(session, period, reason=" A meeting was missing. ")
    close_period(session, period)
    found = get_period(session, period.id)
    assert found.closed
    assert [(turn.closed, turn.reason) for turn in found.turns] == [(True, None), (False, "A meeting was missing."), (True, None)]
    assert {(turn.who, turn.at) for turn in found.turns} == {("leader@example.org", MOMENT)}


@pytest.mark.parametrize("reason", [None, "", "  "])
def test_it_is_not_opened_again_without_a_reason(session, reason):
    period = add(session)
    close_period(session, period)
    with pytest.raises(Problem, match=r"required \(reason\)"):
        open_period(session, period, reason=reason)
    assert period.closed


def test_closing_a_closed_one_and_opening_an_open_one_changes_nothing(session):
    period = add(session)
    with pytest.raises(Problem, match="period_is_open"):
        open_period(session, period, reason="why not")
    close_period(session, period)
    with pytest.raises(Problem, match="period_is_closed"):
        close_period(session, period)


@pytest.mark.parametrize("number", [0, -1, 5, 2**70])
def test_a_number_of_no_period_is_found_nowhere(session, number):
    with pytest.raises(NotFound):
        period_numbered(session, number)


@pytest.mark.parametrize(
    ("first", "last", "days"),
    [
        ("2026", "2026", (date(2026, 1, 1), date(2026, 12, 31))),
        ("2026-02", "15.3.2026", (date(2026, 2, 1), date(2026, 3, 15))),
        ("", " ", (None, None)),
    ],
)
def test_days_are_read_as_people_write_them(first, last, days):
    assert span(first, last) == days


def test_a_day_that_cannot_be_read_is_told_at_its_field():
    with pytest.raises(Problem, match=r"date_unreadable \(last\)"):
        span("2026", "soon")


def test_two_statements_read_any_number_of_periods(session, queries):
    counts = []
    for year in (2020, 2021, 2022):
        close_period(session, add(session, f"The year {year}", year))
        queries.clear()
        periods(session)
        counts.append(len(queries))
    assert counts == [2, 2, 2]
