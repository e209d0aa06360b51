"""One stakeholder and what stands around it."""

import pytest

from data_layer.network.stakeholder_profile import stakeholder_profile
from tests.factories import make_network, make_stakeholder


@pytest.fixture
def valley(session):
    return make_network(session, "Northern Valley")


@pytest.fixture
def group(session, valley):
    """The stakeholder of the test; nobody said which body it is."""
    return make_stakeholder(session, valley, "Sewing group", sector="users")


@pytest.fixture
def profile(session):
    """`profile(row)` gives all that is recorded of a stakeholder."""
    return lambda row: stakeholder_profile(session, row.id)
