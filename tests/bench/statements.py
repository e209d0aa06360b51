"""Counts the SQL statements that a request asks of the database."""

from collections.abc import Iterator
from contextlib import contextmanager

import sqlalchemy as sa
from sqlalchemy import event

# What keeps a transaction, not what asks or changes something.
FRAME = ("BEGIN", "COMMIT", "PRAGMA", "ROLLBACK", "SAVEPOINT", "RELEASE")


@contextmanager
def counted() -> Iterator[list[str]]:
    """The statements that run inside the block."""
    statements: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        if not statement.upper().startswith(FRAME):
            statements.append(statement)

    event.listen(sa.engine.Engine, "before_cursor_execute", note)
    try:
        yield statements
    finally:
        event.remove(sa.engine.Engine, "before_cursor_execute", note)
