"""A LEN on a fixed day, and what waits in it."""

from datetime import UTC, datetime

import pytest

from data_layer.analysis.pair import pairs, stage_pairs
from data_layer.attention import waiting
from data_layer.network.standing import network_standings
from data_layer.participation import latest_readings
from data_layer.scope import Scope
from tests.factories import make_network

ZONE = "Europe/Berlin"


@pytest.fixture
def valley(session, clock):
    """The LEN of the test; it is 15 June 2026."""
    clock(datetime(2026, 6, 15, 12, tzinfo=UTC))
    return make_network(session, "Northern Valley", country="SE")


@pytest.fixture
def found(session, valley):
    """`found(kind)` lists what waits of a kind; further arguments are the scope's."""

    def ask(kind, **chosen):
        scope = Scope(**chosen)
        networks = network_standings(session, scope, time_zone=ZONE)
        both = pairs(stage_pairs(latest_readings(session, scope)))
        return list(waiting(session, scope, networks=networks, pairs=both, time_zone=ZONE)[kind])

    return ask
