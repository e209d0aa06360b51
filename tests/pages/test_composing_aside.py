"""While a release is worked out, which may take seconds, nobody else waits for it."""

import sqlite3

import pytest

from data_layer.cache import results
from data_layer.engine import bound
from data_layer.releases import composing
from tests.opening import open_page
from tests.pages.test_new_release import address, asked, release_it, seal_on, went_to

LEADER = "leader_everywhere"


@pytest.fixture
def others_write(monkeypatch):
    """Whether somebody else could write each time figures were protected."""
    could, protect = [], composing.protect

    def watched(*arguments, **named):
        could.append(_can_write())
        return protect(*arguments, **named)

    monkeypatch.setattr(composing, "protect", watched)
    return could


def _can_write():
    other = sqlite3.connect(bound().url.database, timeout=0, isolation_level=None)
    try:
        other.execute("BEGIN EXCLUSIVE")
        other.execute("ROLLBACK")
    except sqlite3.OperationalError:
        return False
    finally:
        other.close()
    return True


def test_others_can_write_while_a_preview_is_worked_out(as_user, others_write):
    open_page(as_user(LEADER), address())
    assert others_write == [True]


def test_others_can_write_while_what_was_seen_is_worked_out_again_to_be_released(as_user, others_write):
    browser = as_user(LEADER)
    seal = seal_on(open_page(browser, address()))
    results.clear()  # another worker made the preview
    assert went_to(release_it(browser, asked(), seal)).startswith("/outcomes/")
    assert others_write == [True, True]
