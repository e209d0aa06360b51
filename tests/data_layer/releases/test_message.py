"""Messages of readers: kept as they were written, told to those who read the release, closed by them."""

from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa

from data_layer.access import reading, writing
from data_layer.engine import bare_session
from data_layer.models import ReleaseMessage
from data_layer.problem import NotFound, Problem
from data_layer.releases.message import LONGEST, MOST, close_message, open_message_counts, open_messages, send_message

NOON = datetime(2026, 5, 20, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _at_noon(clock):
    clock(NOON)


def send(release_id, words="Varde is missing", *, account_id=None):
    with bare_session(write=True) as session:
        send_message(session, release_id, words, account_id=account_id)
        session.commit()


def waiting(actor, release_id):
    with reading(actor) as session:
        return open_messages(session, release_id)


def test_what_was_written_is_told_with_who_and_when(world):
    own, _other, release_id = world
    send(release_id, account_id=own.account_id)
    (line,) = waiting(own, release_id)
    assert (line.words, line.by, line.sent_at) == ("Varde is missing", "own@example.org", NOON)


def test_through_a_link_nobody_is_named(world):
    own, _other, release_id = world
    send(release_id)
    assert [line.by for line in waiting(own, release_id)] == [None]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("", "required"),
        (" \n\t\x00 ", "required"),
        ("x" * (LONGEST + 1), "too_long"),
        ("call 0431 1234567", "personal_details"),
        ("anna@example.org knows", "personal_details"),
        ("see www.example.org", "personal_details"),
    ],
)
def test_what_cannot_be_kept_has_its_sentence(world, words, code):
    _own, _other, release_id = world
    with pytest.raises(Problem) as problem:
        send(release_id, words)
    assert (problem.value.code, problem.value.field) == (code, "words")


def test_the_longest_text_fits(world):
    own, _other, release_id = world
    send(release_id, "x" * LONGEST)
    assert len(waiting(own, release_id)[0].words) == LONGEST


def test_signs_that_cannot_be_seen_are_left_out(world):
    own, _other, release_id = world
    send(release_id, " a\r\nb\x00\x1b\u202e\ud800 c ")
    assert waiting(own, release_id)[0].words == "a\nb c"


def test_too_many_in_an_hour_have_to_wait(world, clock):
    own, _other, release_id = world
    for _turn in range(MOST):
        send(release_id)
    with pytest.raises(Problem) as problem:
        send(release_id)
    send(release_id, account_id=own.account_id)  # another reader still gets through
    clock(NOON + timedelta(hours=1))
    send(release_id)
    assert problem.value.code == "too_many_messages"


def test_a_closed_message_waits_no_more(world):
    own, _other, release_id = world
    send(release_id)
    with writing(own) as session:
        close_message(session, release_id, waiting(own, release_id)[0].id)
    with reading(own) as session:
        assert (open_messages(session, release_id), open_message_counts(session)) == ([], {})


def test_open_messages_are_counted_by_release(world):
    own, _other, release_id = world
    for _turn in range(2):
        send(release_id)
    with reading(own) as session:
        assert open_message_counts(session) == {release_id: 2}


def test_who_does_not_read_the_release_sees_and_closes_none(world):
    own, other, release_id = world
    send(release_id)
    number = waiting(own, release_id)[0].id
    with writing(other) as session, pytest.raises(NotFound):
        close_message(session, release_id, number)
    with reading(other) as session:
        assert (open_messages(session, release_id), open_message_counts(session)) == ([], {})
    with bare_session() as session:
        assert session.scalars(sa.select(ReleaseMessage.done)).all() == [False]


def test_sending_and_closing_take_four_statements(world, queries):
    own, _other, release_id = world
    send(release_id)
    queries.clear()
    send(release_id)
    sent = len(queries)
    number = waiting(own, release_id)[0].id
    queries.clear()
    with writing(own) as session:
        left = close_message(session, release_id, number)
    assert (sent, len(queries), len(left)) == (4, 4, 1)


def test_nothing_is_kept_of_a_release_that_is_not_there(world):
    with pytest.raises(NotFound):
        send(99_999)
