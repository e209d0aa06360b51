"""What a note is about: a row, by its number where that can be believed, else by what it is called; and one of its fields."""

from typing import Any

from data_layer.editing.note_table import noted_column
from data_layer.editing.tables import TABLES
from data_layer.files.words import plain
from data_layer.imports.context import Context
from data_layer.imports.known import AMBIGUOUS, Known
from data_layer.imports.row import Draft
from data_layer.imports.same_fact import Columns
from data_layer.models import FundingSource, Note
from data_layer.problem import Problem


def note_columns(context: Context, draft: Draft) -> dict[str, Any]:
    """The columns of a note. Raises Problem for a table, field or row that there is not, and for a row that is itself refused."""
    told = {name: cells for name, cells in draft.cells.items() if name != "about"}
    columns = draft.reader.columns(told, context.resolve)
    for field in ("table", "field"):
        if not draft.text(field):
            raise Problem("required", field)
    table = TABLES.get(draft.text("table"))
    if table is None:
        raise Problem("unknown_code", "table", value=draft.text("table"), allowed=", ".join(TABLES))
    column = noted_column(table, draft.text("field"))
    if column is None:
        raise Problem("unknown_code", "field", value=draft.text("field"), allowed=", ".join(table.fields))
    return {**columns, "field": column, "row_id": _row(context, draft, context.known[table.name])}


def _row(context: Context, draft: Draft, known: Known) -> int:
    number, about = draft.text("row"), draft.text("about")
    if number in known.by_number:
        return known.by_number[number]
    if plain(number) in known.refused:
        raise Problem("import_of_refused", "about", value=about or number)
    there = _believed(context, draft, known)
    if there is not None:
        return there
    if not about:
        raise Problem("required", "about")
    called = known.by_whole_title.get(about)
    if called == AMBIGUOUS:
        raise Problem("import_several_rows", "about", value=about)
    if called is None:
        raise Problem("import_of_refused" if plain(about) in known.refused else "unknown_name", "about", value=about)
    return called


def _believed(context: Context, draft: Draft, known: Known) -> int | None:
    """The row that is there under our own number, where the note comes from this LEN; of the catalogue, if it is called the same."""
    row_id = known.row_of(draft.text("row"))
    if row_id is None or not context.own or draft.text("network", context.network.name) != context.network.name:
        return None
    alike = known.table.model is not FundingSource or plain(draft.text("about")) == plain(known.titles[row_id])
    return row_id if alike else None


def check_owner(context: Context, columns: Columns, row: Note | None) -> None:
    """Problem where the note is on a funding source that another LEN entered, or is itself another's: both stay as they are.

    `row`: the note that is there, None for a new one.
    """
    if columns["table_name"] != FundingSource.__tablename__:
        return
    known, here = context.known[FundingSource.__tablename__], context.network.id
    source = known.rows.get(columns["row_id"])
    if (source is not None and source.entered_by_id != here) or (row is not None and row.network_id != here):
        raise Problem("import_source_of_others", "about", value=known.titles[columns["row_id"]])
