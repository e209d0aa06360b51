"""The state of the database's schema, and bringing it up to date."""

import os
from enum import StrEnum
from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy.engine import Engine

from data_layer.engine import make_engine


class SchemaState(StrEnum):
    CURRENT = "current"
    MISSING = "missing"
    OLDER = "older"
    NEWER = "newer"
    LOCKED = "locked"
    READ_ONLY = "read_only"
    UNREADABLE = "unreadable"


def schema_state(url: str) -> SchemaState:
    """What stands at `url`, looked at without changing it."""
    path = database_file(url)
    if path is not None and not path.exists():
        return SchemaState.MISSING
    engine = make_engine(url)
    try:
        return _state_of(engine, path)
    except sa.exc.DatabaseError as error:
        text = str(error.orig).lower()
        return SchemaState.LOCKED if "locked" in text else SchemaState.READ_ONLY if "readonly" in text else SchemaState.UNREADABLE
    finally:
        engine.dispose()


def _state_of(engine: Engine, path: Path | None) -> SchemaState:
    with engine.connect() as connection:
        if not sa.inspect(connection).has_table("alembic_version"):
            return SchemaState.MISSING
        version = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
        connection.rollback()
        if path is not None:
            connection.execution_options(begin="BEGIN IMMEDIATE").exec_driver_sql("SELECT 1")
    script = ScriptDirectory.from_config(_config(engine))
    if version == script.get_current_head():
        return SchemaState.READ_ONLY if path is not None and not _writable(path) else SchemaState.CURRENT
    known = {revision.revision for revision in script.walk_revisions()}
    return SchemaState.OLDER if version in known else SchemaState.NEWER


def upgrade(url: str) -> None:
    """Make the database at `url` if it is not there, and bring its schema to the newest revision."""
    path = database_file(url)
    if path is not None:
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            path.touch(mode=0o600)
    engine = make_engine(url, create=True)
    try:
        command.upgrade(_config(engine), "head")
    finally:
        engine.dispose()


def database_file(url: str) -> Path | None:
    """The file behind a SQLite URL; None for a database server."""
    parsed = sa.make_url(url)
    return Path(parsed.database) if parsed.get_backend_name() == "sqlite" and parsed.database else None


def _writable(path: Path) -> bool:
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def _config(engine: Engine) -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.attributes["engine"] = engine
    return config
