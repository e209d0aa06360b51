"""What the tests of composed releases share."""

import pytest

from data_layer.accounts.account import add_account
from data_layer.actor import Actor
from data_layer.engine import bare_session
from data_layer.vocabulary import AccountRole
from tests.composing import network_with
from tests.releasing import store_release


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


@pytest.fixture
def world(database):
    """Two leaders, a release that names the first: (the one, the other, its id)."""
    with bare_session(write=True) as session:
        accounts = [
            add_account(session, email=f"{name}@example.org", password="harbour-lantern", role="leader") for name in ("own", "other")
        ]
        release_id = store_release(session, readers=["own@example.org"])
        session.commit()
        own, other = (Actor(account.id, account.email, AccountRole.LEADER, all_networks=True) for account in accounts)
    return own, other, release_id
