"""What a person chose for a file: the LEN, where tables and columns go, how they are written, what cells should say, who is whom."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from data_layer.editing.note_table import TABLES_AND_NOTES
from data_layer.files.own import IN_ALL, IN_SOME
from data_layer.files.source import Cells, Grid, ReadFile, SourceTable
from data_layer.files.suggestion import SAID_IN, suggested
from data_layer.files.words import plain

# As the "same" of a row: a new one, though a name looks like it.
NEW = 0


@dataclass(frozen=True, slots=True)
class Choices:
    """Keys are texts, since they are kept as JSON: "table.column" and "table.row" by their places in the file.

    `targets`, `fields`: our table for each table of the file, and our field for each of its columns, "" for none. `forms`: column ->
    form. `cells`: "table.row.column" -> what the cell should say. `words`: "table.column" -> word -> what it should say in all rows.
    `same`: row -> the `ref` of the row that it is (`PlannedRow.ref`), or NEW. `new_by_default`: rows whose names only look like others
    are new ones, unless `same` says otherwise.
    """

    network_id: int | None
    targets: Cells
    fields: tuple[Cells, ...]
    forms: Mapping[str, str] = field(default_factory=dict)
    cells: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    same: Mapping[str, int] = field(default_factory=dict)
    new_by_default: bool = False


def first_choices(read: ReadFile, network_id: int | None) -> Choices:
    """What the reading suggests."""
    return Choices(network_id, tuple(table.target for table in read.tables), tuple(table.fields for table in read.tables))


def fields_for(table: SourceTable, target: str) -> Cells:
    """Where the columns of a table of the file may go when it is meant for this table of ours ("" for none)."""
    if target == table.target:
        return table.fields
    if target in SAID_IN:
        return suggested(target, Grid(table.name, table.columns, table.rows))
    known = {plain(name): name for name in fields_of(target)}
    return tuple(known.get(plain(column), "") for column in table.columns)


def fields_of(target: str) -> tuple[str, ...]:
    """The fields of one of our tables to which a column can go; none for ""."""
    if not target:
        return ()
    return (*TABLES_AND_NOTES[target].fields, *sorted(IN_ALL), *sorted(IN_SOME.get(target, ())))


def as_json(choices: Choices) -> dict[str, Any]:
    """The choices as plain JSON values."""
    return asdict(choices)


def from_json(told: Mapping[str, Any]) -> Choices:
    """The choices that `as_json` told."""
    return Choices(**{**told, "targets": tuple(told["targets"]), "fields": tuple(map(tuple, told["fields"]))})
