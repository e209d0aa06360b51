"""Rows that a file can mean: those that are there, and those of the file itself, found by number, name, or what they say."""

from collections.abc import Iterable, Mapping
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.editing.row_name import Parts, joined, name_parts, title_values
from data_layer.editing.tables import Table
from data_layer.exports.table_sheet import all_columns
from data_layer.files.words import plain
from data_layer.imports.same_fact import Columns, SameFacts
from data_layer.models import CatalogueNote, FundingSource, Network, Note, Stakeholder
from data_layer.models.columns import home_column
from data_layer.whole_number import whole_number

SEVERAL = "|"
# Tables of which two live rows of one LEN cannot have the same name.
NAMED_ONCE = frozenset({"stakeholder", "micro_project", "pilot", "theme"})
# Two rows go by this name: it means neither.
AMBIGUOUS = 0


class Known:
    """The rows of one table in one LEN. A row is meant by its `ref`: its id, or a negative number for a row of the file."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.facts = SameFacts(table)
        self.rows: dict[int, Any] = {}
        self._read: list[Any] = []
        self.elsewhere: dict[str, int] = {}
        self.titles: dict[int, str] = {}
        self.by_title: dict[str, int] = {}
        self.by_whole_title: dict[str, int] = {}
        self.by_plain: dict[str, int] = {}
        self.by_external: dict[str, int] = {}
        self.by_number: dict[str, int] = {}
        self.told: dict[int, Columns] = {}
        self.used: set[int] = set()
        self.refused: set[str] = set()

    def load(self, session: Session, network_id: int) -> None:
        """Read the rows that are there. One statement; of notes two, since those on the catalogue are everybody's to see.

        Of the LENs there are the chosen one, which a row of the file can be, and the others, to which it can point.
        """
        self._read = list(session.execute(_in_network(self.table.model, network_id)))
        if self.table.model is Note:
            self._read += session.execute(_on_catalogue(network_id))
        if self.table.model is Network:
            self.let_point_to(session.execute(_other_networks(network_id)))

    def let_point_to(self, rows: Iterable[Any]) -> None:
        """Let links mean these rows (id, name), though no row of the file can be one of them."""
        for row_id, name in rows:
            self.titles.setdefault(row_id, name)
            self.elsewhere.setdefault(name, row_id)

    def take(self, others: Mapping[str, "Known"]) -> None:
        """Let the rows that were read be found; those to which they point were taken before."""
        columns = [column for field in self.table.fields.values() for column in field.columns]
        for row in self._read:
            self.rows[row.id] = row
            self.add(row.id, {column: getattr(row, column) for column in columns}, others)
        self._read = []

    def add(self, ref: int, columns: Columns, others: Mapping[str, "Known"]) -> None:
        """Let a row be found; `others`: the tables to which it may point."""
        parts = name_parts(self.table, title_values(self.table, columns.get), lambda table, row: _title(others.get(table), row))
        title = joined(parts)
        self.titles[ref] = title
        self.by_title.setdefault(title, ref)
        self.by_whole_title[title] = ref if title not in self.by_whole_title else AMBIGUOUS
        for name in {plain(title), plain(_first(self.table, parts))} - {""}:
            self.by_plain[name] = ref if self.by_plain.get(name, ref) == ref else AMBIGUOUS
        if self.table.model is Stakeholder:
            for external in split_ids(columns.get("external_ids")):
                self.by_external.setdefault(external, ref)
        self.facts.add(ref, columns)

    def tell(self, ref: int, columns: Columns, told: Columns, others: Mapping[str, "Known"]) -> None:
        """Let a row be found as a row of the file says it is; `told`: only what the file says, more where it says it in several rows."""
        before = {column: value for column, value in self.told.get(ref, {}).items() if value is not None}
        ids = {"external_ids": merged_ids(before["external_ids"], told.get("external_ids"))} if "external_ids" in before else {}
        self.told[ref] = {**told, **before, **ids}
        if ref < 0:
            self.add(ref, columns, others)

    def told_ids(self, ref: int) -> str | None:
        """The numbers of other lists that the file so far has for a row."""
        found: str | None = self.told.get(ref, {}).get("external_ids")
        return found

    def value(self, ref: int, column: str) -> Any:
        """What a column of a row holds, as it will be after the import."""
        told = self.told.get(ref, {})
        return told[column] if column in told else getattr(self.rows[ref], column) if ref in self.rows else None

    def row_of(self, number: str) -> int | None:
        """The row that is there under our own number."""
        row_id = whole_number(number)
        return row_id if row_id in self.rows else None

    def find(self, text: str) -> int | None:
        """The row that a link means: by its number in the file, its name, its number elsewhere, its name without case and signs."""
        for index in (self.by_number, self.by_title, self.by_external, self.elsewhere):
            if text in index:
                return index[text]
        return self.by_plain.get(plain(text)) or None


def _title(known: Known | None, ref: int) -> str:
    return known.titles.get(ref, "") if known else ""


def _first(table: Table, parts: Parts) -> str:
    return str(dict(parts).get(table.title[0], ""))


def _in_network(model: type[Any], network_id: int) -> sa.Select[Any]:
    query = all_columns(model).where(model.trashed_by.is_(None)).order_by(model.id)
    if model is FundingSource:
        return query
    return query.where(home_column(model) == network_id)


def _other_networks(network_id: int) -> Any:
    return sa.select(Network.id, Network.name).where(Network.id != network_id, Network.trashed_by.is_(None)).order_by(Network.id)


def _on_catalogue(network_id: int) -> sa.Select[Any]:
    """The notes of other LENs on funding sources."""
    notes: Any = CatalogueNote
    about = notes.table_name == FundingSource.__tablename__
    return all_columns(notes).where(about, notes.network_id != network_id, notes.trashed_by.is_(None)).order_by(notes.id)


def split_ids(text: str | None) -> list[str]:
    """The numbers under which other lists know a stakeholder."""
    return [part.strip() for part in (text or "").split(SEVERAL) if part.strip()]


def merged_ids(old: str | None, new: str | None) -> str | None:
    """The old numbers and those of the new that are not among them."""
    both: Iterable[str] = dict.fromkeys((*split_ids(old), *split_ids(new)))
    return SEVERAL.join(both) or None
