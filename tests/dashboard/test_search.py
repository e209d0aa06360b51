"""The search box's own address."""

import pytest
import sqlalchemy as sa

from data_layer.engine import bare_session
from data_layer.models import Network
from tests.factories import make_pilot, make_voice
from tests.points_of_view import HERE, POINTS_OF_VIEW

ALLOWED = {"coordinator_here", "coordinator_elsewhere", "leader_here", "leader_elsewhere", "leader_everywhere"}


@pytest.mark.parametrize("point_of_view", POINTS_OF_VIEW)
def test_only_those_who_read_networks_search(as_user, point_of_view):
    expected = 200 if point_of_view in ALLOWED else 401 if point_of_view in ("anonymous", "disabled") else 403
    assert as_user(point_of_view).get("/search?q=sempre").status_code == expected


def test_a_hit_leads_to_where_the_record_is_shown(as_user):
    (hit,) = [hit for hit in as_user("coordinator_here").get("/search?q=lule").get_json() if hit["kind"] == "network"]
    assert hit["href"].startswith("/network?network=")


def test_nothing_of_another_network_is_found(as_user):
    assert {hit["network"] for hit in as_user("coordinator_here").get("/search?q=er").get_json()} <= {"Luleå", None}


@pytest.mark.parametrize("query", ["", "q=", "q=a", "q=" + "x" * 5000, "q=%00", "p=1", "q=%25%25"])
def test_nonsense_finds_nothing(as_user, query):
    assert as_user("coordinator_here").get(f"/search?{query}").get_json() == []


@pytest.mark.parametrize(("point_of_view", "found"), [("coordinator_here", True), ("leader_here", True), ("leader_elsewhere", False)])
def test_a_pilot_is_found_by_those_who_read_it(as_user, point_of_view, found):
    browser = as_user(point_of_view)
    with bare_session(write=True) as session:
        pilot = make_pilot(session, session.scalars(sa.select(Network).where(Network.name == HERE)).one(), "Zebra crossing")
        make_voice(session, session.get(Network, pilot.network_id), "Zebra told me")
        session.commit()
        expected = [f"/pilots/{pilot.id}"] if found else []
    assert [hit["href"] for hit in browser.get("/search?q=zebra").get_json()] == expected
