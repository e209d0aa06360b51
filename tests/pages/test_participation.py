"""How much say service users have, as each role sees it."""

from datetime import date

import pytest
import sqlalchemy as sa

from data_layer.engine import bare_session
from data_layer.models import Network
from tests.factories import make_assessment, make_event, make_micro_project, make_network, make_pilot
from tests.opening import build_page, page_text
from tests.points_of_view import HERE

MOST_STATEMENTS = 12
JUDGED = 4711


@pytest.fixture
def many(sample_database):
    """Sixty more micro projects, each with dated readings from both sides, judged by a telling number of people."""
    with bare_session(write=True) as session:
        network = make_network(session, "Northern Valley")
        for place in range(60):
            project = make_micro_project(session, network, f"Project {place:02}")
            for year in (2019, 2021):
                day = {"day_first": date(year, 1, 1), "day_last": date(year, 12, 31), "judges": JUDGED}
                make_assessment(session, project, "professionals", 5, **day)
                make_assessment(session, project, "users", 1 + place % 7, **day)
        session.commit()


def test_the_readings_of_the_network_stand_on_the_pyramid(as_user):
    page = page_text(as_user("coordinator_here"), "/participation")
    assert "Tailor cooperative" in page
    assert "No gap or one step" in page


def test_a_coordinator_elsewhere_does_not_see_them(as_user):
    page = page_text(as_user("coordinator_elsewhere"), "/participation")
    assert "Tailor cooperative" not in page
    assert "how much say service users have is unknown" in page


def test_our_own_readings_are_marked(as_user):
    page = page_text(as_user("leader_everywhere"), "/participation")
    assert "15 of 15 readings are ours" in page
    assert "not a rating by those concerned" in page


def test_unknown_is_counted_as_unknown(as_user):
    page = page_text(as_user("leader_everywhere"), "/participation")
    assert "No reading: 9 of 17 micro projects on the professionals’ side, 9 of 17 on the service users’ side." in page
    assert "9 micro projects without any reading" in page


@pytest.mark.parametrize("point_of_view", ["funder", "administrator"])
def test_who_may_see_no_figure_on_service_users_is_refused(as_user, point_of_view):
    page = page_text(as_user(point_of_view), "/participation")
    assert "This page is not for your role" in page
    assert "pyramid" not in page


def test_a_leader_does_not_see_how_many_people_judged(as_user, many):
    page = page_text(as_user("leader_everywhere"), "/participation")
    assert str(JUDGED) not in page
    assert "Professionals who judged" not in page


def test_a_coordinator_sees_the_column_of_people_who_judged(as_user):
    assert "Professionals who judged" in page_text(as_user("coordinator_here"), "/participation")


def test_the_widest_gaps_come_first_and_the_list_comes_in_pages(as_user, many):
    first, last = (page_text(as_user("leader_everywhere"), f"/participation{query}") for query in ("", "?page=3"))
    assert "Service users feel 4 steps less" in first
    assert "1 to 25 of 68" in first
    assert "51 to 68 of 68" in last
    assert "Afghan Association" in last


def test_page_links_keep_what_was_chosen(as_user, many):
    assert "/participation?year=2021&page=2" in page_text(as_user("leader_everywhere"), "/participation?year=2021")


def test_a_page_past_the_end_shows_the_first(as_user, many):
    assert "1 to 25 of 68" in page_text(as_user("leader_everywhere"), "/participation?page=900")


@pytest.mark.parametrize("query", ["page=none", "page=0", "phase=nothing", "network=999999", "year=1066", "colour=red"])
def test_what_is_not_understood_is_left_out_and_said(as_user, query):
    page = page_text(as_user("coordinator_here"), f"/participation?{query}")
    assert f"left out: {query.split('=')[0]}." in page


@pytest.mark.parametrize("query", ["", "?year=2021", "?group=migrants", "?phase=support", "?page=2", "?show=warnings"])
def test_the_page_takes_few_statements(as_user, many, queries, query):
    browser = as_user("leader_everywhere")
    queries.clear()
    build_page(browser, f"/participation{query}")
    assert len(queries) <= MOST_STATEMENTS


def test_more_readings_take_no_more_statements(as_user, queries, request):
    counts = []
    for fill in (False, True):
        if fill:
            request.getfixturevalue("many")
        browser = as_user("leader_everywhere")
        queries.clear()
        build_page(browser, "/participation")
        counts.append(len(queries))
    assert counts[0] == counts[1]


@pytest.fixture
def claimed(sample_database):
    """A pilot and an event where professionals speak of shared decisions and service users feel none; a pair that agrees."""
    with bare_session(write=True) as session:
        network = session.scalars(sa.select(Network).where(Network.name == HERE)).one()
        agreeing = make_micro_project(session, network, "Repair shop", target_groups=("youth",))
        subjects = ((make_pilot(session, network, "Lunch for all"), 3), (make_event(session, network, "Kitchen talk"), 2), (agreeing, 5))
        for subject, users in subjects:
            for side, level in (("professionals", 5), ("users", users)):
                make_assessment(session, subject, side, level, stage="delivery", judges=JUDGED)
        session.commit()


def test_events_and_pilots_stand_beside_micro_projects_with_their_warning(as_user, claimed):
    page = page_text(as_user("coordinator_here"), "/participation")
    assert page.count("Look here: shared in words only.") >= 4
    assert "/pilots/" in page
    assert "pilot, Luleå" in page
    assert "event, Luleå" in page


def test_the_warnings_alone_can_be_seen(as_user, claimed):
    everything, warnings = (page_text(as_user("coordinator_here"), f"/participation{query}") for query in ("", "?show=warnings"))
    assert "Only the 2 warnings" in everything
    assert "Show all pairs" in warnings
    assert ("Repair shop" in everything, "Repair shop" in warnings) == (True, False)


def test_both_sides_are_compared_by_stage_group_and_year(as_user, claimed):
    page = page_text(as_user("coordinator_here"), "/participation")
    assert "Professionals name a higher step than service users most often for: running the service (2 of 3)." in page
    assert "The largest gap is for running the service: Service users feel 3 steps less." in page
    assert "for: group unknown (2 of 2)." in page
    assert "no change of the gap can be told" in page


def test_a_leader_sees_gaps_and_warnings_and_no_number_of_people_who_judged(as_user, claimed):
    for address in ("/participation", "/participation?show=warnings", "/"):
        page = page_text(as_user("leader_everywhere"), address)
        assert "hared in words only" in page, address
        assert str(JUDGED) not in page, address
