"""The trash: who put a row there and when, and what comes back with it."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.access import WITH_TRASH
from data_layer.editing.tables import Table
from data_layer.hanging import all_links
from data_layer.models import Network, Note

# Table and id of a row, and the action that put it into the trash.
Place = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class InTrash:
    """`who`: e-mail address, None for the server; `own`: the reader; `comes_back`: table -> rows that come back with this one."""

    at: datetime
    who: str | None
    own: bool
    comes_back: Mapping[str, int]


def what_comes_back(session: Session, table: Table, rows: Mapping[int, int]) -> dict[int, Counter[str]]:
    """Row id -> table -> rows that hang on it, directly or through others, and went into the trash in the same action.

    `rows`: row id -> that action. One statement. The same rows as `restore_rows` would bring back with it.
    """
    below: dict[Place, set[Place]] = {}
    for child, parent in _pairs(session, table, set(rows.values())):
        below.setdefault(parent, set()).add(child)
    return {row_id: Counter(name for name, _id, _action in _under((table.name, row_id, action), below)) for row_id, action in rows.items()}


def _under(top: Place, below: Mapping[Place, set[Place]]) -> set[Place]:
    found, level = {top}, {top}
    while level:
        level = {child for place in level for child in below.get(place, ())} - found
        found |= level
    return found - {top}


def _pairs(session: Session, table: Table, actions: Collection[int]) -> Iterator[tuple[Place, Place]]:
    """Each row that one of the actions put into the trash, beside each row to which it points.

    Everything points to a network; that matters only where a network itself is the row in question.
    """
    if not actions:
        return
    links = [link for link in all_links() if link[2].name != Network.__tablename__ or table.model is Network]
    parts = [_query(model, sa.literal(target.name), column, actions) for model, column, target in links]
    query = sa.union_all(*parts, _query(Note, Note.table_name, Note.row_id, actions))
    for name, row_id, action, target, target_id in session.execute(query.execution_options(**{WITH_TRASH: True})):
        yield (name, row_id, action), (target, target_id, action)


def _query(model: Any, target: Any, column: Any, actions: Collection[int]) -> sa.Select[Any]:
    name = sa.literal(model.__tablename__)
    return sa.select(name, model.id, model.trashed_by, target, column).where(model.trashed_by.in_(sorted(actions)), column.is_not(None))
