"""/funding over HTTP."""

import pytest
import sqlalchemy as sa

from data_layer.engine import bare_session
from data_layer.models import MicroProject, Network
from tests.factories import make_funding_case, make_funding_source, make_micro_project, make_receipt
from tests.opening import build_page, open_page, page_text
from tests.points_of_view import HERE

MOST_STATEMENTS = 12


def add_cases(number):
    """Cases of `number` micro projects in the own LEN, in two currencies, with receipts."""
    with bare_session(write=True) as session:
        network = session.scalars(sa.select(Network).where(Network.name == HERE)).one()
        for place in range(number):
            project = make_micro_project(session, network, f"project {place:03}")
            source = make_funding_source(session, f"funder {place:03}")
            case = make_funding_case(
                session, project, source, state="received", currency="SEK" if place % 2 else "EUR", awarded_minor=100_000 + place
            )
            make_receipt(session, case, 5_000)
        session.commit()


def statements(browser, address, queries):
    open_page(browser, address)
    queries.clear()
    assert build_page(browser, address).status_code == 200
    return len(queries)


def test_a_leader_of_all_sees_every_case_and_the_whole_catalogue(as_user):
    shown = page_text(as_user("leader_everywhere"), "/funding")
    assert "Recorded cases: 7, for 3 of 17 micro projects." in shown
    assert all(funder in shown for funder in ("STEA", "Boden Council", "European Regional Development Fund"))


def test_a_coordinator_sees_the_whole_catalogue_but_only_own_cases(as_user):
    shown = page_text(as_user("coordinator_here"), "/funding")
    assert "STEA" in shown
    assert "No funding case is recorded." in shown
    assert "Community centre, Harkujärve" not in shown


def test_sums_stand_in_their_currency_with_what_they_leave_out(as_user):
    shown = page_text(as_user("leader_everywhere"), "/funding").replace("\\xa0", " ").replace("\N{NO-BREAK SPACE}", " ")
    assert "EUR 38,496.30" in shown
    assert "For 3 of 6 cases no sum is stated, so more came than the sums tell." in shown


def test_what_hangs_on_one_source_is_said(as_user):
    shown = page_text(as_user("leader_everywhere"), "/funding")
    assert "Hangs on one source" in shown
    assert "STEA; the sum is unknown" in shown
    assert "78% from the largest source" in shown


def test_the_range_from_one_euro_a_month_is_kept(as_user):
    assert "from 1 EUR a month" in page_text(as_user("leader_everywhere"), "/funding")


def test_a_kind_of_source_narrows_cases_and_catalogue(as_user):
    shown = page_text(as_user("leader_everywhere"), "/funding?kind=donation")
    assert "Spendenparlament Dithmarschen" in shown
    assert "STEA" not in shown


def test_a_year_keeps_cases_without_a_date_and_counts_them(as_user):
    shown = page_text(as_user("leader_everywhere"), "/funding?year=2016")
    assert "Recorded cases: 6, for" in shown
    assert "6 cases have no date and stay in every year." in shown


@pytest.mark.parametrize("query", ["network=999999", "network=abc", "kind=gold", "cases=0", "cases=x", "nonsense=1"])
def test_what_the_address_says_wrongly_is_left_out_and_named(as_user, query):
    shown = page_text(as_user("leader_everywhere"), f"/funding?{query}")
    assert f"was not understood and is left out: {query.split('=')[0]}." in shown


def test_long_lists_come_in_pages(as_user):
    add_cases(60)
    browser = as_user("coordinator_here")
    first, second = page_text(browser, "/funding"), page_text(browser, "/funding?cases=2")
    assert "1 to 50 of 60" in first
    assert "51 to 60 of 60" in second


def test_a_page_beyond_the_last_shows_the_first(as_user):
    add_cases(60)
    assert "1 to 50 of 60" in page_text(as_user("coordinator_here"), "/funding?cases=999")


def test_the_pages_of_one_list_keep_the_choices_and_the_other_lists(as_user):
    add_cases(60)
    assert "/funding?kind=unknown&shares=2&cases=2" in page_text(as_user("coordinator_here"), "/funding?kind=unknown&shares=2")


@pytest.mark.parametrize("query", ["", "?year=2017"])
def test_the_page_takes_as_many_statements_for_many_cases_as_for_few(as_user, queries, query):
    browser = as_user("leader_everywhere")
    few = statements(browser, f"/funding{query}", queries)
    add_cases(60)
    assert statements(browser, f"/funding{query}", queries) == few <= MOST_STATEMENTS


def test_a_case_of_a_trashed_micro_project_is_not_shown(as_user):
    add_cases(1)
    with bare_session(write=True) as session:
        session.info["acting"] = True
        session.scalars(sa.select(MicroProject).where(MicroProject.name == "project 000")).one().trashed_by = 1
        session.commit()
    assert "project 000" not in page_text(as_user("coordinator_here"), "/funding")


@pytest.mark.parametrize("point_of_view", ["funder", "administrator"])
def test_who_reads_no_network_may_not_open_it(as_user, point_of_view):
    assert as_user(point_of_view).get("/funding").status_code == 403
