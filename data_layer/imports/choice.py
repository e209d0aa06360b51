"""What a person chose for a file: the LEN, where tables and columns go, how they are written, what cells should say, who is whom."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from data_layer.files.source import Cells, ReadFile

# As the "same" of a row: a new one, though a name looks like it.
NEW = 0


@dataclass(frozen=True, slots=True)
class Choices:
    """Keys are texts, since they are kept as JSON: "table.column" and "table.row" by their places in the file.

    `targets`, `fields`: our table for each table of the file, and our field for each of its columns, "" for none. `forms`: column ->
    form. `cells`: "table.row.column" -> what the cell should say. `words`: "table.column" -> word -> what it should say in all rows.
    `same`: row -> id of the row that it is (a stakeholder that is there: positive; an earlier row of the file, as -1 - its place in
    all rows of its table; NEW). `new_by_default`: rows whose names only look like others are new ones, unless `same` says otherwise.
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


def as_json(choices: Choices) -> dict[str, Any]:
    """The choices as plain JSON values."""
    return asdict(choices)


def from_json(told: Mapping[str, Any]) -> Choices:
    """The choices that `as_json` told."""
    return Choices(**{**told, "targets": tuple(told["targets"]), "fields": tuple(map(tuple, told["fields"]))})
