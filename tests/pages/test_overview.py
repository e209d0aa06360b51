"""The overview as each role opens it."""

from datetime import UTC, date, datetime

import pytest
import sqlalchemy as sa

from data_layer.accounts.account import revoke_network
from data_layer.engine import bare_session
from data_layer.models import Account, Network
from data_layer.releases.message import send_message
from tests.factories import make_event, make_funding_source, make_network, make_note
from tests.opening import build_page, open_page, page_text
from tests.points_of_view import HERE, email_of
from tests.releasing import store_release

MOST_STATEMENTS = 12


def network_id(name):
    with bare_session() as session:
        return session.scalars(sa.select(Network.id).where(Network.name == name)).one()


def test_a_leader_of_all_sees_the_whole_sample_and_what_the_programme_states(as_user):
    shown = page_text(as_user("leader_everywhere"), "/")
    assert "You see 12 networks in 7 countries. They hold 14 of the 17 micro projects recorded here." in shown
    assert "The policy brief speaks of 11 and does not list them." in shown


def test_a_coordinator_sees_their_own_network_only(as_user):
    shown = page_text(as_user("coordinator_here"), "/")
    assert "You see 1 network in 1 country." in shown
    assert "Tailor cooperative and Syhörnan" in shown
    assert "Guest at School" not in shown


def test_networks_of_unclear_status_stand_apart(as_user):
    shown = page_text(as_user("leader_everywhere"), "/")
    lens, unclear = shown.split("Where does each network stand?")[1].split("Which other networks do sources name?")
    assert ("Övertorneå" in lens, "Övertorneå" in unclear) == (False, True)


def test_without_unclear_networks_there_is_no_such_block(as_user):
    assert "Which other networks" not in page_text(as_user("coordinator_here"), "/")


@pytest.mark.parametrize("query", ["", "?network={id}", "?group=migrants", "?year=2017", "?network={id}&group=migrants&year=2017"])
def test_each_choice_shows_a_page(as_user, query):
    shown = page_text(as_user("leader_everywhere"), "/" + query.format(id=network_id(HERE)))
    assert "What needs your attention?" in shown
    assert "was not understood" not in shown


@pytest.mark.parametrize("path", ["/", "/funding"])
def test_a_deadline_lies_ahead_on_its_day_here_and_among_the_money(as_user, clock, path):
    clock(datetime(2026, 6, 15, 12, tzinfo=UTC))
    with bare_session(write=True) as session:
        make_funding_source(session, "Last chance", deadline=date(2026, 6, 15))
        session.commit()
    shown = page_text(as_user("coordinator_here"), path)
    assert {"/": "15 June 2026, today.", "/funding": "The nearest is today: Last chance."}[path] in shown


def test_a_chosen_network_narrows_everything(as_user):
    shown = page_text(as_user("leader_everywhere"), f"/?network={network_id(HERE)}")
    assert "You see 1 network in 1 country." in shown
    assert "Guest at School" not in shown


@pytest.mark.parametrize("query", ["network=abc", "year=yes", "page=0", "page=99", "nonsense=1", "group=1%27--"])
def test_what_is_not_understood_is_said_and_left_out(as_user, query):
    shown = page_text(as_user("coordinator_here"), f"/?{query}")
    assert f"One part of the address was not understood and is left out: {query.split('=')[0]}." in shown


def test_a_chosen_year_says_that_what_waits_is_of_today(as_user):
    assert "What waits is told as of today." in page_text(as_user("leader_everywhere"), "/?year=2017")


@pytest.mark.parametrize(("name", "seen"), [("coordinator_here", True), ("leader_here", False)])
def test_a_small_number_of_people_is_for_coordinators_only(as_user, name, seen):
    with bare_session(write=True) as session:
        event = make_event(session, session.get_one(Network, network_id(HERE)), "Kitchen talk", participants=3, participants_unit="mothers")
        make_note(session, event, "participants", "conflict", other_value="14 mothers")
        session.commit()
    shown = page_text(as_user(name), "/")
    assert "Kitchen talk" in shown
    assert ("3 mothers" in shown) == seen


def test_an_account_without_a_network_is_welcomed_and_told_whom_to_ask(as_user):
    browser = as_user("coordinator_here")
    with bare_session(write=True) as session:
        revoke_network(session, session.scalars(sa.select(Account).where(Account.email == email_of("coordinator_here"))).one(), HERE)
        session.commit()
    shown = page_text(browser, "/")
    assert "No network has been given to your account yet" in shown
    assert email_of("coordinator_here") in shown


def test_an_empty_network_says_what_it_lacks(as_user):
    with bare_session(write=True) as session:
        network = make_network(session, "Northern Valley")
        session.commit()
    shown = page_text(as_user("leader_everywhere"), f"/?network={network.id}")
    assert "It lacks stakeholders, ties and micro projects." in shown
    assert "No micro project is recorded here." in shown


def test_beyond_fifty_networks_the_table_has_pages(as_user):
    with bare_session(write=True) as session:
        for number in range(45):
            make_network(session, f"Valley {number:02}")
        session.commit()
    first, second = (page_text(as_user("leader_everywhere"), f"/?page={page}") for page in (1, 2))
    standing = [shown.split("Where does each network stand?")[1].split("Which other networks")[0] for shown in (first, second)]
    assert ["Vidzeme" in shown for shown in standing] == [False, True]
    assert "1 to 50 of 57" in standing[0]


def test_a_chosen_network_stays_chosen_on_the_next_page(as_user):
    with bare_session(write=True) as session:
        for number in range(60):
            make_network(session, f"Valley {number:02}", target_groups=("older",))
        session.commit()
    assert "/?group=older&page=2" in page_text(as_user("leader_everywhere"), "/?group=older")


@pytest.mark.parametrize("query", ["", "?network={id}&group=migrants&year=2017"])
def test_the_page_takes_few_statements(as_user, queries, query):
    browser = as_user("leader_everywhere")
    address = "/" + query.format(id=network_id(HERE))
    open_page(browser, address)
    queries.clear()
    build_page(browser, address)
    assert len(queries) <= MOST_STATEMENTS


def test_more_networks_take_no_more_statements(as_user, queries):
    browser = as_user("leader_everywhere")
    open_page(browser, "/help")
    counts = []
    for number in range(2):
        with bare_session(write=True) as session:
            for place in range(number * 20):
                make_network(session, f"Valley {place}")
            session.commit()
        queries.clear()
        build_page(browser, "/")
        counts.append(len(queries))
    assert counts[0] == counts[1] <= MOST_STATEMENTS


def test_a_message_about_a_release_waits_for_its_leaders_only(as_user):
    with bare_session(write=True) as session:
        number = store_release(session, readers=[email_of("leader_everywhere")], title="A report of mine")
        send_message(session, number, "Varde is missing", account_id=None)
        session.commit()
    shown = page_text(as_user("leader_everywhere"), "/")
    assert ("A report of mine" in shown, f"/outcomes/{number}/sharing" in shown) == (True, True)
    for other in ("leader_here", "coordinator_here"):
        assert "A report of mine" not in page_text(as_user(other), "/")
    assert "Messages about releases" not in page_text(as_user("coordinator_here"), "/")
