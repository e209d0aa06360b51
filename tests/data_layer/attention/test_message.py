"""Messages of readers of a release wait for those who read it, and for nobody else."""

import pytest

from data_layer.access import reading, writing
from data_layer.analysis.pair import pairs
from data_layer.attention import Kind, waiting
from data_layer.network.standing import network_standings
from data_layer.releases.message import close_message, open_messages, send_message
from data_layer.scope import Scope
from tests.data_layer.releases.conftest import world  # noqa: F401 - a fixture


def waits(actor):
    with reading(actor) as session:
        networks = network_standings(session, Scope(), time_zone="UTC")
        return waiting(session, Scope(), networks=networks, pairs=pairs([]), time_zone="UTC")[Kind.MESSAGE]


@pytest.fixture
def told(world):  # noqa: F811 - the fixture
    own, _other, release_id = world
    with writing(own) as session:
        for words in ("Varde is missing", "So is Plön"):
            send_message(session, release_id, words, account_id=own.account_id)
    return world


def test_a_release_with_messages_waits_once_with_their_number(told):
    own, _other, release_id = told
    assert [(item.release_id, item.title, item.count) for item in waits(own)] == [(release_id, "Spring", 2)]


def test_a_leader_whom_the_release_does_not_name_hears_nothing_of_it(told):
    _own, other, _release_id = told
    assert waits(other) == []


def test_what_somebody_has_seen_to_does_not_wait(told):
    own, _other, release_id = told
    with writing(own) as session:
        for line in open_messages(session, release_id):
            close_message(session, release_id, line.id)
    assert waits(own) == []
