"""A network of six in a ring, made anew for each test, and two coordinators and a leader who come to it."""

import pytest
import sqlalchemy as sa

from data_layer.accounts.account import add_account
from data_layer.models import Network, Note, Position, Stakeholder, Tie
from tests.browser.inspection import none
from tests.browser.workshop import PASSWORD
from tests.factories import make_network, make_stakeholder, make_tie

NAMES = ("Allotments", "Bakery", "Choir", "Day centre", "Evening school", "Ferry")


@pytest.fixture(scope="session")
def workshop(lasting_workshop):
    """One dashboard for all modules of this folder."""
    return lasting_workshop


@pytest.fixture(scope="session")
def people(workshop):
    """Two coordinators and a leader who come to test here and change no other LEN."""
    with workshop.server.rows() as session:
        network = make_network(session, "Valley of maps")
        for name in ("mapper", "neighbour"):
            add_account(session, email=f"{name}@workshop.example", password=PASSWORD, role="coordinator", networks=(network.name,))
        add_account(session, email="onlooker@workshop.example", password=PASSWORD, role="leader", networks=(network.name,))
        return network.id


@pytest.fixture
def valley(workshop, people):
    """The id of the network, which has six stakeholders in a ring again, and nothing mapped."""
    with workshop.server.rows() as session:
        for model in (Note, Position, Tie, Stakeholder):
            session.execute(sa.delete(model).where(model.network_id == people))
    with workshop.server.rows() as session:
        network = session.get(Network, people)
        ring = [make_stakeholder(session, network, name, sector="users") for name in NAMES]
        for one, other in zip(ring, [*ring[1:], ring[0]], strict=True):
            make_tie(session, one, other)
    return people


@pytest.fixture
def open_network(workshop, valley):
    opened = []

    def window_of(person, **look):
        window = workshop.window(person, **look)
        window.open(f"/network?network={valley}")
        window.page.wait_for_selector("#network-canvas[data-drawn]")
        window.settle()
        opened.append((person, window))
        return window

    yield window_of
    for person, window in opened:
        if person != "onlooker":
            window.saved()
        none(window.take_faults())
