"""Restoring: the back-up's rows are there, the former database is kept, and a bad file changes nothing."""

import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.script import ScriptDirectory

from data_layer.accounts.account import add_account
from data_layer.accounts.sign_in import start_sign_in
from data_layer.backup.copy import back_up
from data_layer.backup.restore import restore
from data_layer.engine import bare_session, bound, make_engine
from data_layer.models import Action, Network, SignIn
from data_layer.problem import Problem
from data_layer.schema import SchemaState, _config, schema_state
from tests.factories import make_network


@pytest.fixture
def file(database):
    """The file of a database with the network "then"."""
    add("then")
    return Path(database.removeprefix("sqlite:///"))


@pytest.fixture
def backup(file, tmp_path):
    """A back-up of it; afterwards the network "since" came."""
    path = tmp_path / "backup.db"
    back_up(file, path)
    add("since")
    bound().dispose()
    return path


def add(name):
    with bare_session(write=True) as session:
        make_network(session, name)
        session.commit()


def names(path):
    engine = make_engine(f"sqlite:///{path}")
    with engine.connect() as connection:
        found = connection.execute(sa.select(Network.name).order_by(Network.id)).scalars().all()
    engine.dispose()
    return found


def refusal(source, database):
    before = names(database)
    with pytest.raises(Problem) as refused:
        restore(source, database)
    assert names(database) == before
    return refused.value.code


def test_what_was_backed_up_is_there_again(backup, file):
    restore(backup, file)
    assert names(file) == ["then"]


def test_the_former_database_is_kept(backup, file):
    assert names(restore(backup, file).kept) == ["then", "since"]


def test_the_back_up_stays_as_it_is(backup, file):
    before = backup.read_bytes()
    restore(backup, file)
    assert backup.read_bytes() == before


def test_all_sign_ins_have_ended_and_history_says_so(file, tmp_path):
    with bare_session(write=True) as session:
        account = add_account(session, email="ann@example.org", password="three unrelated words", role="leader")
        start_sign_in(session, account, browser=None)
        session.commit()
    back_up(file, tmp_path / "backup.db")
    restore(tmp_path / "backup.db", file)
    with bare_session() as session:
        assert session.scalars(sa.select(SignIn.id).where(SignIn.ended_at.is_(None))).all() == []
        assert session.scalars(sa.select(Action.kind).order_by(Action.id.desc())).first() == "restore"


def test_a_program_that_has_the_file_open_sees_the_change(backup, file):
    watcher = sqlite3.connect(file)
    assert watcher.execute("SELECT count(*) FROM network").fetchone() == (2,)
    restore(backup, file)
    assert watcher.execute("SELECT count(*) FROM network").fetchone() == (1,)
    watcher.close()


def test_where_there_is_no_database_it_is_made(backup, tmp_path):
    target = tmp_path / "new" / "len.db"
    assert restore(backup, target).kept is None
    assert names(target) == ["then"]
    assert target.stat().st_mode & 0o077 == 0


def test_a_database_that_is_broken_is_replaced_and_kept_as_it_was(backup, file):
    file.write_bytes(b"not a database")
    kept = restore(backup, file).kept
    assert names(file) == ["then"]
    assert kept.read_bytes() == b"not a database"


def test_an_older_one_is_brought_up_to_date(file, tmp_path):
    old = tmp_path / "old.db"
    old.touch()
    engine = make_engine(f"sqlite:///{old}")
    command.upgrade(_config(engine), "0001")
    engine.dispose()
    restore(old, file)
    assert schema_state(f"sqlite:///{file}") == SchemaState.CURRENT
    assert names(file) == []


def test_every_older_schema_can_be_restored(file, tmp_path):
    engine = make_engine(f"sqlite:///{file}")
    revisions = [script.revision for script in ScriptDirectory.from_config(_config(engine)).walk_revisions()]
    engine.dispose()
    for revision in revisions:
        old = tmp_path / f"{revision}.db"
        old.touch()
        engine = make_engine(f"sqlite:///{old}")
        command.upgrade(_config(engine), revision)
        engine.dispose()
        restore(old, tmp_path / f"restored {revision}.db")
        assert schema_state(f"sqlite:///{tmp_path}/restored {revision}.db") == SchemaState.CURRENT


def test_a_newer_one_is_refused(backup, file):
    with sqlite3.connect(backup) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    backup.with_name("backup.db.sha256").unlink()
    assert refusal(backup, file) == "newer_schema"


def test_a_changed_byte_is_found_by_the_checksum(backup, file):
    content = bytearray(backup.read_bytes())
    for place in range(100, len(content), len(content) // 20):
        changed = content.copy()
        changed[place] ^= 1
        backup.write_bytes(changed)
        assert refusal(backup, file) == "checksum_differs"


@pytest.mark.parametrize(("content", "code"), [(b"", "not_a_database"), (b"SQLite format 3\x00" + b"\x00" * 5000, "damaged_file")])
def test_what_is_no_back_up_is_refused(file, tmp_path, content, code):
    (tmp_path / "bad.db").write_bytes(content)
    assert refusal(tmp_path / "bad.db", file) == code


def test_a_file_that_is_not_there_is_refused(file, tmp_path):
    assert refusal(tmp_path / "none.db", file) == "no_such_file"


def test_nothing_is_left_beside_the_database(backup, file):
    before = {path.name for path in file.parent.iterdir()}
    kept = restore(backup, file).kept
    assert {path.name for path in file.parent.iterdir()} - before <= {kept.name}
    shutil.copy(backup, file.with_name("bad.db"))
    file.with_name("bad.db").write_bytes(b"SQLite format 3\x00bad")
    refusal(file.with_name("bad.db"), file)
    assert {path.name for path in file.parent.iterdir()} - before <= {kept.name, "bad.db"}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such locks")
def test_while_a_server_runs_it_is_refused(backup, file):
    program = (
        "import sys, pathlib; from data_layer.serving import hold; hold(pathlib.Path(sys.argv[1])); print('held', flush=True); input()"
    )
    other = subprocess.Popen(
        [sys.executable, "-c", program, str(file)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[3],
    )
    assert other.stdout.readline() == b"held\n"
    assert refusal(backup, file) == "database_served"
    other.kill()
    other.communicate()
    restore(backup, file)
    assert names(file) == ["then"]
