"""What the tests of single forms share."""

import pytest


@pytest.fixture(scope="session")
def workshop(lasting_workshop):
    """One dashboard for all modules of this folder."""
    return lasting_workshop
