"""When something fails, the person gets a sentence and a number, the log gets the number, and nobody gets the data."""

import json
import logging

import pytest

from dashboard.errors import JsonLines, on_error
from data_layer.engine import bound


def take_away(folder):
    """Remove the database under the running server."""
    bound().dispose()
    (folder / "test.db").unlink()


def test_an_error_that_is_ours_stays_an_error():
    with pytest.raises(ZeroDivisionError):
        on_error(ZeroDivisionError())


def test_a_log_entry_is_one_line_whatever_it_says():
    record = logging.LogRecord("len", logging.ERROR, "", 0, "two\nlines \x1b[31m and %s", ("a\r\nthird",), None)
    line = JsonLines().format(record)
    assert line.count("\n") == 0
    assert json.loads(line)["message"] == "two\nlines \x1b[31m and a\r\nthird"


def test_the_log_does_not_hold_the_text_of_an_error():
    try:
        raise ValueError("Anna Andersson, born 1970")
    except ValueError as error:
        record = logging.LogRecord("len", logging.ERROR, "", 0, "incident", (), (type(error), error, error.__traceback__))
    line = JsonLines().format(record)
    assert "Anna" not in line
    assert json.loads(line)["error"] == "ValueError"


def test_a_database_that_is_away_is_503_with_a_sentence(client, tmp_path):
    take_away(tmp_path)
    assert client.get("/healthz").status_code == 503
    assert client.get("/healthz").get_json() == {"status": "unavailable"}


def test_a_page_while_the_database_is_away_says_what_to_do(as_user, tmp_path):
    browser = as_user("coordinator_here")
    take_away(tmp_path)
    response = browser.get("/help")
    assert response.status_code == 503
    assert "Try again in a minute" in response.text


def test_an_answer_to_dash_is_json_with_a_sentence(client):
    response = client.get("/_dash-layout")
    assert response.status_code == 401
    assert "Sign in" in response.get_json()["message"]
