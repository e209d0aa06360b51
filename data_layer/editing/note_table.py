"""The notes on fields as one more table, for files: nobody edits them as rows, but they are carried out and brought in like rows."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from data_layer.editing.tables import DERIVED, TABLES, Field, FieldKind, Table
from data_layer.models import Note

# Not typed as fields, but facts that a note can be about: that two stakeholders are one body is read from such notes.
NOTED = DERIVED | {"stakeholder.body_id"}


@dataclass(frozen=True)
class _NoteTable(Table):
    """`about` is the row that a note is about: a link to a row of the table that `table` names."""

    @cached_property
    def fields(self) -> Mapping[str, Field]:
        said = Table(self.model, ()).fields
        about = Field("about", FieldKind.LINK, ("row_id",), required=True)
        table = Field("table", FieldKind.TEXT, ("table_name",), required=True)
        return {"about": about, "table": table, **{name: said[name] for name in ("field", "kind", "other_value", "text", "source")}}


NOTES: Table = _NoteTable(Note, ("about", "table", "field"))
# In the order in which rows can refer to each other.
TABLES_AND_NOTES: dict[str, Table] = {**TABLES, NOTES.name: NOTES}


def noted_column(table: Table, field: str) -> str | None:
    """The column by which a note names a field; None where there is no such field."""
    if field in table.fields:
        return table.fields[field].columns[0]
    return field if f"{table.name}.{field}" in NOTED else None
