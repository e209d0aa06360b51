"""What tests of downloads share."""

import pytest

from tests.data_layer.exports.awkward_network import make_awkward_network


@pytest.fixture
def awkward(session):
    """A network with every awkward text in every text column, and notes on all tables."""
    return make_awkward_network(session)
