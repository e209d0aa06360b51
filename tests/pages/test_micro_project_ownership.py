"""/ownership/<id> over HTTP."""

from datetime import UTC, date, datetime

import pytest
import sqlalchemy as sa

from data_layer.action import acting
from data_layer.cache import results
from data_layer.engine import bare_session
from data_layer.models import MicroProject, Network, PeopleReached
from tests.factories import make_funding_source, make_handover, make_note, make_people_reached, make_readiness, make_stakeholder, make_tie
from tests.opening import build_page, open_page, page_text

MOST_STATEMENTS = 12
DAY = date(2026, 3, 1)


def address(name="Tailor cooperative"):
    with bare_session() as session:
        return f"/ownership/{session.scalars(sa.select(MicroProject.id).where(MicroProject.name == name)).one()}"


def change(build, name="Tailor cooperative"):
    """Let `build` work on the micro project of this name."""
    with bare_session(write=True) as session:
        build(session, session.scalars(sa.select(MicroProject).where(MicroProject.name == name)).one())
        session.commit()


def set_to(session, project, **values):
    with acting(session, "test") as recorder:
        recorder.update(project, **values)


@pytest.fixture
def leader(as_user):
    return as_user("leader_everywhere")


@pytest.fixture
def coordinator(as_user):
    return as_user("coordinator_here")


def test_what_nobody_has_recorded_is_unknown_and_asked_for(coordinator):
    shown = page_text(coordinator, address())
    assert "Not looked at yet: stable management and leadership" in shown
    assert "No task is recorded that is handed over." in shown
    assert "neither the money in hand nor the cost of a month is recorded" in shown


def test_the_latest_look_stands_with_how_it_moved(coordinator):
    def looks(session, project):
        make_readiness(session, project, "financing", 1, day_first=date(2024, 1, 1), day_last=date(2024, 12, 31))
        make_readiness(session, project, "financing", 3, day_first=DAY, day_last=DAY, evidence="They sell bags.")

    change(looks)
    shown = page_text(coordinator, address())
    assert "higher than before (2024)" in shown
    assert "They sell bags." in shown


def test_a_task_that_should_have_been_handed_over_is_late(coordinator):
    change(lambda session, project: make_handover(session, project, what="the cash box", due=date(2020, 1, 1)))
    shown = page_text(coordinator, address())
    assert "0 of one task is handed over. One is late." in shown


def test_money_in_hand_is_told_in_months_with_its_age(coordinator, clock):
    clock(datetime(2026, 7, 2, 12, tzinfo=UTC))
    change(
        lambda session, project: set_to(session, project, currency="EUR", monthly_cost_minor=40_000, in_hand_minor=100_000, in_hand_on=DAY)
    )
    shown = page_text(coordinator, address())
    assert "2.5 months" in shown
    assert "At this cost it lasts until about May 2026. The money was counted 4 months ago: count it anew." in shown


def test_how_it_was_run_before_is_told_from_the_history(coordinator):
    change(lambda session, project: set_to(session, project, run_by="users", run_since_first=DAY, run_since_last=DAY))
    shown = page_text(coordinator, address())
    assert "It is run by service users since 1 March 2026." in shown
    assert "service users with support, until a change recorded on" in shown


def test_what_the_facilitator_holds_together_is_said(coordinator):
    shown = page_text(coordinator, address())
    assert "If Coompanion Norrbotten leaves, one supporter stays." in shown
    assert "Nobody else gives it: support and coaching." in shown


def test_each_source_says_why_it_fits_or_not(coordinator):
    def fitting(session, project):
        set_to(session, project, format="informal_group", currency="EUR", needed_minor=100_000)
        known = {"country": "SE", "phases": ("start_up",), "open_to_informal": False, "currency": "EUR", "amount_max_minor": 50_000}
        make_funding_source(session, "Aaa fund", formats=("association",), **known)

    change(fitting)
    shown = page_text(coordinator, f"{address()}?sources=2")
    assert "it asks for: association; this is: informal group." in shown
    assert "it asks for a legal form, and this micro project has none." in shown
    assert "it is for Sweden, where this micro project is." in shown
    assert "it covers a part." in shown


def test_coordinators_see_small_counts_of_people_and_leaders_do_not(coordinator, leader):
    def few(session, project):
        set_to(session, project, jobs=3)
        count = make_people_reached(session, project, 4, what="sewing course", day_first=DAY, day_last=DAY)
        make_note(session, count, "persons", "conflict", other_value="44444", text="Another count.")

    change(few)
    path = address()
    assert "The latest count: 4 people, 1 March 2026." in page_text(coordinator, path)
    response = open_page(leader, path)
    assert "The latest count: <5 people, 1 March 2026." in str(response.get_json())
    # Not one byte tells the numbers: neither the count, nor what another source says of it, nor the jobs.
    assert b"44444" not in response.data
    assert not {part for part in (b'"4"', b" 4 people", b'"3"') if part in response.data}


def test_a_foreign_micro_project_is_not_there(as_user):
    assert as_user("coordinator_elsewhere").get(address()).status_code == 404


@pytest.mark.parametrize("point_of_view", ["funder", "administrator"])
def test_funders_and_administrators_do_not_see_it(as_user, point_of_view):
    assert as_user(point_of_view).get(address()).status_code == 403


def many(session, project):
    for number in range(60):
        make_readiness(session, project, day_first=DAY, day_last=DAY)
        make_handover(session, project)
        make_people_reached(session, project, 10 + number)
        make_funding_source(session, f"Fund {number}")
    network = session.get(Network, project.network_id)
    for number in range(30):
        make_tie(session, make_stakeholder(session, network, f"Body {number}"), make_stakeholder(session, network, f"Group {number}"))


def test_it_takes_as_many_statements_for_much_as_for_little(coordinator, queries):
    path = address()
    build_page(coordinator, path)
    results.clear()
    queries.clear()
    build_page(coordinator, path)
    little = len(queries)
    change(many)
    queries.clear()
    build_page(coordinator, path)
    assert len(queries) == little <= MOST_STATEMENTS


def test_long_lists_come_in_pages(coordinator):
    change(many)
    path = address()
    assert "51 to 60 of 60" in page_text(coordinator, f"{path}?tasks=2")
    assert "left out: counts." in page_text(coordinator, f"{path}?counts=9")


def test_a_count_in_the_trash_is_not_told(coordinator):
    change(lambda session, project: make_people_reached(session, project, 77, day_first=DAY, day_last=DAY))

    def away(session, project):
        with acting(session, "test") as recorder:
            recorder.trash(session.scalars(sa.select(PeopleReached).where(PeopleReached.micro_project_id == project.id)).one())

    change(away)
    assert "77 people" not in page_text(coordinator, address())


def test_the_biography_leads_there_and_back(coordinator):
    path = address()
    number = path.rpartition("/")[2]
    assert path in page_text(coordinator, f"/micro-projects/{number}")
    assert f"/micro-projects/{number}'" in page_text(coordinator, path)
