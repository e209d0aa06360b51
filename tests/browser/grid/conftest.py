"""A network of six stakeholders, made anew for each test, and a window with their table."""

import pytest
from playwright.sync_api import expect

from tests.browser.grid.table import PATIENCE_MS, TABLE, make_people, make_rows
from tests.browser.inspection import none


@pytest.fixture(autouse=True)
def _patience():
    expect.set_options(timeout=PATIENCE_MS)
    yield
    expect.set_options(timeout=None)


@pytest.fixture(scope="module")
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
