"""Requests are counted while they are answered, so that whoever computes for long can give way."""

import pytest

from app import server
from data_layer.giving_way import answered


@pytest.fixture
def number_within(client, monkeypatch):
    """How many requests are being answered, as one of them sees it."""
    monkeypatch.setitem(server.view_functions, "health.healthz", lambda: str(answered.number))
    return lambda: int(client.get("/healthz").text)


def test_a_request_is_counted_while_it_is_answered(number_within):
    before = answered.number
    assert number_within() == before + 1


@pytest.mark.parametrize("path", ["/healthz", "/login", "/", "/static/none", "/outcomes/1/data.csv"])
def test_no_request_is_counted_for_good_whatever_its_answer(path, client):
    before = answered.number
    client.get(path)
    assert answered.number == before
