"""How many rows each table has, live and in the trash."""

from collections.abc import Iterable
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.access import WITH_TRASH
from data_layer.editing.tables import TABLES


@dataclass(frozen=True, slots=True)
class RowCount:
    """Rows of a table that the session sees."""

    live: int
    trashed: int


def row_counts(session: Session, names: Iterable[str]) -> dict[str, RowCount]:
    """The counts of these tables by name. One statement."""
    parts = []
    for name in names:
        model = TABLES[name].model
        parts.append(sa.select(sa.literal(name), sa.func.count(model.id), sa.func.count(model.trashed_by)))
    query = sa.union_all(*parts).execution_options(**{WITH_TRASH: True})
    return {name: RowCount(total - trashed, trashed) for name, total, trashed in session.execute(query)}
