"""What a note on a field is about, in words; what is no table or field of ours stands as in the file."""

from collections.abc import Mapping

from components.editing.field_words import field_label
from components.editing.table_words import row_kind


def noted_table(said: Mapping[str, str]) -> str:
    """What the row is to which a note belongs."""
    try:
        return row_kind(said.get("table", ""))
    except KeyError:
        return said.get("table", "")


def noted_field(said: Mapping[str, str]) -> str:
    """What the field is called to which a note belongs."""
    try:
        return field_label(said.get("table", ""), said.get("field", ""))
    except KeyError:
        return said.get("field", "")
