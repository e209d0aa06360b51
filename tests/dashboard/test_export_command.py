"""`flask --app app export FILE`: the name of the file says what is written."""

import zipfile
from dataclasses import replace

import pytest

from app import server
from data_layer.editing.tables import TABLES
from tests.dashboard.test_commands import DEMO


@pytest.fixture
def run(sample_database, monkeypatch):
    """`run(file, "--network", name)` on the sample database; gives the result of the command."""
    monkeypatch.setitem(server.config, "SETTINGS", replace(DEMO, database_url=sample_database))
    return lambda *arguments: server.test_cli_runner().invoke(args=["export", *map(str, arguments)])


@pytest.mark.parametrize(
    "name", ["stakeholder.csv", "tie.xlsx", "network.gexf", "network.svg", "kumu.xlsx", "grants.json", "history.csv", "all-of-it.xlsx"]
)
def test_it_writes_what_the_name_says(run, tmp_path, name):
    done = run(tmp_path / name, "--network", "Luleå")
    assert done.exit_code == 0, done.output
    assert (tmp_path / name).stat().st_size > 100
    assert (tmp_path / name).stat().st_mode & 0o077 == 0


def test_everything_holds_every_table_and_the_history(run, tmp_path):
    assert run(tmp_path / "of-today.zip").exit_code == 0
    with zipfile.ZipFile(tmp_path / "of-today.zip") as archive:
        names = set(archive.namelist())
    assert {f"csv/{table}.csv" for table in TABLES} | {
        "everything.xlsx",
        "history.csv",
        "csv/note.csv",
        "network.gexf",
        "grants.json",
    } <= names


@pytest.mark.parametrize(
    ("name", "more", "said"),
    [("x.pdf", [], "does not say"), ("tie.csv", ["--network", "Nowhere"], "Nowhere"), ("none/tie.csv", [], "no folder")],
)
def test_a_mistake_is_told_in_one_line(run, tmp_path, name, more, said):
    done = run(tmp_path / name, *more)
    assert done.exit_code == 1
    assert said in done.output
    assert not (tmp_path / name).exists()


def test_it_writes_over_nothing_unless_it_must(run, tmp_path):
    (tmp_path / "tie.csv").write_text("mine")
    assert run(tmp_path / "tie.csv").exit_code == 1
    assert (tmp_path / "tie.csv").read_text() == "mine"
    assert run(tmp_path / "tie.csv", "--force").exit_code == 0
