"""The one database engine of the process and the base class of the tables."""

import sqlite3
from typing import Any
from urllib.parse import quote

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.orm import DeclarativeBase, Session, sessionmaker

from data_layer.cache import latest, results

# The WAL-reset fault can corrupt a database in earlier versions (sqlite.org, "wal reset bug"); the two lists are its back-ports.
WAL_FIXED = (3, 51, 3)
WAL_BACKPORTS = ((3, 44, 6), (3, 50, 7))

PATIENCE_SECONDS = 5

NAMING = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """Every table: named constraints, and ids that SQLite never uses again."""

    metadata = sa.MetaData(naming_convention=NAMING)
    __table_args__: Any = ({"sqlite_autoincrement": True},)


Sessions = sessionmaker(autoflush=False, expire_on_commit=False)


def make_engine(url: str, *, create: bool = False) -> Engine:
    """An engine for `url` (SQLAlchemy form). SQLite gets the pragmas that keep what was acknowledged.

    A missing SQLite file is an error when it is first used, unless `create`: a server must not start on an empty database.
    """
    path = sa.make_url(url).database
    if not url.startswith("sqlite"):
        return sa.create_engine(url, pool_pre_ping=True)
    if not path or path == ":memory:":
        raise ValueError("the database must be a file")
    address = f"file:{quote(path)}?mode={'rwc' if create else 'rw'}"
    engine = sa.create_engine(url, creator=lambda: sqlite3.connect(address, uri=True, timeout=PATIENCE_SECONDS, check_same_thread=False))
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin)
    return engine


def bind(engine: Engine) -> None:
    """Let every later session use `engine`; what was computed from another database is forgotten."""
    Sessions.configure(bind=engine)
    results.clear()
    latest.clear()


def bound() -> Engine:
    """The engine in use; RuntimeError before `bind`."""
    engine = Sessions.kw.get("bind")
    if engine is None:
        raise RuntimeError("no database is bound")
    return engine


def bare_session(*, write: bool = False) -> Session:
    """A session that sees every row: for commands and the log-in only; pages use `data_layer.access`."""
    session = Sessions()
    if write:
        session.connection(execution_options={"begin": "BEGIN IMMEDIATE"})
    return session


def _prepare_sqlite(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None  # The driver would begin late and deferred; `_begin` does it in time.
    journal = "WAL" if wal_is_safe(sqlite3.sqlite_version_info) else "TRUNCATE"
    for pragma in ("foreign_keys=ON", "synchronous=FULL", "secure_delete=ON", "trusted_schema=OFF"):
        connection.execute(f"PRAGMA {pragma}")
    connection.execute(f"PRAGMA journal_mode={journal}")


def wal_is_safe(version: tuple[int, ...]) -> bool:
    """Whether this SQLite has the fix for the WAL-reset fault."""
    return version >= WAL_FIXED or any(version[:2] == fixed[:2] and version >= fixed for fixed in WAL_BACKPORTS)


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql(connection.get_execution_options().get("begin", "BEGIN"))
