"""A file is looked through before it is trusted."""

import shutil
import sqlite3

import pytest

from data_layer.backup.examine import examine, fingerprint
from data_layer.problem import Problem


@pytest.fixture
def file(empty_template, tmp_path):
    """A sound database file of ours."""
    return shutil.copy(empty_template, tmp_path / "one.db")


def refusal(path):
    with pytest.raises(Problem) as refused:
        examine(path)
    return refused.value.code


def test_a_sound_file_tells_its_revision(file):
    assert examine(file).isdigit()


def test_looking_changes_nothing(file):
    before = fingerprint(file)
    examine(file)
    assert fingerprint(file) == before


@pytest.mark.parametrize("content", [b"", b"SQLite", b"not a database at all", b"PK\x03\x04" * 50])
def test_what_is_no_database_is_told(tmp_path, content):
    path = tmp_path / "other"
    path.write_bytes(content)
    assert refusal(path) == "not_a_database"


def test_a_database_of_another_program_is_told(tmp_path):
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE a (b)")
    connection.close()
    assert refusal(path) == "not_our_database"


@pytest.mark.parametrize("share", [0.02, 0.3, 0.5, 0.9])
def test_a_file_that_was_cut_off_is_told(file, share):
    content = file.read_bytes()
    file.write_bytes(content[: int(len(content) * share)])
    assert refusal(file) == "damaged_file"


def test_pages_of_zeros_are_told(file):
    content = bytearray(file.read_bytes())
    content[4096 * 3 : 4096 * 12] = bytes(4096 * 9)
    file.write_bytes(content)
    assert refusal(file) == "damaged_file"


def test_a_link_to_nothing_is_told(file):
    with sqlite3.connect(file) as connection:
        connection.execute("INSERT INTO action (id, account_id, kind, at) VALUES (1, 99, 'test', '2026-01-01')")
    connection.close()
    assert refusal(file) == "damaged_file"
