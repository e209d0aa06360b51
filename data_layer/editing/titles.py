"""What rows are called: the fields that name a row, with the names of the rows they point to."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.access import WITH_TRASH
from data_layer.editing.row_name import Parts, joined, name_parts, title_values
from data_layer.editing.tables import TABLES, FieldKind, Table
from data_layer.editing.values import Value
from data_layer.snapshot import kept_value

Key = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Title:
    """The parts that name a row: (field, value); a link's value is the name of the row that it points to."""

    table: str
    parts: Parts
    trashed: bool = False

    @property
    def plain(self) -> str:
        """The parts as one text, codes as they are kept."""
        return joined(self.parts)


def titles(session: Session, rows: Mapping[str, Collection[int]]) -> dict[Key, Title]:
    """(table, id) -> title of these rows, those in the trash included. One statement, and one more for each step along links."""
    found: dict[Key, dict[str, Value]] = {}
    trashed: set[Key] = set()
    wanted = {name: set(ids) for name, ids in rows.items() if name in TABLES and ids}
    asked: set[Key] = set()
    while wanted:
        asked |= {(name, row_id) for name, ids in wanted.items() for row_id in ids}
        for name, row_id, trashed_by, *kept in session.execute(_query(wanted).execution_options(**{WITH_TRASH: True})):
            found[name, row_id] = _parts(TABLES[name], kept)
            if trashed_by is not None:
                trashed.add((name, row_id))
        wanted = _linked(found, asked)
    names = _Names(found)
    return {key: Title(key[0], names.parts(key), key in trashed) for key in found}


# No table is named by more columns than these.
WIDTH = 5


def _query(wanted: Mapping[str, Collection[int]]) -> sa.CompoundSelect[Any] | sa.Select[Any]:
    """Table, id, trash and the columns of the title as text, over all tables at once."""
    parts = []
    for name, ids in sorted(wanted.items()):
        model = TABLES[name].model
        columns = [sa.cast(getattr(model, column), sa.String) for column in _columns(TABLES[name])]
        filled = [*columns, *[sa.cast(sa.null(), sa.String)] * (WIDTH - len(columns))]
        parts.append(sa.select(sa.literal(name), model.id, model.trashed_by, *filled).where(model.id.in_(sorted(ids))))
    return sa.union_all(*parts) if len(parts) > 1 else parts[0]


def _columns(table: Table) -> list[str]:
    return [column for name in table.title for column in table.fields[name].columns]


def _parts(table: Table, texts: Iterable[str | None]) -> dict[str, Value]:
    by_column = dict(zip(_columns(table), texts, strict=False))
    return title_values(table, lambda column: _typed(table, column, by_column[column]))


def _typed(table: Table, column: str, text: str | None) -> Any:
    """What the database gave as text, as it is kept."""
    kind = sa.inspect(table.model).column_attrs[column].columns[0].type
    return int(text) if text is not None and isinstance(kind, sa.Integer) else kept_value(table.model, column, text)


def _linked(found: Mapping[Key, Mapping[str, Value]], asked: set[Key]) -> dict[str, set[int]]:
    """What the titles so far point to and was not asked for yet."""
    wanted: dict[str, set[int]] = {}
    for (name, _id), parts in found.items():
        for part, value in parts.items():
            field = TABLES[name].fields[part]
            if field.kind is FieldKind.LINK and isinstance(value, int) and (field.target, value) not in asked:
                wanted.setdefault(field.target, set()).add(value)
    return wanted


class _Names:
    """Puts names in the place of links."""

    def __init__(self, found: Mapping[Key, Mapping[str, Value]]) -> None:
        self.found = found

    def parts(self, key: Key) -> Parts:
        return name_parts(TABLES[key[0]], self.found[key], self._name)

    def _name(self, table: str, row_id: int) -> str:
        return joined(self.parts((table, row_id))) if (table, row_id) in self.found else "?"
