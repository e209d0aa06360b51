"""/needs over HTTP."""

from datetime import date

import pytest
import sqlalchemy as sa

from data_layer.action import acting
from data_layer.engine import bare_session
from data_layer.models import Event, Need, Network
from tests.factories import (
    make_attendance,
    make_event,
    make_event_guest,
    make_micro_project,
    make_need,
    make_network,
    make_note,
    make_stakeholder,
)
from tests.opening import build_page, open_page, page_text
from tests.points_of_view import ELSEWHERE, HERE

MOST_STATEMENTS = 12
ADDRESS = "/needs"


@pytest.fixture
def leader(as_user):
    return as_user("leader_everywhere")


@pytest.fixture
def coordinator(as_user):
    return as_user("coordinator_here")


def network_named(session, name=HERE):
    return session.scalars(sa.select(Network).where(Network.name == name)).one()


def recorded(make):
    """What `make` does with a session and the own LEN, committed."""
    with bare_session(write=True) as session:
        found = make(session, network_named(session))
        session.commit()
        return found


def update(model, row_id, **values):
    with bare_session(write=True) as session:
        with acting(session, "test") as action:
            action.update(session.get(model, row_id), **values)
        session.commit()


def test_needs_say_how_many_voted_and_which_has_most(leader):
    shown = page_text(leader, ADDRESS)
    assert "13 needs are recorded." in shown
    assert "Votes are known for 3 of 13." in shown
    assert "“Rides to appointments without a car of one’s own” has most, 8 votes" in shown


def test_what_is_invented_is_said_to_be(leader):
    shown = page_text(leader, ADDRESS)
    assert "3 needs are invented for demonstration." in shown
    assert "invented: Made up so that needs can be shown in order of votes." in shown


def test_the_ends_of_needs_are_counted_and_the_unknown_is_one_of_them(leader):
    shown = page_text(leader, ADDRESS)
    assert (
        "Of 13 needs, 7 became micro projects, 2 were taken up by providers, 1 is parked, 1 is still open and of 2 it is unknown." in shown
    )


def test_groups_that_nobody_asked_are_named(leader):
    assert "No need is recorded of: people with disabilities" in page_text(leader, ADDRESS)


def test_who_came_for_the_first_time_and_who_came_again_is_told(leader):
    shown = page_text(leader, ADDRESS + "?year=2020")
    assert "Came for the first time" in shown
    assert "Rucava municipality" in shown
    assert "Came again" in shown


def test_a_coordinator_sees_the_own_needs_and_events_only(coordinator):
    shown = page_text(coordinator, ADDRESS)
    assert "Work in which migrants can use the skills they have" in shown
    assert "Syhörnan opens" in shown
    assert "Camp for single parents" not in shown
    assert "Reading together" not in shown


def test_each_choice_shows_a_page(leader):
    assert "Camp for single parents" in page_text(leader, f"{ADDRESS}?group=youth&year=2017")
    assert "Camp for single parents" not in page_text(leader, f"{ADDRESS}?group=older&year=2017")
    assert "2 parts of the address were not understood and are left out: group, x." in page_text(leader, f"{ADDRESS}?group=nobody&x=1")


def test_a_network_without_anything_says_what_to_do(leader):
    recorded(lambda session, _network: make_network(session, "Empty"))
    with bare_session() as session:
        number = network_named(session, "Empty").id
    shown = page_text(leader, f"{ADDRESS}?network={number}")
    assert "No need fits this choice." in shown
    assert "No event is recorded." in shown
    assert "No target group is recorded." in shown


def test_only_coordinators_can_change_something(coordinator, as_user):
    assert "data-form" in page_text(coordinator, ADDRESS)
    assert "data-form" not in page_text(as_user("leader_here"), ADDRESS)


def test_from_an_event_one_begins_with_the_event(coordinator):
    event = recorded(lambda session, network: make_event(session, network, "Open day").id)
    shown = page_text(coordinator, ADDRESS)
    assert f"attendance?event={event}" in shown
    assert f"need?event={event}" in shown


def test_networks_are_invited_only_by_those_who_see_another_one(coordinator):
    assert "event_guest?event=" not in page_text(coordinator, ADDRESS)


def test_fifty_needs_and_twenty_events_stand_on_a_page(leader):
    def many(session, network):
        for place in range(60):
            make_need(session, network, f"wish {place:03}", status="open", votes=100 - place)
            make_event(session, network, f"meeting {place:03}", day_first=date(2030, 1, 1), day_last=date(2030, 1, 1))

    recorded(many)
    shown = page_text(leader, ADDRESS)
    assert shown.count("wish 0") == 50 + 1  # and the one that has most votes, in the sentence
    assert shown.count("'meeting 0") == 20
    assert page_text(leader, f"{ADDRESS}?needs=2").count("wish 0") == 10 + 1


def test_much_of_it_takes_as_few_statements_as_little(leader, queries):
    build_page(leader, ADDRESS)
    queries.clear()
    build_page(leader, ADDRESS)
    little = len(queries)

    def many(session, network):
        elsewhere = network_named(session, ELSEWHERE)
        people = [make_stakeholder(session, network, f"person {place}") for place in range(10)]
        for place in range(30):
            event = make_event(session, network, day_first=date(2017, 1, 1), day_last=date(2017, 12, 31))
            make_event_guest(session, event, elsewhere)
            make_need(session, network, event_id=event.id, votes=place, target_groups=("youth",))
            for each in people:
                make_attendance(session, event, each, presence="came" if place % 2 else "stayed_away")

    recorded(many)
    queries.clear()
    build_page(leader, ADDRESS)
    assert len(queries) == little <= MOST_STATEMENTS


class TestSmallNumbers:
    """What leaders get is the same to the byte, whatever number below five is recorded."""

    @pytest.fixture
    def rows(self, sample_database):
        def make(session, network):
            event = make_event(session, network, "Kitchen talk", participants=1, participants_unit="people")
            needs = [
                make_need(session, network, f"wish {place}", votes=1, participants=1, event_id=event.id, status="open") for place in (1, 2)
            ]
            for row, field in ((event, "participants"), (needs[0], "votes"), (needs[0], "participants")):
                make_note(session, row, field, "conflict", other_value="1")
            return event.id, [need.id for need in needs]

        return recorded(make)

    def seen(self, browser):
        return str(build_page(browser, ADDRESS).get_json()["response"]["_pages_content"])

    @pytest.mark.parametrize("point_of_view", ["leader_here", "leader_everywhere"])
    def test_leaders_cannot_tell_one_small_number_from_another(self, as_user, rows, point_of_view):
        browser = as_user(point_of_view)
        event, needs = rows
        before = self.seen(browser)
        assert "<5" in before
        update(Event, event, participants=4)
        update(Need, needs[0], votes=3, participants=2)
        update(Need, needs[1], votes=4, participants=0)
        with bare_session(write=True) as session:
            session.execute(sa.text("UPDATE note SET other_value = '4' WHERE other_value = '1'"))
            session.commit()
        assert self.seen(browser) == before

    def test_coordinators_can(self, coordinator, rows):
        event, _needs = rows
        before = self.seen(coordinator)
        update(Event, event, participants=4)
        assert "4 people" in self.seen(coordinator)
        assert self.seen(coordinator) != before


class TestGuests:
    """A guest sees title, date, place and host; a network that was not invited sees nothing."""

    CANARY = "canary of the host"

    @pytest.fixture
    def invitation(self, sample_database):
        def make(session, guest):
            host = network_named(session, ELSEWHERE)
            secret = {"outcome": self.CANARY, "participants": 87_654, "participants_unit": self.CANARY, "source": self.CANARY}
            project = make_micro_project(session, host, self.CANARY)
            event = make_event(
                session,
                host,
                "Day of open kitchens",
                place="Nymindegab",
                day_first=date(2019, 5, 4),
                day_last=date(2019, 5, 4),
                micro_project_id=project.id,
                **secret,
            )
            make_attendance(session, event, make_stakeholder(session, host, self.CANARY))
            make_need(session, host, self.CANARY, event_id=event.id)
            return event.id, make_event_guest(session, event, guest, source=self.CANARY).id

        return recorded(make)

    @pytest.mark.parametrize("point_of_view", ["coordinator_here", "leader_here"])
    def test_the_guest_sees_four_things_and_nothing_else(self, as_user, invitation, point_of_view):
        shown = page_text(as_user(point_of_view), ADDRESS)
        assert all(words in shown for words in ("Day of open kitchens", "4 May 2019", "Nymindegab", ELSEWHERE))
        assert self.CANARY not in shown
        assert "87,654" not in shown
        assert "87654" not in shown

    def test_the_guest_has_no_other_way_to_the_event(self, coordinator, invitation):
        event, guest = invitation
        for address in (
            f"/form/event/{event}",
            f"/form/event_guest/{guest}",
            f"/form/attendance?event={event}",
            f"/form/need?event={event}",
        ):
            assert coordinator.get(address).status_code == 404

    def test_who_sees_both_has_it_once(self, leader, invitation):
        assert page_text(leader, ADDRESS).count("Day of open kitchens") == 2  # its heading, and where a need was found out

    def test_who_is_not_invited_sees_nothing(self, as_user, invitation):
        update_guest = invitation[1]
        with bare_session(write=True) as session:
            session.execute(sa.text("UPDATE event_guest SET trashed_by = 1 WHERE id = :id"), {"id": update_guest})
            session.commit()
        shown = page_text(as_user("coordinator_here"), ADDRESS)
        assert "Day of open kitchens" not in shown
        assert "Nymindegab" not in shown

    def test_a_trashed_event_is_gone_for_guests(self, coordinator, invitation):
        with bare_session(write=True) as session:
            session.execute(sa.text("UPDATE event SET trashed_by = 1 WHERE id = :id"), {"id": invitation[0]})
            session.commit()
        assert "Nymindegab" not in str(open_page(coordinator, ADDRESS).get_json())
