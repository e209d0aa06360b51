"""What hangs on rows: it goes to the trash with them, and comes back with them."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.access import WITH_TRASH, cases_on
from data_layer.consent import WITH_HELD_BACK, is_held_back
from data_layer.engine import Base
from data_layer.models import FundingSource, Note
from data_layer.models.columns import Trashable
from data_layer.problem import Problem


def hanging(session: Session, model: type[Trashable], row_ids: Collection[int], *, trashed_by: int | None = None) -> Iterator[Trashable]:
    """The live rows (or those that the action `trashed_by` put into the trash) that point to these rows of `model`, and the notes on
    their fields. One statement for each kind that can. Problem("hangs_unseen") where some of them are not for this reader to see.
    """
    table = sa.inspect(model).local_table
    for other, column in _pointing(table):
        yield from _found(session, other, trashed_by, column.in_(row_ids))
    yield from _found(session, Note, trashed_by, Note.table_name == table.name, Note.row_id.in_(row_ids))


def with_hanging(session: Session, rows: Iterable[Trashable]) -> list[Trashable]:
    """These rows and all that hangs on them, directly or through others, and is live or in the trash as they are."""
    found = {(type(row), row.id): row for row in rows}
    level = list(found.values())
    while level:
        new: dict[tuple[type[Trashable], int], Trashable] = {}
        for (model, trashed_by), ids in _grouped(level).items():
            new |= {(type(row), row.id): row for row in hanging(session, model, ids, trashed_by=trashed_by)}
        level = [row for key, row in new.items() if key not in found]
        found |= new
    return list(found.values())


def check_links(session: Session, befores: Mapping[Any, Mapping[str, Any] | None]) -> None:
    """Raise a Problem where an action leaves a live row that points to one in the trash. `befores`: row that it touched -> what it was.

    "parent_in_trash": the action made the link or brought the row back; "needed_elsewhere": it put a funding source into the trash on
    which `n` cases of LENs stand that the session does not see. One statement each, where there is something to look for.
    """
    wanted: dict[type[Trashable], set[int]] = {}
    for row, before in befores.items():
        for parent, row_id in _new_links(row, before):
            wanted.setdefault(parent, set()).add(row_id)
    # Of the rows that the action touched itself, as in an import, their state is known.
    touched = {(type(row), row.id): row for row in befores}
    asked = {parent: {row_id for row_id in ids if (parent, row_id) not in touched} for parent, ids in wanted.items()}
    gone = (touched[parent, row_id].trashed_by for parent, ids in wanted.items() for row_id in ids if (parent, row_id) in touched)
    if any(action_id is not None for action_id in gone) or in_trash(session, asked):
        raise Problem("parent_in_trash")
    sources = [row.id for row in befores if isinstance(row, FundingSource) and row.trashed_by is not None]
    cases = cases_on(session, sources) if sources else 0
    if cases:
        raise Problem("needed_elsewhere", n=cases)


def in_trash(session: Session, wanted: Mapping[type[Any], Collection[int]]) -> set[tuple[str, int]]:
    """Those of the rows (kind -> ids) that are in the trash, as (table, id). One statement."""
    queries = [
        sa.select(sa.literal(model.__tablename__), model.id).where(model.id.in_(ids), model.trashed_by.is_not(None))
        for model, ids in wanted.items()
        if ids
    ]
    if not queries:
        return set()
    return {(name, row_id) for name, row_id in session.execute(sa.union_all(*queries).execution_options(**{WITH_TRASH: True}))}


def pointing_into_trash(session: Session, rows: Collection[Any]) -> list[Any]:
    """Those of these new rows, not yet written, that point to a row in the trash. One statement."""
    wanted: dict[type[Trashable], set[int]] = {}
    for row in rows:
        for parent, row_id in _new_links(row, None):
            wanted.setdefault(parent, set()).add(row_id)
    gone = in_trash(session, wanted)
    return [row for row in rows if any((parent.__tablename__, row_id) in gone for parent, row_id in _new_links(row, None))]


def _new_links(row: Any, before: Mapping[str, Any] | None) -> Iterator[tuple[type[Any], int]]:
    """The kind and id of each row to which a live row points and did not before, or to which it has come back."""
    if not isinstance(row, Trashable) or row.trashed_by is not None:
        return
    back = before is None or before["trashed_by"] is not None
    for parent, column in _pointed_at(sa.inspect(type(row)).local_table):
        row_id = getattr(row, column.key)
        if row_id is not None and (back or before is None or row_id != before[column.key]):
            yield parent, row_id


def links_to(model: type[Trashable]) -> list[tuple[type[Any], Any]]:
    """Each kind of row that can point to rows of `model`, with the column by which it does."""
    return _pointing(sa.inspect(model).local_table)


def all_links() -> list[tuple[type[Any], Any, sa.Table]]:
    """Each link between tables with a trash: the kind of row that holds it, its column, and the table to which it points."""
    return _links()


def _found(session: Session, model: Any, trashed_by: int | None, *criteria: Any) -> Iterator[Trashable]:
    state = model.trashed_by.is_(None) if trashed_by is None else model.trashed_by == trashed_by
    found = session.scalars(sa.select(model).where(*criteria, state).execution_options(**{WITH_TRASH: True})).all()
    if is_held_back(session, model):
        count = sa.select(sa.func.count(model.id)).where(*criteria, state)
        if session.scalar(count.execution_options(**{WITH_TRASH: True, WITH_HELD_BACK: True})) != len(found):
            raise Problem("hangs_unseen")
    yield from found


def _grouped(rows: Iterable[Trashable]) -> dict[tuple[type[Trashable], int | None], set[int]]:
    groups: dict[tuple[type[Trashable], int | None], set[int]] = {}
    for row in rows:
        groups.setdefault((type(row), row.trashed_by), set()).add(row.id)
    return groups


@cache
def _links() -> list[tuple[type[Any], Any, sa.Table]]:
    tables = {mapper.local_table.name: mapper.class_ for mapper in _trashable()}
    found = [
        (mapper.class_, mapper.get_property_by_column(key.parent).class_attribute, key.column.table)
        for mapper in _trashable()
        for key in mapper.local_table.foreign_keys
        if key.column.name == "id" and key.column.table.name in tables
    ]
    return sorted(found, key=str)


def _trashable() -> Iterator[Any]:
    return (mapper for mapper in Base.registry.mappers if issubclass(mapper.class_, Trashable))


@cache
def _pointing(table: sa.Table) -> list[tuple[type[Any], Any]]:
    """Each kind of row with the column by which it points to rows of `table`."""
    return [(model, column) for model, column, target in _links() if target is table]


@cache
def _pointed_at(table: sa.Table) -> list[tuple[type[Any], Any]]:
    """The kinds of rows to which rows of `table` point, each with the column that does."""
    kinds = {mapper.local_table: mapper.class_ for mapper in _trashable()}
    return [(kinds[target], column) for model, column, target in _links() if model.__tablename__ == table.name]
