"""The notes on fields: which row, which field, what is special about it."""

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.editing.tables import TABLES
from data_layer.exports.link_key import LinkKeys
from data_layer.exports.rights import is_about_counts
from data_layer.exports.sheet import Cell, Sheet
from data_layer.models import Note
from data_layer.scope import Scope

NAME = "note"
HEADER = ("id", "network", "table", "row", "about", "field", "kind", "other_value", "text", "source")


def note_sheet(session: Session, scope: Scope, keys: LinkKeys, *, masked: bool) -> Sheet:
    """The live notes by id; `row` is the id of the row, `about` what it is called. Where `masked`, none on counts of persons."""
    rows = session.scalars(sa.select(Note).where(scope.networks(Note)).order_by(Note.id))
    return Sheet(NAME, HEADER, [_cells(row, keys) for row in rows if not (masked and is_about_counts(row.table_name, row.field))])


def _cells(row: Note, keys: LinkKeys) -> tuple[Cell, ...]:
    table = TABLES.get(row.table_name)
    about = keys.title(row.table_name, row.row_id) if table else None
    field = table.field_of(row.field) if table else row.field
    told = (row.id, keys.title("network", row.network_id), row.table_name, row.row_id, about, field)
    return (*told, row.kind, row.other_value, row.text, row.source)
