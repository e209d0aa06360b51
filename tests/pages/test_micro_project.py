"""/micro-projects/<id> over HTTP."""

from datetime import date, timedelta

import pytest
import sqlalchemy as sa

from data_layer.engine import bare_session
from data_layer.models import MicroProject, Network, Stakeholder
from tests.factories import (
    make_assessment,
    make_event,
    make_funding_case,
    make_funding_source,
    make_need,
    make_receipt,
    make_stakeholder,
    make_tie,
)
from tests.opening import build_page, open_page, page_text

MOST_STATEMENTS = 12


def address(name):
    with bare_session() as session:
        return f"/micro-projects/{session.scalars(sa.select(MicroProject.id).where(MicroProject.name == name)).one()}"


def add(name, build):
    """Let `build` add rows to the micro project of this name."""
    with bare_session(write=True) as session:
        build(session, session.scalars(sa.select(MicroProject).where(MicroProject.name == name)).one())
        session.commit()


@pytest.fixture
def leader(as_user):
    return as_user("leader_everywhere")


@pytest.fixture
def coordinator(as_user):
    return as_user("coordinator_here")


def test_it_says_what_the_micro_project_is_and_what_nobody_knows(coordinator):
    shown = page_text(coordinator, address("Tailor cooperative"))
    assert "Sewing and tailoring for private and public customers" in shown
    assert "cooperative with six employees" in shown
    assert "When it came into its phase, nobody has recorded." in shown


def test_what_may_be_the_same_group_is_named(coordinator):
    shown = page_text(coordinator, address("Tailor cooperative"))
    assert "Also known as" in shown
    assert "No source says so." in shown


def test_supporters_stand_around_the_group(coordinator):
    shown = page_text(coordinator, address("Tailor cooperative"))
    assert "2 stakeholders are tied to it: money and support and coaching. Confirmed by both sides: none of 2 ties." in shown


def test_ties_of_money_are_told_where_no_case_is_recorded(coordinator):
    assert "Ties of money are recorded with Coop; their amounts are unknown." in page_text(coordinator, address("Tailor cooperative"))


def test_money_stands_case_by_case_in_its_currency(leader):
    shown = page_text(leader, address("Community centre, Harkujärve"))
    assert "3 funding cases are recorded. The sum is stated for all 3." in shown


def test_sources_that_disagree_are_both_shown(leader):
    shown = page_text(leader, address("AllDi website"))
    assert "Where do its sources disagree?" in shown
    assert "17 families" in shown
    assert "18 families, 30 children" in shown


def test_professionals_have_no_role_where_users_stand_on_step_7(leader):
    assert "Professionals: no role. Service users: 7." in page_text(leader, address("Afghan Association"))


def test_one_of_which_nearly_nothing_is_known_says_so(leader):
    shown = page_text(leader, address("Stress balls"))
    assert "How it came about is not recorded." in shown
    assert "No tie of “Stress balls” is recorded." in shown


def test_readings_are_flagged_as_ours(coordinator):
    assert "our reading" in page_text(coordinator, address("Tailor cooperative"))


def test_numbers_of_people_who_judged_are_for_coordinators(as_user):
    add("Tailor cooperative", lambda session, project: make_assessment(session, project, "users", 6, stage="design", judges=23))
    where = address("Tailor cooperative")
    assert "People who judged" in page_text(as_user("coordinator_here"), where)
    assert "People who judged" not in page_text(as_user("leader_here"), where)


def test_few_persons_are_hidden_from_leaders_only(as_user):
    def few(session, project):
        make_event(
            session, session.get(Network, project.network_id), micro_project_id=project.id, participants=3, participants_unit="guests"
        )

    add("Tailor cooperative", few)
    where = address("Tailor cooperative")
    assert "3 guests" in page_text(as_user("coordinator_here"), where)
    assert "<5 guests" in page_text(as_user("leader_here"), where)


@pytest.mark.parametrize("rest", ["999999", "0", "abc", "1.5", "-1", "1%00"])
def test_an_id_that_is_nothing_is_not_found(coordinator, rest):
    assert coordinator.get(f"/micro-projects/{rest}").status_code == 404


def test_a_foreign_micro_project_looks_like_a_missing_one(coordinator):
    foreign, missing = coordinator.get(address("Cross culture")), coordinator.get("/micro-projects/999999")
    assert (foreign.status_code, missing.status_code) == (404, 404)
    assert "Cross culture" not in page_text(coordinator, address("Cross culture"))


def test_the_path_names_the_micro_project_whatever_the_query_says(coordinator):
    other = address("Cross culture").rpartition("/")[2]
    assert "Tailor cooperative" in page_text(coordinator, f"{address('Tailor cooperative')}?micro_project_id={other}")


def test_what_is_not_understood_in_the_address_is_said(coordinator):
    assert "not understood and is left out: x." in page_text(coordinator, f"{address('Tailor cooperative')}?x=1")


def very_many(session, project):
    """More readings and funding cases than fit on a page."""
    source = make_funding_source(session, "Council")
    for number in range(51):
        day = date(2010, 1, 1) + timedelta(days=number)
        make_assessment(session, project, "users", 3, day_first=day, day_last=day)
        make_funding_case(session, project, source)


def test_long_tables_come_in_pages_each_with_its_own_number_in_the_address(coordinator):
    add("Tailor cooperative", very_many)
    where = address("Tailor cooperative")
    first, later = page_text(coordinator, where), page_text(coordinator, f"{where}?money=2")
    assert (first.count("1 to 50 of"), later.count("1 to 50 of"), "51 to 51 of 51" in later) == (2, 1, True)
    assert f"{where}?money=2&readings=2" in later


@pytest.mark.parametrize("query", ["readings=2", "money=0", "money=2&money=1"])
def test_a_page_that_a_table_does_not_have_is_left_out_and_said(coordinator, query):
    shown = page_text(coordinator, f"{address('Tailor cooperative')}?{query}")
    assert f"not understood and is left out: {query.partition('=')[0]}." in shown


def much(session, project):
    """A dozen rows of each kind for a micro project."""
    network, group = session.get(Network, project.network_id), session.get(Stakeholder, project.group_id)
    for number in range(12):
        day = {"day_first": date(2017, 1 + number, 1), "day_last": date(2017, 1 + number, 1)}
        make_event(session, network, f"event {number}", micro_project_id=project.id, **day)
        make_need(session, network, f"need {number}", status="micro_project", micro_project_id=project.id)
        make_assessment(session, project, "users", 3, **day)
        make_tie(session, make_stakeholder(session, network, f"stakeholder {number}"), group)
        case = make_funding_case(session, project, make_funding_source(session, f"funder {number}"), currency="SEK")
        make_receipt(session, case, 500, **day)


def test_much_of_it_takes_as_few_statements_as_little(coordinator, queries):
    where = address("Tailor cooperative")

    def statements():
        open_page(coordinator, where)
        queries.clear()
        assert build_page(coordinator, where).status_code == 200
        return len(queries)

    few = statements()
    add("Tailor cooperative", much)
    assert (few <= MOST_STATEMENTS, statements()) == (True, few)
