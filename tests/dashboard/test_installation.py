"""Each thing that can be wrong with an installation is found, alone."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from app import server
from dashboard.installation import findings
from data_layer.accounts.account import add_account, get_account
from data_layer.accounts.looking_after import disable_account
from data_layer.backup.record import note_backup
from data_layer.clock import now
from data_layer.engine import bare_session
from tests.factories import make_network

GOOD = replace(
    server.config["SETTINGS"],
    env="production",
    demo_password=None,
    public_url="https://len.example.org",
    trusted_hosts=("len.example.org",),
    proxies=1,
)
PASSWORD = "three unrelated words"


@pytest.fixture
def well(database):
    """Settings and database of a production installation with which all is well."""
    with bare_session(write=True) as session:
        add_account(session, email="ann@example.org", password=PASSWORD, role="administrator")
        note_backup(session)
        session.commit()
    Path(database.removeprefix("sqlite:///")).chmod(0o600)
    return replace(GOOD, database_url=database)


def wrong(settings):
    return [finding.words for finding in findings(settings) if not finding.fine]


def test_with_which_all_is_well_nothing_is_wrong(well):
    assert wrong(well) == []


def test_an_old_back_up(well, clock):
    clock(now() + timedelta(days=8))
    assert [words[:40] for words in wrong(well)] == ["The last back-up is 8 days and 0 hours o"]


def test_no_back_up(database):
    assert "No back-up was ever made. Make one: flask --app app backup FILE" in wrong(replace(GOOD, database_url=database))


def test_no_administrator(database):
    assert any(words.startswith("There is no administrator") for words in wrong(replace(GOOD, database_url=database)))


def test_sample_data_among_real_data(well):
    with bare_session(write=True) as session:
        make_network(session, "Sample", sample=True)
        session.commit()
    assert [words[:27] for words in wrong(well)] == ["The sample data is among re"]


def test_a_demo_account_until_it_is_shut(well):
    with bare_session(write=True) as session:
        add_account(session, email="admin@demo.example", password=PASSWORD, role="administrator", demo=True)
        session.commit()
    assert [words[:43] for words in wrong(well)] == ["Demo accounts are in here: admin@demo.examp"]
    with bare_session(write=True) as session:
        disable_account(session, get_account(session, "admin@demo.example"))
        session.commit()
    assert wrong(well) == []


def test_a_file_that_others_can_read(well):
    path = Path(well.database_url.removeprefix("sqlite:///"))
    path.chmod(0o644)
    assert wrong(well) == [f"Others on this machine can read {path}. Close it: chmod 600 {path}"]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"trusted_hosts": ("other.example.org",)}, "LEN_TRUSTED_HOSTS does not name len.example.org"),
        ({"proxies": 0}, "LEN_PROXIES is 0"),
        ({"host": "0.0.0.0"}, "LEN_HOST is 0.0.0.0"),
    ],
)
def test_a_setting_that_does_not_fit(well, change, words):
    (said,) = wrong(replace(well, **change))
    assert said.startswith(words)


def test_a_database_that_is_no_database(well):
    Path(well.database_url.removeprefix("sqlite:///")).write_bytes(b"nothing of ours")
    assert any(words.startswith("What lies at") for words in wrong(well))
