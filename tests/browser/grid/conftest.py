"""A network of six stakeholders, made anew for each test, and a window with their table."""

import pytest

from tests.browser.grid.table import TABLE, make_people, make_rows
from tests.browser.inspection import none


@pytest.fixture(scope="session")
def workshop(lasting_workshop):
    """One dashboard for all modules of this folder."""
    return lasting_workshop


@pytest.fixture(scope="session")
def people(workshop):
    """The id of a network in which only the clerk and a colleague work."""
    return make_people(workshop)


@pytest.fixture
def ids(workshop, people):
    """The ids of its stakeholders by name."""
    return make_rows(workshop, people)


@pytest.fixture
def grid(workshop, ids):
    """The clerk's window with the table of stakeholders."""
    window = workshop.window("clerk")
    window.open(TABLE)
    window.page.wait_for_selector(f'.ag-row[row-id="{ids["Ferry"]}"]')
    yield window
    window.saved()
    none(window.take_faults())
