"""A back-up: whole, sound, its owner's alone, and never written over another by accident."""

import hashlib
import sqlite3
import stat
import threading
from pathlib import Path

import pytest
import sqlalchemy as sa

from data_layer.backup import copy as module
from data_layer.backup.copy import back_up
from data_layer.backup.examine import examine
from data_layer.engine import bare_session, make_engine
from data_layer.models import Change, Network
from data_layer.problem import Problem
from tests.factories import make_network


@pytest.fixture
def file(database):
    """The file of a database with one network."""
    with bare_session(write=True) as session:
        make_network(session, "Northern Valley")
        session.commit()
    return Path(database.removeprefix("sqlite:///"))


def networks(path):
    with sqlite3.connect(path) as connection:
        found = [name for (name,) in connection.execute("SELECT name FROM network ORDER BY id")]
    connection.close()
    return found


def test_the_copy_has_what_the_database_has(file, tmp_path):
    back_up(file, tmp_path / "copy.db")
    assert networks(tmp_path / "copy.db") == ["Northern Valley"]


def test_only_the_owner_can_read_it(file, tmp_path):
    back_up(file, tmp_path / "copy.db")
    assert [stat.S_IMODE((tmp_path / name).stat().st_mode) for name in ("copy.db", "copy.db.sha256")] == [0o600, 0o600]


def test_the_checksum_is_the_one_of_the_file(file, tmp_path):
    back_up(file, tmp_path / "copy.db")
    digest = hashlib.sha256((tmp_path / "copy.db").read_bytes()).hexdigest()
    assert (tmp_path / "copy.db.sha256").read_text() == f"{digest}  copy.db\n"


def test_nothing_else_is_left_beside_it(file, tmp_path):
    before = set(tmp_path.iterdir())
    back_up(file, tmp_path / "copy.db")
    assert {path.name for path in set(tmp_path.iterdir()) - before} == {"copy.db", "copy.db.sha256"}


def test_a_file_that_is_there_stays_as_it_is(file, tmp_path):
    (tmp_path / "copy.db").write_text("something else")
    with pytest.raises(Problem, match="backup_exists"):
        back_up(file, tmp_path / "copy.db")
    assert (tmp_path / "copy.db").read_text() == "something else"


def test_it_is_written_over_when_that_is_asked_for(file, tmp_path):
    (tmp_path / "copy.db").write_text("something else")
    back_up(file, tmp_path / "copy.db", force=True)
    assert networks(tmp_path / "copy.db") == ["Northern Valley"]


@pytest.mark.parametrize("steps", range(4))
@pytest.mark.parametrize("moment", ["before", "after"])
def test_whenever_it_breaks_off_no_checksum_stands_beside_another_file(file, tmp_path, monkeypatch, steps, moment):
    target, checksum = tmp_path / "copy.db", tmp_path / "copy.db.sha256"
    back_up(file, target)
    with bare_session(write=True) as session:
        make_network(session, "Southern Valley")
        session.commit()
    left = [steps]

    def breaking(function):
        def broken(*arguments, **options):
            if not left[0] and moment == "before":
                raise KeyboardInterrupt
            function(*arguments, **options)
            left[0] -= 1
            if left[0] < 0:
                raise KeyboardInterrupt

        return broken

    monkeypatch.setattr(Path, "replace", breaking(Path.replace))
    monkeypatch.setattr(Path, "unlink", breaking(Path.unlink))
    with pytest.raises(KeyboardInterrupt):
        back_up(file, target, force=True)
    monkeypatch.undo()
    examine(target)
    assert not checksum.exists() or checksum.read_text().split()[0] == hashlib.sha256(target.read_bytes()).hexdigest()


def test_the_database_itself_is_no_back_up(file):
    with pytest.raises(Problem, match="backup_onto_itself"):
        back_up(file, file, force=True)


def test_a_folder_that_is_not_there_is_named(file, tmp_path):
    with pytest.raises(Problem, match="no_such_folder"):
        back_up(file, tmp_path / "none" / "copy.db")


def test_a_copy_that_is_not_sound_is_not_kept(file, tmp_path, monkeypatch):
    def refuse(_path):
        raise Problem("damaged_file")

    monkeypatch.setattr(module, "examine", refuse)
    before = set(tmp_path.iterdir())
    with pytest.raises(Problem, match="damaged_file"):
        back_up(file, tmp_path / "copy.db")
    assert set(tmp_path.iterdir()) == before


def test_a_database_that_is_held_for_long_is_told(file, tmp_path, monkeypatch):
    monkeypatch.setattr(module, "PATIENCE_SECONDS", 0)
    holder = sqlite3.connect(file, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    with pytest.raises(Problem, match="database_busy"):
        back_up(file, tmp_path / "copy.db")
    holder.close()
    assert not (tmp_path / "copy.db").exists()


def test_while_people_write_each_copy_is_a_state_that_was(file, tmp_path):
    """Each network comes with its change in one transaction: a copy that has one without the other was torn."""
    engine, stop, failed = make_engine(f"sqlite:///{file}"), threading.Event(), []

    def write(writer):
        number = 0
        while not stop.is_set() and number < 200:
            number += 1
            try:
                with bare_session(write=True) as session:
                    make_network(session, f"Valley {writer} {number}")
                    session.commit()
            except Exception as error:
                failed.append(error)

    writers = [threading.Thread(target=write, args=(number,)) for number in range(4)]
    for writer in writers:
        writer.start()
    for number in range(8):
        back_up(file, tmp_path / f"copy {number}.db")
    stop.set()
    for writer in writers:
        writer.join()
    engine.dispose()
    assert failed == []
    sizes = []
    for number in range(8):
        examine(tmp_path / f"copy {number}.db")
        copied = make_engine(f"sqlite:///{tmp_path / f'copy {number}.db'}")
        with copied.connect() as connection:
            sizes.append([connection.scalar(sa.select(sa.func.count(model.id))) for model in (Network, Change)])
        copied.dispose()
    assert all(networks == changes for networks, changes in sizes)
    assert sizes == sorted(sizes)
