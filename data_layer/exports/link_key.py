"""What stands in a column that points to another row: its name where that is enough to find it again, else its number."""

from collections import Counter
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.editing.row_name import joined, name_parts, title_values
from data_layer.editing.tables import TABLES, Table
from data_layer.models import FundingSource


class LinkKeys:
    """The keys of the rows that a session sees, read table by table when they are first asked for."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self._titles: dict[str, dict[int, str]] = {}
        self._keys: dict[str, dict[int, str]] = {}

    def key(self, table: str, row_id: int | None) -> str | None:
        """The key of a row: a name that no other row of its LEN has, and that is no number; else the id."""
        if row_id is None:
            return None
        if table not in self._keys:
            self._load(TABLES[table])
        return self._keys[table].get(row_id, str(row_id))

    def title(self, table: str, row_id: int) -> str:
        """What a row is called: the fields that name it, those that are known."""
        if table not in self._titles:
            self._load(TABLES[table])
        return self._titles[table].get(row_id, "")

    def _load(self, table: Table) -> None:
        model = table.model
        shared = model is FundingSource
        columns = [getattr(model, column) for name in table.title for column in table.fields[name].columns]
        where = sa.literal(None) if shared or table.name == "network" else model.network_id
        rows = self.session.execute(sa.select(model.id, where.label("within"), *columns).order_by(model.id)).all()
        titles = {row.id: self._title(table, row) for row in rows}
        times = Counter((row.within, titles[row.id]) for row in rows)
        self._titles[table.name] = titles
        alone = (row.id for row in rows if times[row.within, titles[row.id]] == 1)
        self._keys[table.name] = {row_id: titles[row_id] for row_id in alone if _is_name(titles[row_id])}

    def _title(self, table: Table, row: Any) -> str:
        return joined(name_parts(table, title_values(table, lambda column: getattr(row, column)), self.title))


def _is_name(title: str) -> bool:
    """Digits would be taken for an id."""
    return bool(title) and not title.isdigit()
