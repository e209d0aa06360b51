"""What rows are called: the fields that name a row, with the names of the rows they point to."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.access import WITH_TRASH
from data_layer.editing.tables import TABLES, FieldKind, Table
from data_layer.editing.values import Value, value_of

Key = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Title:
    """The parts that name a row: (field, value); a link's value is the name of the row that it points to."""

    table: str
    parts: tuple[tuple[str, Value], ...]
    trashed: bool = False

    @property
    def plain(self) -> str:
        """The parts as one text, codes as they are kept."""
        return " / ".join(str(value) for _field, value in self.parts)


def titles(session: Session, rows: Mapping[str, Collection[int]]) -> dict[Key, Title]:
    """(table, id) -> title of these rows, those in the trash included. One statement for each table, and each that it points to."""
    found: dict[Key, dict[str, Value]] = {}
    trashed: set[Key] = set()
    wanted = {name: set(ids) for name, ids in rows.items() if name in TABLES}
    while wanted:
        for name, ids in wanted.items():
            for row in _rows(session, TABLES[name], ids):
                found[name, row.id] = _parts(TABLES[name], row)
                if row.trashed_by is not None:
                    trashed.add((name, row.id))
        wanted = _linked(found)
    names = _Names(found)
    return {key: Title(key[0], names.parts(key), key in trashed) for key in found}


def _rows(session: Session, table: Table, ids: Iterable[int]) -> Iterable[sa.Row[tuple[object, ...]]]:
    model = table.model
    columns = [getattr(model, column) for name in table.title for column in table.fields[name].columns]
    query = sa.select(model.id, model.trashed_by, *columns).where(model.id.in_(ids)).order_by(model.id)
    return session.execute(query.execution_options(**{WITH_TRASH: True}))


def _parts(table: Table, row: sa.Row[tuple[object, ...]]) -> dict[str, Value]:
    fields = [table.fields[name] for name in table.title]
    return {field.name: value_of(field, *(getattr(row, column) for column in field.columns)) for field in fields}


def _linked(found: Mapping[Key, Mapping[str, Value]]) -> dict[str, set[int]]:
    """What the titles so far point to and is not there yet."""
    wanted: dict[str, set[int]] = {}
    for (name, _id), parts in found.items():
        for part, value in parts.items():
            field = TABLES[name].fields[part]
            if field.kind is FieldKind.LINK and isinstance(value, int) and (field.target, value) not in found:
                wanted.setdefault(field.target, set()).add(value)
    return wanted


class _Names:
    """Puts names in the place of links."""

    def __init__(self, found: Mapping[Key, Mapping[str, Value]]) -> None:
        self.found = found

    def parts(self, key: Key) -> tuple[tuple[str, Value], ...]:
        table = TABLES[key[0]]
        return tuple(
            (name, self._name((table.fields[name].target, value)) if isinstance(value, int) and table.fields[name].target else value)
            for name, value in self.found[key].items()
            if value is not None
        )

    def _name(self, key: Key) -> str:
        return " / ".join(str(value) for _part, value in self.parts(key)) if key in self.found else "?"
