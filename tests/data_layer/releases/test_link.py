"""Links to releases: made, listed, withdrawn, found by their token, and nothing kept that would open one."""

from datetime import UTC, date, datetime, timedelta

import pytest
import sqlalchemy as sa

from data_layer.access import reading, writing
from data_layer.action import acting
from data_layer.door import Door
from data_layer.engine import bare_session
from data_layer.models import Change, Release, ReleaseLink
from data_layer.problem import NotFound, Problem
from data_layer.releases.link import MOST_DAYS, find_link, links_of, make_link, withdraw_link
from tests.releasing import store_release

ENDS = date(2026, 6, 30)
PASSWORD = "harbour-lantern-maple"


@pytest.fixture(autouse=True)
def _in_may(clock):
    clock(datetime(2026, 5, 20, 12, tzinfo=UTC))


def make(actor, release_id, *, ends=ENDS, password=PASSWORD):
    with writing(actor) as session:
        return make_link(session, release_id, ends=ends, password=password, time_zone="UTC")


def found(token):
    with bare_session() as session:
        return find_link(session, token, time_zone="UTC")


def listed(actor, release_id):
    with reading(actor) as session:
        return links_of(session, release_id, time_zone="UTC")


def withdraw(link_id):
    def attempt(actor, release_id):
        with writing(actor) as session:
            return withdraw_link(session, release_id, link_id, time_zone="UTC")

    return attempt


def test_a_link_is_found_by_its_token(world):
    own, _other, release_id = world
    token, lines = make(own, release_id)
    link = found(token)
    assert [line.id for line in lines] == [link.id]
    assert (link.release_id, link.door, link.ends) == (release_id, Door.OPEN, ENDS)


@pytest.mark.parametrize("token", ["", "x", "a" * 43, "a" * 44, "é" * 43])
def test_a_token_that_we_did_not_make_finds_nothing(world, token):
    assert found(token) is None


def test_neither_token_nor_password_is_stored(world):
    own, _other, release_id = world
    token, _lines = make(own, release_id)
    with bare_session() as session:
        row = session.scalars(sa.select(ReleaseLink)).one()
        kept = str(vars(row)) + str([change.after for change in session.scalars(sa.select(Change))])
    assert (token in kept, PASSWORD in kept) == (False, False)
    assert row.password_hash.startswith("$argon2id$")


def test_history_does_not_hold_the_hash_of_the_password(world):
    own, _other, release_id = world
    make(own, release_id)
    with bare_session() as session:
        row = session.scalars(sa.select(Change).where(Change.table_name == "release_link")).one()
    assert "password_hash" not in row.after


@pytest.mark.parametrize("ends", [date(2026, 5, 19), date(2026, 5, 20) + timedelta(days=MOST_DAYS + 1)])
def test_the_last_day_is_today_or_later_within_a_year(world, ends):
    own, _other, release_id = world
    with pytest.raises(Problem) as problem:
        make(own, release_id, ends=ends)
    assert (problem.value.code, problem.value.field) == ("link_end", "ends")


@pytest.mark.parametrize("password", ["short", "password123", "aaaaaaaaaaaa", "sempre for ever", "x" * 201])
def test_the_password_is_as_strong_as_that_of_an_account(world, password):
    own, _other, release_id = world
    with pytest.raises(Problem) as problem:
        make(own, release_id, password=password)
    assert problem.value.field == "password"


def test_a_link_lets_in_until_the_end_of_its_last_day(world, clock):
    own, _other, release_id = world
    token, _lines = make(own, release_id)
    clock(datetime(2026, 6, 30, 23, 59, tzinfo=UTC))
    on_the_last_day = found(token).door
    clock(datetime(2026, 7, 1, 0, 1, tzinfo=UTC))
    assert (on_the_last_day, found(token).door) == (Door.OPEN, Door.ENDED)


def test_the_day_is_that_of_the_time_zone(world, clock):
    own, _other, release_id = world
    token, _lines = make(own, release_id)
    clock(datetime(2026, 6, 30, 22, 30, tzinfo=UTC))
    with bare_session() as session:
        assert find_link(session, token, time_zone="Europe/Vilnius").door is Door.ENDED


def test_a_withdrawn_link_is_known_and_shut(world):
    own, _other, release_id = world
    token, lines = make(own, release_id)
    with writing(own) as session:
        after = withdraw_link(session, release_id, lines[0].id, time_zone="UTC")
    assert (found(token).door, [line.door for line in after]) == (Door.WITHDRAWN, [Door.WITHDRAWN])


def test_a_link_to_a_release_in_the_trash_is_shut(world):
    own, _other, release_id = world
    token, _lines = make(own, release_id)
    with bare_session(write=True) as session:
        with acting(session, "test") as action:
            action.trash(session.get_one(Release, release_id))
        session.commit()
    assert found(token).door is Door.WITHDRAWN


def test_links_are_listed_the_latest_first(world):
    own, _other, release_id = world
    first, second = (make(own, release_id, ends=ends)[1][0].id for ends in (ENDS, date(2026, 5, 20)))
    assert [(line.id, line.ends) for line in listed(own, release_id)] == [(second, date(2026, 5, 20)), (first, ENDS)]


def test_who_does_not_read_the_release_makes_lists_and_withdraws_no_link(world):
    own, other, release_id = world
    token, lines = make(own, release_id)
    for attempt in (make, listed, withdraw(lines[0].id)):
        with pytest.raises(NotFound):
            attempt(other, release_id)
    assert found(token).door is Door.OPEN


def test_a_link_is_withdrawn_at_its_own_release_only(world):
    own, _other, release_id = world
    link_id = make(own, release_id)[1][0].id
    with bare_session(write=True) as session:
        second = store_release(session, readers=["own@example.org"])
        session.commit()
    with writing(own) as session, pytest.raises(NotFound):
        withdraw_link(session, second, link_id, time_zone="UTC")


def test_the_list_takes_one_statement_for_any_number_of_links(world, queries):
    own, _other, release_id = world
    for _turn in range(3):
        make(own, release_id)
    queries.clear()
    assert (len(listed(own, release_id)), len(queries)) == (3, 1)


def test_making_and_withdrawing_take_four_statements(world, queries):
    own, _other, release_id = world
    make(own, release_id)
    queries.clear()
    _token, lines = make(own, release_id)
    made = len(queries)
    queries.clear()
    withdraw(lines[0].id)(own, release_id)
    assert (made, len(queries)) == (4, 4)
