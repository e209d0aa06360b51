"""Whether a file is a sound database of ours."""

import hashlib
import sqlite3
from pathlib import Path
from urllib.parse import quote

from data_layer.problem import Problem

SIGNATURE = b"SQLite format 3\x00"
CHUNK = 1024 * 1024


def examine(path: Path) -> str:
    """The schema revision of the database file at `path`, after every page, index and link in it was checked.

    Raises Problem: "not_a_database", "damaged_file" (what SQLite says stands in `fault`), "not_our_database".
    """
    with path.open("rb") as file:
        if file.read(len(SIGNATURE)) != SIGNATURE:
            raise Problem("not_a_database", path=str(path))
    try:
        connection = open_file(path)
        try:
            return _checked(connection, path)
        finally:
            connection.close()
    except sqlite3.DatabaseError as error:
        raise Problem("damaged_file", path=str(path), fault=str(error)) from error


def open_file(path: Path, mode: str = "ro") -> sqlite3.Connection:
    """A plain connection to a database file that is there, by default for reading only."""
    return sqlite3.connect(f"file:{quote(str(path))}?mode={mode}", uri=True, isolation_level=None)


def fingerprint(path: Path) -> str:
    """The SHA-256 of a file."""
    found = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            found.update(chunk)
    return found.hexdigest()


def _checked(connection: sqlite3.Connection, path: Path) -> str:
    fault = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
    if fault != "ok":
        raise Problem("damaged_file", path=str(path), fault=fault)
    loose = connection.execute("PRAGMA foreign_key_check").fetchone()
    if loose is not None:
        raise Problem("damaged_file", path=str(path), fault=f"{loose[0]} {loose[1]} -> {loose[2]}")
    if connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'").fetchone() is None:
        raise Problem("not_our_database", path=str(path))
    return str(connection.execute("SELECT version_num FROM alembic_version").fetchone()[0])
