"""Back-up, restore and check, as an administrator types them."""

from dataclasses import replace

import pytest

from app import server
from data_layer.backup.record import last_backup
from data_layer.engine import bare_session
from tests.dashboard.test_commands import DEMO, runner


@pytest.fixture
def run(database, monkeypatch):
    """`run("backup x")` on a fresh empty database."""
    return runner(database, monkeypatch, DEMO)


@pytest.fixture
def run_on_server(monkeypatch):
    """The same where the database is kept by PostgreSQL."""
    return runner("postgresql://somewhere/len", monkeypatch, DEMO)


def test_a_back_up_and_the_way_back(run, tmp_path):
    run("network add Then")
    assert "checked" in run(f"backup {tmp_path}/one.db")
    run("network add Since")
    said = run(f"restore {tmp_path}/one.db --yes")
    assert "What was there before is kept in" in said
    assert run("network list") == "Then\n"


def test_a_back_up_is_written_down_in_history(run, tmp_path):
    run(f"backup {tmp_path}/one.db")
    with bare_session() as session:
        assert last_backup(session) is not None


def test_a_refused_back_up_is_not(run, tmp_path):
    (tmp_path / "one.db").touch()
    assert "There is already a file" in run(f"backup {tmp_path}/one.db", fails=True)
    with bare_session() as session:
        assert last_backup(session) is None


def test_without_a_terminal_restoring_needs_a_yes(run, tmp_path):
    run(f"backup {tmp_path}/one.db")
    assert "Nothing was changed" in run(f"restore {tmp_path}/one.db", fails=True)


@pytest.mark.parametrize(("line", "program"), [("backup x", "pg_dump"), ("restore x --yes", "pg_restore")])
def test_for_a_database_server_its_own_programs_are_named(run_on_server, line, program):
    said = run_on_server(line, fails=True)
    assert program in said
    assert said.count("\n") == 1


def test_a_missing_database_cannot_be_backed_up(tmp_path, monkeypatch):
    run = runner(f"sqlite:///{tmp_path / 'none.db'}", monkeypatch, DEMO)
    assert "There is no database" in run(f"backup {tmp_path}/one.db", fails=True)
    assert not (tmp_path / "one.db").exists()


def test_check_names_what_is_wrong_and_fails(run):
    said = run("check", fails=True)
    assert "WRONG  There is no administrator." in said
    assert "Error: 1 of" in said


def test_check_is_content_when_all_is_well(run):
    run("user add ann@example.org --role administrator")
    assert "WRONG" not in run("check")


def test_the_commands_are_there():
    assert {"backup", "restore", "check"} <= set(server.cli.commands)


def test_check_of_a_missing_database_says_so(tmp_path, monkeypatch):
    run = runner(f"sqlite:///{tmp_path / 'none.db'}", monkeypatch, replace(DEMO, env="production", proxies=1, trusted_hosts=("x",)))
    assert "WRONG  There is no database" in run("check", fails=True)
