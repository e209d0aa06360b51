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
from data_layer.exports.rights import counts_of_persons, is_left_out, shown_count
from data_layer.exports.sheet import Cell, Sheet
from data_layer.models.columns import home_name
from data_layer.scope import Scope

# Where a stakeholder stands in the picture is no field, but nobody wants to place all of them again.
PLACE = ("x", "y")


def table_sheet(session: Session, table: Table, scope: Scope, keys: LinkKeys, *, masked: bool) -> Sheet:
    """The live rows by id: `id`, `network`, then the fields of the table. One statement, one for each table that it points to,
    and where `masked` one for each field in which the indicator says whether persons are counted.
    """
    fields = [field for field in table.fields.values() if not is_left_out(table.name, field.name, masked=masked)]
    place = PLACE if table.name == "stakeholder" else ()
    written = [_masked(session, table, field, keys) if masked else _writer(field, keys) for field in fields]
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


def _writer(field: Field, keys: LinkKeys) -> Callable[[Any], Cell]:
    def write(row: Any) -> Cell:
        value = value_of(field, *(getattr(row, column) for column in field.columns))
        if field.kind is FieldKind.LINK:
            return keys.key(field.target, value if isinstance(value, int) else None)
        return cell_of(field, value)

    return write


def _masked(session: Session, table: Table, field: Field, keys: LinkKeys) -> Callable[[Any], Cell]:
    """The same without small counts of persons."""
    write, counts = _writer(field, keys), counts_of_persons(session, table.name, field.name)
    return write if counts is None else lambda row: shown_count(write(row)) if counts(row) else write(row)


def cell_of(field: Field, value: Value) -> Cell:
    """The value of a field as a cell: several codes with | between them, amounts as numbers."""
    if isinstance(value, list):
        return "|".join(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return Decimal(str(value)) if field.kind is FieldKind.MONEY and value is not None else value
