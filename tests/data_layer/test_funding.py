"""The catalogue and the cases as the database gives them."""

from datetime import UTC, date, datetime

import pytest

from data_layer.access import reading
from data_layer.actor import Actor
from data_layer.funding import cases, sources
from data_layer.scope import Scope
from tests.factories import make_funding_case, make_funding_source, make_micro_project, make_network, make_receipt

YEAR_2017 = {"first": date(2017, 1, 1), "last": date(2017, 12, 31)}


def in_2017(name):
    return {f"{name}_first": YEAR_2017["first"], f"{name}_last": YEAR_2017["last"]}


@pytest.fixture
def project(session):
    return make_micro_project(session, make_network(session))


def test_the_catalogue_comes_by_funder_in_any_case_of_letters(session):
    for funder in ("beta", "Alpha", "Gamma"):
        make_funding_source(session, funder)
    assert [source.funder for source in sources(session, time_zone="UTC")] == ["Alpha", "beta", "Gamma"]


def test_a_source_counts_each_micro_project_once_that_got_something(session, project):
    source = make_funding_source(session)
    for state in ("awarded", "received"):
        make_funding_case(session, project, source, state=state)
    assert sources(session, time_zone="UTC")[0].recipients == 1


@pytest.mark.parametrize("state", ["idea", "applied", "refused"])
def test_who_only_asked_got_nothing(session, project, state):
    make_funding_case(session, project, make_funding_source(session), state=state)
    assert sources(session, time_zone="UTC")[0].recipients == 0


def test_a_deadline_is_counted_in_days_of_the_network_that_entered_the_source(session, clock):
    clock(datetime(2026, 3, 1, 23, 30, tzinfo=UTC))
    network = make_network(session, time_zone="Europe/Helsinki")
    make_funding_source(session, "here", entered_by_id=network.id, deadline=date(2026, 3, 2))
    make_funding_source(session, "nowhere", deadline=date(2026, 3, 2))
    assert [source.days for source in sources(session, time_zone="UTC")] == [0, 1]


def test_an_unknown_deadline_is_no_number_of_days(session):
    make_funding_source(session)
    assert sources(session, time_zone="UTC")[0].days is None


def test_two_sources_of_one_body_have_one_giver(session, project):
    for name in ("City of X", "X, culture office"):
        make_funding_case(session, project, make_funding_source(session, name, body_id=7))
    assert {case.giver for case in cases(session, Scope())} == {"7"}


def test_two_sources_of_one_name_have_one_giver(session, project):
    for name in ("City of X", "city of x"):
        make_funding_case(session, project, make_funding_source(session, name))
    assert len({case.giver for case in cases(session, Scope())}) == 1


def test_what_arrived_is_added_up_per_case(session, project):
    case = make_funding_case(session, project, make_funding_source(session), currency="SEK")
    make_receipt(session, case, 100)
    make_receipt(session, case, 250)
    assert cases(session, Scope())[0].received == 350


def test_without_a_receipt_what_arrived_is_unknown(session, project):
    make_funding_case(session, project, make_funding_source(session), state="received", currency="SEK")
    assert cases(session, Scope())[0].received is None


@pytest.mark.parametrize(("year", "shown"), [(None, 3), (2016, 1), (2017, 3), (2018, 1)])
def test_a_case_is_in_the_years_of_its_dates_and_an_undated_one_in_every_year(session, project, year, shown):
    source = make_funding_source(session)
    make_funding_case(session, project, source, **in_2017("applied"))
    make_funding_case(session, project, source, **in_2017("decided"))
    make_funding_case(session, project, source)
    assert len(cases(session, Scope(year=year))) == shown


@pytest.mark.parametrize(("year", "received"), [(2016, []), (2017, [100]), (2018, [50])])
def test_money_counts_in_the_year_in_which_it_came(session, project, year, received):
    case = make_funding_case(session, project, make_funding_source(session), currency="EUR")
    make_receipt(session, case, 100, **in_2017("day"))
    make_receipt(session, case, 50, day_first=date(2018, 5, 1), day_last=date(2018, 5, 1))
    assert [case.received for case in cases(session, Scope(year=year))] == received


def test_money_without_a_date_counts_in_every_year_of_its_case(session, project):
    case = make_funding_case(session, project, make_funding_source(session), currency="EUR", **in_2017("decided"))
    make_receipt(session, case, 100)
    assert [case.received for case in cases(session, Scope(year=2017))] == [100]


@pytest.mark.parametrize(("year", "counts"), [(2016, False), (2017, True)])
def test_an_award_counts_in_the_year_of_its_decision(session, project, year, counts):
    days = {"applied_first": date(2016, 6, 1), "applied_last": date(2016, 6, 1), **in_2017("decided")}
    make_funding_case(session, project, make_funding_source(session), currency="EUR", awarded_minor=100, **days)
    assert [case.award_counts for case in cases(session, Scope(year=year))] == [counts]


def test_cases_can_be_narrowed_to_a_network_a_group_and_a_kind(session):
    here, there = make_network(session, "here"), make_network(session, "there")
    mine = make_micro_project(session, here, target_groups=("youth",))
    other = make_micro_project(session, there, target_groups=("older",))
    grant, gift = make_funding_source(session, "a", instrument="grant"), make_funding_source(session, "b", instrument="donation")
    for project in (mine, other):
        for source in (grant, gift):
            make_funding_case(session, project, source)
    found = cases(session, Scope(network_id=here.id, target_group="youth"), instrument="grant")
    assert [(case.network, case.funder) for case in found] == [("here", "a")]


def test_a_coordinator_sees_the_whole_catalogue_but_no_foreign_case(session):
    here, there = make_network(session, "here"), make_network(session, "there")
    source = make_funding_source(session, entered_by_id=there.id)
    make_funding_case(session, make_micro_project(session, there), source, state="awarded")
    session.commit()
    with reading(Actor(1, "me@example.org", "coordinator", frozenset({here.id}))) as mine:
        assert cases(mine, Scope()) == []
        assert [entry.recipients for entry in sources(mine, time_zone="UTC")] == [0]


def test_a_trashed_receipt_is_not_counted(session, project):
    case = make_funding_case(session, project, make_funding_source(session), currency="EUR")
    receipt = make_receipt(session, case, 100)
    session.info["acting"] = True
    receipt.trashed_by = 1
    session.commit()
    with reading(Actor(1, "me@example.org", "leader", all_networks=True)) as mine:
        assert [case.received_ever for case in cases(mine, Scope())] == [None]


@pytest.mark.parametrize("number", [1, 60])
def test_catalogue_and_cases_take_one_statement_each_however_many(session, project, queries, number):
    for place in range(number):
        case = make_funding_case(session, project, make_funding_source(session, f"funder {place}"), currency="EUR")
        make_receipt(session, case, 100)
    queries.clear()
    sources(session, time_zone="UTC")
    cases(session, Scope(year=2017))
    assert len(queries) == 2


def test_help_in_kind_is_no_sum_but_a_sum_beside_it_is_money(session, project):
    source = make_funding_source(session)
    make_funding_case(session, project, source, in_kind_quantity=12, in_kind_unit="hours of a room")
    make_funding_case(session, project, source, in_kind_quantity=12, in_kind_unit="hours", currency="EUR", awarded_minor=500)
    assert [case.in_kind for case in cases(session, Scope())] == [True, False]
