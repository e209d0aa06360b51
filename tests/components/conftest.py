"""A request in German, for builders that write numbers, dates and titles."""

from collections.abc import Iterator

import pytest
from flask import Flask
from flask_babel import Babel


@pytest.fixture
def reader_of_german() -> Iterator[None]:
    """Everything in the test is read in German; there is no catalogue, so words stay English."""
    server = Flask("components")
    Babel(server, locale_selector=lambda: "de")
    with server.test_request_context():
        yield
