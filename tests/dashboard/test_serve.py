"""Before the first request: the demo fills itself, and a database that does not fit stops the start with one line."""

import socket
import sqlite3
from dataclasses import replace

import click
import pytest

from app import server
from dashboard.serve import DEMO_ACCOUNTS, prepare, require_current, serve
from data_layer.accounts.account import log_in
from data_layer.accounts.line import accounts
from data_layer.engine import bare_session, bind, bound, make_engine

DEMO = replace(server.config["SETTINGS"], demo_password="a password for tests")


@pytest.fixture
def demo(tmp_path):
    """Settings of a demo whose database is not there yet."""
    url = f"sqlite:///{tmp_path / 'instance' / 'demo.db'}"
    bind(make_engine(url))
    yield replace(DEMO, database_url=url)
    bound().dispose()


def test_the_demo_makes_its_database_its_data_and_its_accounts(demo, capsys):
    prepare(demo)
    with bare_session() as session:
        lines = {line.email: line for line in accounts(session)}
    assert set(lines) == set(DEMO_ACCOUNTS)
    names = [name for _number, name in lines["coordinator@demo.example"].networks]
    assert names == ["Dithmarschen", "Jurbarkas", "Luleå", "Plön"]
    assert lines["leader@demo.example"].all_networks
    printed = capsys.readouterr().out
    assert "http://127.0.0.1:8050" in printed
    assert all(email in printed for email in DEMO_ACCOUNTS)


def test_starting_again_keeps_the_data_and_sets_the_password_anew(demo):
    prepare(demo)
    prepare(replace(demo, demo_password="another password here"))
    with bare_session(write=True) as session:
        assert log_in(session, email="leader@demo.example", password="another password here", address="") is not None


def test_without_a_password_of_ones_own_the_demo_makes_one_each_time(demo, capsys):
    first = second = ""
    for _start in range(2):
        prepare(replace(demo, demo_password=None))
        first, second = second, capsys.readouterr().out.split("password ")[1].split("\n")[0]
    assert first
    assert first != second


def test_production_refuses_a_database_with_demo_accounts(demo):
    prepare(demo)
    with pytest.raises(click.ClickException, match="demo accounts"):
        prepare(replace(demo, env="production"))


@pytest.mark.parametrize(("version", "word"), [("9999", "newer")])
def test_a_database_of_another_version_is_named(database, tmp_path, version, word):
    with sqlite3.connect(tmp_path / "test.db") as connection:
        connection.execute("UPDATE alembic_version SET version_num = ?", (version,))
    connection.close()
    with pytest.raises(click.ClickException, match=word):
        require_current(replace(DEMO, database_url=database))


def test_a_port_in_use_is_named(database):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        server_with_port = type("Server", (), {"config": {"SETTINGS": replace(DEMO, database_url=database, port=taken.getsockname()[1])}})
        with pytest.raises(click.ClickException, match="LEN_PORT"):
            serve(server_with_port)
