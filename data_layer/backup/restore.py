"""Puts a back-up in the place of the database, and keeps what stood there."""

import shutil
import sqlite3
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import sqlalchemy as sa

from data_layer.action import acting
from data_layer.backup.copy import CHECKSUM, companions, copy, draft_beside, put
from data_layer.backup.examine import examine, fingerprint
from data_layer.clock import now
from data_layer.engine import Sessions, make_engine
from data_layer.models import Action, SignIn
from data_layer.problem import Problem
from data_layer.schema import SchemaState, schema_state, upgrade
from data_layer.serving import served

RESTORE = "restore"


@dataclass(frozen=True, slots=True)
class Restored:
    """Where the former database is kept (None: there was none), and when the last action in the present one was (None: none yet)."""

    kept: Path | None
    last_action: datetime | None


def restore(source: Path, database: Path) -> Restored:
    """Let the back-up `source` take the place of the database; all sign-ins in it end.

    `source` stays as it is. An older schema is brought up to date. Nothing happens when a Problem is raised: "no_such_file",
    "checksum_differs", what `examine` says, "newer_schema", "database_served" (a server runs on the database).
    """
    if not source.is_file():
        raise Problem("no_such_file", path=str(source))
    if served(database):
        raise Problem("database_served", path=str(database))
    _compare_checksum(source)
    examine(source)
    database.parent.mkdir(parents=True, exist_ok=True)
    with draft_beside(database) as draft:
        copy(source, draft)
        last = _prepared(draft, source)
        examine(draft)
        kept = _kept(database)
        _replace(database, draft)
    return Restored(kept, last)


def _compare_checksum(source: Path) -> None:
    beside = source.with_name(source.name + CHECKSUM)
    if beside.is_file() and beside.read_text(encoding="utf-8").split()[:1] != [fingerprint(source)]:
        raise Problem("checksum_differs", path=str(source), beside=str(beside))


def _prepared(draft: Path, source: Path) -> datetime | None:
    """Bring the draft's schema up to date and end its sign-ins; returns when its last action was."""
    url = f"sqlite:///{draft}"
    if schema_state(url) == SchemaState.NEWER:
        raise Problem("newer_schema", path=str(source))
    upgrade(url)
    engine = make_engine(url)
    try:
        with Sessions(bind=engine) as session:
            last = session.scalar(sa.select(sa.func.max(Action.at)))
            session.execute(sa.update(SignIn).where(SignIn.ended_at.is_(None)).values(ended_at=now()))
            with acting(session, RESTORE):
                pass
            session.commit()
    finally:
        engine.dispose()
    return last


def _kept(database: Path) -> Path | None:
    """A copy of the database under the moment's name; byte by byte where SQLite cannot read it any more."""
    if not database.exists():
        return None
    kept = database.with_name(f"{database.stem}-before-restore-{now():%Y-%m-%d-%H%M%S}{database.suffix}")
    with draft_beside(kept) as draft:
        try:
            copy(database, draft)
        except sqlite3.OperationalError:
            raise
        except sqlite3.DatabaseError:
            shutil.copyfile(database, draft)
        put(draft, kept)
    return kept


def _replace(database: Path, draft: Path) -> None:
    """Inside SQLite where it can be done, so that a program that has the file open sees the change; else by the file itself."""
    try:
        if database.exists():
            copy(draft, database)
            examine(database)
            return
    except sqlite3.OperationalError:
        raise
    except (sqlite3.DatabaseError, Problem) as error:
        if isinstance(error, Problem) and error.code == "database_busy":
            raise
    for beside in companions(database):
        beside.unlink(missing_ok=True)
    put(draft, database)
