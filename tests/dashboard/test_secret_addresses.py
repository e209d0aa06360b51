"""What a server logs of its own troubles holds no secret address."""

import logging

import pytest

from dashboard.secret_addresses import SERVERS, guard_logs


@pytest.mark.parametrize("name", SERVERS)
def test_secret_addresses_are_left_out(name, caplog):
    guard_logs()
    logging.getLogger(name).error("Error handling request %s", "/respond/7-0-abcdef?language=de")
    assert [record.getMessage() for record in caplog.records] == ["Error handling request /respond/…?language=de"]


def test_other_records_stay_as_they_are(caplog):
    guard_logs()
    logging.getLogger("gunicorn.error").error("Worker %s failed", 7)
    assert caplog.records[0].getMessage() == "Worker 7 failed"


def test_the_filter_is_put_on_once():
    guard_logs()
    guard_logs()
    assert len([each for each in logging.getLogger("gunicorn.error").filters if type(each).__name__ == "WithoutSecrets"]) == 1
