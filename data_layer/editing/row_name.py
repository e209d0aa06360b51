"""What a row is called: the fields of its title that are known, with the names of the rows to which they point."""

from collections.abc import Callable, Iterable, Mapping

from data_layer.editing.tables import FieldKind, Table
from data_layer.editing.values import Value, value_of

# The name of a row by its table and its id.
NameOf = Callable[[str, int], str]
Parts = tuple[tuple[str, Value], ...]


def title_values(table: Table, kept: Callable[[str], object]) -> dict[str, Value]:
    """Field -> value for the title of a row; `kept`: what a column of it holds."""
    fields = (table.fields[name] for name in table.title)
    return {field.name: value_of(field, *map(kept, field.columns)) for field in fields}


def name_parts(table: Table, values: Mapping[str, Value], name_of: NameOf) -> Parts:
    """(field, value) for each field of the title that is known; the value of a link is a name."""
    told = ((name, _named(table, name, value, name_of)) for name, value in values.items())
    return tuple((name, value) for name, value in told if value not in (None, ""))


def _named(table: Table, name: str, value: Value, name_of: NameOf) -> Value:
    field = table.fields[name]
    return name_of(field.target, value) if field.kind is FieldKind.LINK and isinstance(value, int) else value


def joined(parts: Iterable[tuple[str, Value]]) -> str:
    """The parts as one text, codes as they are kept."""
    return " / ".join(str(value) for _name, value in parts)
