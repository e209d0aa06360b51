"""The rows of one table as people see its fields, so that they can be read in again."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.editing.tables import Field, FieldKind, Table
from data_layer.editing.values import Value, value_of
from data_layer.exports.filtering import criteria
from data_layer.exports.link_key import LinkKeys
from data_layer.exports.rights import is_left_out, shown_count
from data_layer.exports.sheet import Cell, Sheet
from data_layer.models.columns import home_name
from data_layer.scope import Scope

# Where a stakeholder stands in the picture is no field, but nobody wants to place all of them again.
PLACE = ("x", "y")


def table_sheet(session: Session, table: Table, scope: Scope, keys: LinkKeys, *, masked: bool) -> Sheet:
    """The live rows by id: `id`, `network`, then the fields of the table. One statement, and one for each table that it points to."""
    fields = [field for field in table.fields.values() if not is_left_out(table.name, field.name, masked=masked)]
    place = PLACE if table.name == "stakeholder" else ()
    written = [_writer(table, field, keys, masked=masked) for field in fields]
    read = session.execute(all_columns(table.model).where(*criteria(scope, table.model)).order_by(table.model.id)).all()
    owner = home_name(table.model)
    rows = [
        (
            row.id,
            keys.title("network", getattr(row, owner) or 0),
            *(write(row) for write in written),
            *(getattr(row, name) for name in place),
        )
        for row in read
    ]
    return Sheet(table.name, ("id", "network", *(field.name for field in fields), *place), rows)


def all_columns(model: type[Any]) -> sa.Select[Any]:
    """The rows of a model as plain values, which are read much faster than objects."""
    return sa.select(*(getattr(model, column.key) for column in sa.inspect(model).column_attrs))


def _writer(table: Table, field: Field, keys: LinkKeys, *, masked: bool) -> Callable[[Any], Cell]:
    def write(row: Any) -> Cell:
        value = value_of(field, *(getattr(row, column) for column in field.columns))
        if field.kind is FieldKind.LINK:
            return keys.key(field.target, value if isinstance(value, int) else None)
        return shown_count(table.name, field.name, cell_of(field, value), masked=masked)

    return write


def cell_of(field: Field, value: Value) -> Cell:
    """The value of a field as a cell: several codes with | between them, amounts as numbers."""
    if isinstance(value, list):
        return "|".join(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return Decimal(str(value)) if field.kind is FieldKind.MONEY and value is not None else value
