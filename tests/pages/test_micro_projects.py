"""/micro-projects over HTTP."""

from datetime import date

import pytest
import sqlalchemy as sa

from data_layer.action import acting
from data_layer.engine import bare_session
from data_layer.models import MicroProject, Network
from tests.factories import make_assessment, make_micro_project, make_phase_change
from tests.opening import build_page, open_page, page_text
from tests.points_of_view import HERE

MOST_STATEMENTS = 12
PHASES = ["needs", "design", "support", "start_up"]


def add_projects(number):
    """That many micro projects in the own LEN, each with dated steps and readings."""
    with bare_session(write=True) as session:
        network = session.scalars(sa.select(Network).where(Network.name == HERE)).one()
        for place in range(number):
            project = make_micro_project(session, network, f"project {place:03}", country="SE", target_groups=("youth",))
            day = date(2017, 1 + place % 12, 1)
            make_phase_change(session, project, PHASES[place % 4], day_first=day, day_last=day)
            make_assessment(session, project, "users", 1 + place % 7, day_first=day, day_last=day)
        session.commit()


def id_of(name, model=MicroProject):
    with bare_session() as session:
        return session.scalars(sa.select(model.id).where(model.name == name)).one()


@pytest.fixture
def leader(as_user):
    return as_user("leader_everywhere")


def test_the_board_has_a_lane_for_each_phase_and_for_the_unknown_one(leader):
    shown = page_text(leader, "/micro-projects")
    assert all(f"phases-lane-{phase}" in shown for phase in (*PHASES, "unknown"))
    assert "11 of 17 micro projects have reached entrepreneurial support or a social start-up. For 2 the phase is unknown." in shown


def test_phases_that_we_read_ourselves_are_said_to_be_our_reading(leader):
    assert "15 of 17 phases are our reading" in page_text(leader, "/micro-projects")


def test_the_way_from_need_to_end_says_what_is_not_recorded(leader):
    shown = page_text(leader, "/micro-projects")
    assert "Where it came from is recorded for 7 of 17 micro projects. 6 needs are recorded that led to none." in shown


def test_an_end_is_unknown_unless_a_source_states_it(leader):
    assert "For 16 of 17 micro projects no source states the end." in page_text(leader, "/micro-projects")


def test_the_time_in_a_phase_is_unknown_without_dates(leader):
    assert "How long is unknown: no step has a date." in page_text(leader, "/micro-projects")


def test_groups_do_not_add_up(leader):
    assert "4 name several, so the counts do not add up." in page_text(leader, "/micro-projects")


def test_a_coordinator_sees_the_own_micro_projects_only(as_user):
    shown = page_text(as_user("coordinator_here"), "/micro-projects")
    assert "Tailor cooperative" in shown
    assert "Cross culture" not in shown


def test_a_network_can_be_chosen(leader):
    shown = page_text(leader, f"/micro-projects?network={id_of('Varde', Network)}")
    assert "Cross culture" in shown
    assert "Tailor cooperative" not in shown


def test_a_year_keeps_what_reaches_into_it_and_what_has_no_date(leader):
    shown = page_text(leader, "/micro-projects?year=2019")
    assert "Recipe notebook" in shown
    assert "Stress balls" in shown
    assert "Cross culture" not in shown
    assert "4 without any date stay in every year." in shown


def test_a_phase_can_be_chosen_and_needs_that_led_to_none_are_left_out(leader):
    shown = page_text(leader, "/micro-projects?phase=design")
    assert "4 micro projects stand here: service design." in shown
    assert "recorded that led to none." not in shown


def test_the_board_can_be_read_as_a_list(leader):
    shown = page_text(leader, "/micro-projects?view=list")
    assert "phases-lane-design" not in shown
    assert "Micro projects by name" in shown


def test_what_is_not_understood_is_left_out_and_said(leader):
    shown = page_text(leader, "/micro-projects?phase=nowhere&view=list&x=1")
    assert "2 parts of the address were not understood and are left out: phase, x." in shown


@pytest.mark.parametrize(("query", "said"), [("page=2", True), ("phase=design&page=2", True), ("view=list&page=1", False)])
def test_a_page_means_something_in_the_list_only(leader, query, said):
    shown = page_text(leader, f"/micro-projects?{query}")
    assert ("left out: page" in shown) == said


def test_a_choice_that_nothing_fits_says_so(leader):
    shown = page_text(leader, f"/micro-projects?network={id_of('Varde', Network)}&phase=support")
    assert "No micro project fits this choice." in shown


def test_a_network_without_any_micro_project_says_who_can_record_one(as_user):
    with bare_session(write=True) as session:
        for project in session.scalars(sa.select(MicroProject).join(Network).where(Network.name == HERE)):
            with acting(session, "test") as action:
                action.trash(project)
        session.commit()
    assert "A coordinator of the network records them." in page_text(as_user("coordinator_here"), "/micro-projects")


def test_dated_steps_give_a_time_in_phase(leader):
    with bare_session(write=True) as session:
        network = session.scalars(sa.select(Network).where(Network.name == HERE)).one()
        project = make_micro_project(session, network, "dated", end_state="ended")
        make_phase_change(session, project, "needs", day_first=date(2017, 1, 1), day_last=date(2017, 1, 1))
        make_phase_change(session, project, "design", from_phase="needs", day_first=date(2017, 1, 31), day_last=date(2017, 1, 31))
        session.commit()
    shown = page_text(leader, f"/micro-projects?network={id_of(HERE, Network)}")
    assert "Micro projects stayed longest in needs assessment: 30 days in the middle. 2 stays have no date and are left out." in shown


@pytest.mark.parametrize("address", ["/micro-projects", "/micro-projects?year=2017", "/micro-projects?view=list&phase=design&page=2"])
def test_the_page_takes_the_same_few_statements_for_17_and_for_347(leader, queries, address):
    def statements():
        open_page(leader, address)
        queries.clear()
        assert build_page(leader, address).status_code == 200
        return len(queries)

    few = statements()
    add_projects(330)
    assert (few <= MOST_STATEMENTS, statements()) == (True, few)


def test_hundreds_of_micro_projects_keep_the_page_small(leader):
    few = len(open_page(leader, "/micro-projects").data)
    add_projects(330)
    shown = page_text(leader, "/micro-projects")
    assert len(open_page(leader, "/micro-projects").data) < 2 * few
    assert "All 347 micro projects as a list" in shown


def test_a_long_list_comes_in_pages_of_fifty(leader):
    add_projects(60)
    shown = page_text(leader, "/micro-projects?view=list&page=2")
    assert "51 to 77 of 77" in shown
    assert "/micro-projects?view=list&page=1" in shown
