"""What the tests of composed releases share."""

import pytest

from data_layer.accounts.account import add_account
from tests.composing import network_with


@pytest.fixture
def programme(session):
    """Three LENs; in all of them together 4 older people and 7 young ones were reached."""
    return [
        network_with(session, name, reached={"migrants": 31, "families": 25 + place, **small})[0]
        for place, (name, small) in enumerate({"North": {"older": 4}, "South": {"youth": 7}, "West": {}}.items())
    ]


@pytest.fixture
def leader(session):
    return add_account(session, email="leader@example.org", password="correct horse battery", role="leader", all_networks=True)
