"""A mark beside the database that tells whether a server runs on it; it goes when the server's last process ends, however it ends."""

import importlib.util
from pathlib import Path
from typing import IO

MARK = ".served"
# Windows has no such locks; there the person who restores is asked.
LOCKS = importlib.import_module("fcntl") if importlib.util.find_spec("fcntl") else None
_held: list[IO[bytes]] = []


def hold(database: Path) -> None:
    """Mark the database as served until this process and those that it forks have ended."""
    if LOCKS is not None:
        mark = _mark(database).open("wb")
        LOCKS.flock(mark, LOCKS.LOCK_SH)
        _held.append(mark)


def served(database: Path) -> bool:
    """Whether a server runs on the database."""
    if LOCKS is None or not _mark(database).exists():
        return False
    with _mark(database).open("wb") as mark:
        try:
            LOCKS.flock(mark, LOCKS.LOCK_EX | LOCKS.LOCK_NB)
        except OSError:
            return True
    return False


def _mark(database: Path) -> Path:
    return database.with_name(database.name + MARK)
