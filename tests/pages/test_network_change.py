"""/network/change over HTTP."""

from datetime import date

import pytest
import sqlalchemy as sa

from data_layer.cache import results
from data_layer.engine import bare_session
from data_layer.models import MicroProject, Network, Stakeholder
from tests.factories import make_event, make_micro_project, make_position, make_stakeholder, make_tie
from tests.opening import build_page, page_text

MOST_STATEMENTS = 12
OLD, NEW = (date(2017, 5, 1),) * 2, (date(2020, 5, 1),) * 2


def number_of(name="Luleå"):
    with bare_session() as session:
        return session.scalars(sa.select(Network.id).where(Network.name == name)).one()


def add(build, name="Luleå"):
    with bare_session(write=True) as session:
        build(session, session.scalars(sa.select(Network).where(Network.name == name)).one())
        session.commit()


@pytest.fixture
def coordinator(as_user):
    return as_user("coordinator_here")


def address(days="", name="Luleå"):
    return f"/network/change?network={number_of(name)}{days}"


TWO_DAYS = "&from=2018-01-01&to=2021-01-01"


def ties(session, network):
    """One tie that was won, one that was lost; the one that was won came out of an event of a micro project that is over."""
    project = make_micro_project(session, network, "Bike kitchen", end_state="ended", ended_first=NEW[0], ended_last=NEW[1])
    event = make_event(session, network, "Repair day", micro_project_id=project.id)
    one, two, three = (make_stakeholder(session, network, name) for name in ("Bike club", "Repair café", "Scrap yard"))
    make_tie(session, one, two, start_first=NEW[0], start_last=NEW[1], event_id=event.id)
    make_tie(session, one, three, start_first=OLD[0], start_last=OLD[1], end_first=NEW[0], end_last=NEW[1])


def test_ties_won_and_lost_are_said_with_what_nobody_can_tell(coordinator):
    add(ties)
    shown = page_text(coordinator, address(TWO_DAYS))
    assert "Between 1 January 2018 and 1 January 2021 one tie was won and one was lost." in shown
    assert "nobody can tell: their dates are missing or vague." in shown


def test_new_ties_name_what_they_came_out_of(coordinator):
    add(ties)
    shown = page_text(coordinator, address(TWO_DAYS))
    assert "Repair day" in shown
    assert "Of one new tie it is recorded for 1 what it came out of." in shown


def test_who_still_cooperates_after_a_micro_project_ended_is_named(coordinator):
    add(ties)
    shown = page_text(coordinator, address(TWO_DAYS))
    assert "Bike club and Repair café" in shown
    assert "it ends only later" in page_text(coordinator, address("&from=2018-01-01&to=2019-01-01"))


def test_the_end_of_a_programme_can_be_chosen(coordinator):
    add(ties)
    shown = page_text(coordinator, address(f"{TWO_DAYS}&end=2018-01-01"))
    assert "Of one tie that was there on 1 January 2018 0 is still there on 1 January 2021." in shown


def test_days_in_the_wrong_order_are_put_right(coordinator):
    add(ties)
    assert "Between 1 January 2018 and 1 January 2021" in page_text(coordinator, address("&from=2021-01-01&to=2018-01-01"))


@pytest.mark.parametrize("nonsense", ["2018", "2018-02-30", "yesterday", "0001-01-01", "20180101", "2018-W01-1"])
def test_what_is_no_day_is_left_out_and_said(coordinator, nonsense):
    assert "left out: from." in page_text(coordinator, address(f"&from={nonsense}"))


def mappings(session, network):
    who = session.scalars(sa.select(Stakeholder).where(Stakeholder.network_id == network.id).order_by(Stakeholder.id)).all()
    for day, power, wished in ((OLD, 1, 3), (NEW, 3, None)):
        make_position(session, who[0], day_first=day[0], day_last=day[1], power=power, wished_power=wished, question="Who decides?")
    make_position(session, who[1], day_first=NEW[0], day_last=NEW[1], influence=4, question="Who decides?")


def test_two_mappings_are_compared_with_what_was_wished_for(coordinator):
    add(mappings)
    shown = page_text(coordinator, address())
    assert (
        "Power: higher for 1, lower for 0, the same for 0. One is new in the later mapping. One wish was written down; 1 came true."
        in shown
    )


def test_one_mapping_cannot_be_compared(coordinator):
    assert "Fewer than two dated mappings are recorded." in page_text(coordinator, address())


@pytest.mark.parametrize("point_of_view", ["funder", "administrator"])
def test_funders_and_administrators_do_not_see_it(as_user, point_of_view):
    assert as_user(point_of_view).get(address()).status_code == 403


def test_networks_of_others_are_not_shown(as_user):
    assert "Luleå" not in page_text(as_user("coordinator_elsewhere"), address())


def many(session, network):
    mappings(session, network)
    ties(session, network)
    project = session.scalars(sa.select(MicroProject).where(MicroProject.name == "Bike kitchen")).one()
    for number in range(60):
        ends = [make_stakeholder(session, network, f"{side} {number}") for side in ("Left", "Right")]
        make_tie(session, *ends, start_first=NEW[0], start_last=NEW[1], micro_project_id=project.id)


def test_it_takes_as_many_statements_for_much_as_for_little(coordinator, queries):
    path = address(TWO_DAYS)
    build_page(coordinator, path)
    results.clear()
    queries.clear()
    build_page(coordinator, path)
    little = len(queries)
    add(many)
    queries.clear()
    build_page(coordinator, path)
    assert len(queries) == little <= MOST_STATEMENTS


def test_long_tables_come_in_pages(coordinator):
    add(many)
    assert "51 to 62 of 62" in page_text(coordinator, address(f"{TWO_DAYS}&ties=2"))


def test_the_network_leads_there(coordinator):
    assert f"/network/change?network={number_of()}" in page_text(coordinator, f"/network?network={number_of()}")
