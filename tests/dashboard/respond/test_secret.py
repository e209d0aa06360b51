"""Addresses and form keys are ours or refused; nothing of them can be made up."""

from datetime import UTC, datetime, timedelta

import pytest

from app import server
from dashboard.respond.secret import address_of, form_hash, is_genuine, new_form_key, read_link, slip_hash

MADE = datetime(2026, 5, 20, 12, 0, 0, 123456, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _in_a_request():
    with server.test_request_context(base_url="http://127.0.0.1:8050"):
        yield


def token(slip=0, survey=7):
    return address_of(survey, MADE, slip).rpartition("/")[2]


def test_an_address_is_the_same_each_time_it_is_shown():
    assert address_of(7, MADE) == address_of(7, MADE)


def test_an_address_is_where_people_reach_us_and_proves_itself():
    assert address_of(7, MADE).startswith("http://127.0.0.1:8050/respond/7-0-")
    assert is_genuine(read_link(token()), MADE, 0)


@pytest.mark.parametrize("place", range(len("7-0-") + 24))
def test_no_letter_of_it_can_be_changed(place):
    right = token()
    wrong = right[:place] + ("A" if right[place] != "A" else "B") + right[place + 1 :]
    link = read_link(wrong)
    assert link is None or not is_genuine(link, MADE, 0)


def test_it_is_good_for_one_making_only():
    assert not is_genuine(read_link(token()), MADE + timedelta(microseconds=1), 0)


@pytest.mark.parametrize(("slip", "slips"), [(1, 0), (0, 3), (4, 3)])
def test_a_slip_that_there_is_not_is_none(slip, slips):
    assert not is_genuine(read_link(token(slip)), MADE, slips)


@pytest.mark.parametrize(
    "text", ["", "x", "7", "7-0", "7-0-short", "07-0-" + "a" * 24, "0-0-" + "a" * 24, "٧-0-" + "a" * 24, "9" * 30 + "-0-" + "a" * 24]
)
def test_what_cannot_be_an_address_is_none(text):
    assert read_link(text) is None


def test_each_form_is_another_one_and_a_slip_is_one_form():
    one, other = new_form_key(token()), new_form_key(token())
    assert form_hash(token(), 0, one) != form_hash(token(), 0, other)
    assert form_hash(token(3), 3, new_form_key(token(3))) == form_hash(token(3), 3, new_form_key(token(3))) == slip_hash(token(3))


@pytest.mark.parametrize("key", ["", "x", "a" * 22 + "." + "b" * 24])
def test_a_key_that_was_made_up_is_none(key):
    assert form_hash(token(), 0, key) is None


def test_a_key_is_good_for_its_own_address_only():
    assert form_hash(token(2), 2, new_form_key(token(1))) is None
