"""The migrations make what the models describe, and a database that does not fit is recognised."""

import re
import sqlite3
from pathlib import Path

import pytest
import sqlalchemy as sa

from data_layer.engine import make_engine
from data_layer.models import Account
from data_layer.schema import SchemaState, schema_state, upgrade


def parts(path: Path) -> dict[str, list[str]]:
    """Each table and index of a database file with the lines that define it, in no order; SQLite quotes the names of tables that it copied."""
    with sqlite3.connect(path) as connection:
        rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name <> 'alembic_version'").fetchall()
    connection.close()
    return {name: sorted(re.sub(r"\s+", " ", line.strip().rstrip(",").replace('"', "")) for line in sql.splitlines()) for name, sql in rows}


def test_migrations_make_exactly_what_the_models_describe(empty_template, tmp_path):
    path = tmp_path / "models.db"
    engine = make_engine(f"sqlite:///{path}", create=True)
    Account.metadata.create_all(engine)
    engine.dispose()
    assert parts(empty_template) == parts(path)


def test_every_table_never_uses_an_id_again(empty_template):
    tables = {name: lines for name, lines in parts(empty_template).items() if any(line.startswith("CREATE TABLE") for line in lines)}
    assert [
        name for name, lines in tables.items() if name != "sqlite_sequence" and not any("AUTOINCREMENT" in line for line in lines)
    ] == []


def test_a_current_database_is_current(database):
    assert schema_state(database) == SchemaState.CURRENT


def test_upgrading_twice_changes_nothing(database, tmp_path):
    before = parts(tmp_path / "test.db")
    upgrade(database)
    assert parts(tmp_path / "test.db") == before


def test_a_missing_database_is_missing_and_stays_so(tmp_path):
    path = tmp_path / "none.db"
    assert schema_state(f"sqlite:///{path}") == SchemaState.MISSING
    assert not path.exists()


@pytest.mark.parametrize(("version", "state"), [("9999", SchemaState.NEWER), ("0000", SchemaState.NEWER)])
def test_a_revision_that_this_program_does_not_know_is_newer(database, tmp_path, version, state):
    with sqlite3.connect(tmp_path / "test.db") as connection:
        connection.execute("UPDATE alembic_version SET version_num = ?", (version,))
    connection.close()
    assert schema_state(database) == state


def test_a_file_that_is_no_database_is_unreadable(tmp_path):
    path = tmp_path / "text.db"
    path.write_text("this is not a database, but long enough to look like one" * 50)
    assert schema_state(f"sqlite:///{path}") == SchemaState.UNREADABLE


def test_a_database_held_by_another_program_is_locked(database, tmp_path, monkeypatch):
    monkeypatch.setattr("data_layer.engine.PATIENCE_SECONDS", 0)
    other = sqlite3.connect(tmp_path / "test.db", isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    state = schema_state(database)
    other.close()
    assert state == SchemaState.LOCKED


def test_a_database_that_cannot_be_written_is_read_only(database, monkeypatch):
    monkeypatch.setattr("data_layer.schema._writable", lambda _path: False)
    assert schema_state(database) == SchemaState.READ_ONLY


def test_a_new_database_is_readable_by_its_owner_only(tmp_path):
    path = tmp_path / "new" / "len.db"
    upgrade(f"sqlite:///{path}")
    assert path.stat().st_mode & 0o077 == 0


def test_sqlite_is_set_up_to_keep_what_was_acknowledged(database):
    engine = make_engine(database)
    with engine.connect() as connection:
        values = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in ("foreign_keys", "synchronous", "secure_delete")}
    engine.dispose()
    assert values == {"foreign_keys": 1, "synchronous": 2, "secure_delete": 1}


def test_a_server_does_not_make_a_database_by_accident(tmp_path):
    engine = make_engine(f"sqlite:///{tmp_path / 'none.db'}")
    with pytest.raises(sa.exc.OperationalError):
        engine.connect()
    engine.dispose()
