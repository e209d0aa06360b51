"""What hangs on rows: it goes to the trash with them, and comes back with them."""

from collections.abc import Collection, Iterator
from functools import cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.engine import Base
from data_layer.models import Note
from data_layer.models.columns import Trashable


def hanging(session: Session, model: type[Trashable], row_ids: Collection[int]) -> Iterator[Trashable]:
    """The live rows that point to these rows of `model`, and the notes on their fields. One statement for each kind that can."""
    table = sa.inspect(model).local_table
    for other, column in _pointing(table):
        yield from session.scalars(sa.select(other).where(column.in_(row_ids), other.trashed_by.is_(None)))
    yield from session.scalars(sa.select(Note).where(Note.table_name == table.name, Note.row_id.in_(row_ids), Note.trashed_by.is_(None)))


@cache
def _pointing(table: sa.Table) -> list[tuple[type[Any], Any]]:
    """Each kind of row with the column by which it points to rows of `table`."""
    found = []
    for mapper in Base.registry.mappers:
        if issubclass(mapper.class_, Trashable):
            links = [link.parent for link in mapper.local_table.foreign_keys if link.column is table.c.id]
            found += [(mapper.class_, mapper.get_property_by_column(column).class_attribute) for column in links]
    return sorted(found, key=str)
