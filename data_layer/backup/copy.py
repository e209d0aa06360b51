"""Copies of a database file, whole and consistent while others write to it."""

import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from data_layer.backup.examine import examine, fingerprint, open_file
from data_layer.problem import Problem

CHECKSUM = ".sha256"
PATIENCE_SECONDS = 60


def back_up(database: Path, target: Path, *, force: bool = False) -> None:
    """Write a sound copy of the database to `target`, and its checksum beside it as `sha256sum` reads it.

    Both are readable by their owner only. Raises Problem: "backup_exists" unless `force`, "backup_onto_itself", "no_such_folder", and
    what `examine` says of the copy; then nothing is left behind.
    """
    if not target.parent.is_dir():
        raise Problem("no_such_folder", path=str(target.parent))
    if target.exists() and target.samefile(database):
        raise Problem("backup_onto_itself", path=str(target))
    checksum = target.with_name(target.name + CHECKSUM)
    with _reserved(target, force=force), draft_beside(target) as draft:
        copy(database, draft)
        _alone(draft)
        examine(draft)
        with draft_beside(checksum) as words:
            words.write_text(f"{fingerprint(draft)}  {target.name}\n", encoding="utf-8")
            # At no moment does a checksum stand beside a file that it is not of.
            checksum.unlink(missing_ok=True)
            _settle(target.parent)
            put(draft, target)
            put(words, checksum)


def copy(source: Path, target: Path) -> None:
    """Write the content of one database file into another in a single transaction; what stood there is replaced.

    Raises Problem("database_busy") when another program holds one of them for more than a minute.
    """
    give_up = time.monotonic() + PATIENCE_SECONDS

    def wait(_status: int, _remaining: int, _total: int) -> None:
        if time.monotonic() > give_up:
            raise Problem("database_busy", path=str(target))

    reader, writer = open_file(source, "rw"), open_file(target, "rwc")
    try:
        writer.execute("PRAGMA synchronous=FULL")
        reader.backup(writer, progress=wait)
    finally:
        writer.close()
        reader.close()


def _alone(draft: Path) -> None:
    """Let the file be complete without others beside it, however the database keeps its journal."""
    connection = open_file(draft, "rw")
    connection.execute("PRAGMA journal_mode=DELETE")
    connection.close()


@contextmanager
def draft_beside(target: Path) -> Iterator[Path]:
    """An empty file of its owner alone in the folder of `target`, to be filled and put in its place; gone at the end in any case."""
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    os.close(handle)
    draft = Path(name)
    try:
        yield draft
    finally:
        for rest in (draft, *companions(draft)):
            rest.unlink(missing_ok=True)


def put(draft: Path, target: Path) -> None:
    """Let a finished file take the place of `target`, so that even a power cut leaves the old or the new one whole."""
    with draft.open("rb+") as file:
        os.fsync(file.fileno())
    draft.replace(target)
    _settle(target.parent)


def _settle(folder: Path) -> None:
    """Let what was done to names in the folder outlast a power cut."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def companions(path: Path) -> list[Path]:
    """The files that SQLite may keep beside a database."""
    return [path.with_name(path.name + ending) for ending in ("-journal", "-wal", "-shm")]


@contextmanager
def _reserved(target: Path, *, force: bool) -> Iterator[None]:
    """Take the name before the work begins, so that no other back-up can be written over."""
    try:
        target.touch(mode=0o600, exist_ok=force)
    except FileExistsError as error:
        raise Problem("backup_exists", path=str(target)) from error
    try:
        yield
    except BaseException:
        if target.stat().st_size == 0:
            target.unlink()
        raise
