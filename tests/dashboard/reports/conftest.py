"""Each test sets its papers itself: none is left over from an earlier one."""

import pytest

from dashboard.reports.setting import papers as kept


@pytest.fixture(autouse=True)
def _nothing_kept():
    kept.clear()
