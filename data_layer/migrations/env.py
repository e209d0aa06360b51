"""Runs the migrations on the engine that `data_layer.schema` hands over."""

from typing import Any, Literal

from alembic import context
from sqlalchemy.engine import Connection
from sqlalchemy.types import TypeDecorator

from data_layer.models import Account


def plain_type(kind: str, item: Any, _context: Any) -> str | Literal[False]:
    """Write our own column types down as what the database stores: a migration must not change when they do."""
    if kind == "type" and isinstance(item, TypeDecorator):
        return f"sa.{item.impl!r}"
    return False


def migrate(connection: Connection) -> None:
    """Foreign keys are off meanwhile, because SQLite alters a table by copying it; at the end all links must still hold."""
    sqlite = connection.dialect.name == "sqlite"
    if sqlite:
        connection.exec_driver_sql("COMMIT")
        connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    context.configure(
        connection=connection, target_metadata=Account.metadata, render_as_batch=True, transactional_ddl=True, render_item=plain_type
    )
    with context.begin_transaction():
        context.run_migrations()
    if sqlite and connection.exec_driver_sql("PRAGMA foreign_key_check").first():
        raise RuntimeError("the migration left rows without what they point to")


with context.config.attributes["engine"].begin() as open_connection:
    migrate(open_connection)
