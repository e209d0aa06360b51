"""A table to edit in a browser: six rows of a network of its own, and how a person at the keyboard goes about it."""

import sqlalchemy as sa

from data_layer.accounts.account import add_account
from data_layer.models import Network, Stakeholder, Tie
from tests.browser.visitor import PATIENCE_MS
from tests.browser.workshop import PASSWORD
from tests.factories import make_network, make_stakeholder

NAMES = ("Allotments", "Bakery", "Choir", "Day centre", "Evening school", "Ferry")
LOOK_MS = 200
TABLE = "/data/stakeholder"
ASK = "dialog.form-ask[open]"
# What an operating system's clipboard would give.
PASTE = """text => {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  document.activeElement.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData }));
}"""
COPIED = """() => {
  const clipboardData = new DataTransfer();
  document.activeElement.dispatchEvent(new ClipboardEvent('copy', { bubbles: true, cancelable: true, clipboardData }));
  return clipboardData.getData('text/plain');
}"""


def make_people(workshop, name="Valley of tables", people=("clerk", "colleague")):
    """Coordinators who come to test here and change no other LEN; returns its id."""
    with workshop.server.rows() as session:
        network = make_network(session, name)
        for person in people:
            add_account(session, email=f"{person}@workshop.example", password=PASSWORD, role="coordinator", networks=(network.name,))
        return network.id


def make_rows(workshop, network_id, names=NAMES, **fields):
    """The ids of stakeholders by name; nothing else is in the network."""
    with workshop.server.rows() as session:
        for model in (Tie, Stakeholder):
            session.execute(sa.delete(model).where(model.network_id == network_id))
    with workshop.server.rows() as session:
        network = session.get(Network, network_id)
        values = {"sector": "users", "place": "Old place", **fields}
        return {name: make_stakeholder(session, network, name, **values).id for name in names}


def cell(window, row_id, field):
    """A cell that can be seen."""
    return window.page.locator(f'.ag-row[row-id="{row_id}"] [col-id="{field}"]')


def places(workshop, network_id):
    """The places of all live rows, in order."""
    with workshop.server.rows() as session:
        query = sa.select(Stakeholder.place).where(Stakeholder.network_id == network_id, Stakeholder.trashed_by.is_(None))
        return list(session.scalars(query.order_by(Stakeholder.id)))


def kept(workshop, row_id, field="place"):
    """What the database holds of a row."""
    with workshop.server.rows() as session:
        return getattr(session.get(Stakeholder, row_id), field)


def soon(window, check):
    """Wait until something holds that the page does not show."""
    for _ in range(PATIENCE_MS // LOOK_MS):
        if check():
            return
        window.page.wait_for_timeout(LOOK_MS)
    assert check()


def write(window, row_id, field, text):
    """Change a cell with the keyboard."""
    cell(window, row_id, field).click()
    window.page.keyboard.press("Enter")
    window.page.keyboard.press("Control+a")
    window.page.keyboard.type(text)
    window.page.keyboard.press("Enter")


def choose_row(window, row_id):
    """The box at the beginning of a row, by keyboard."""
    cell(window, row_id, "name").click()
    window.page.keyboard.press("Space")
