"""Our own exports: columns with the names of our fields."""

from collections.abc import Iterable, Mapping

from data_layer.files.source import Grid, ReadFile, SourceTable, table_from

# What an export has besides the fields of its table.
EXTRAS = frozenset({"id", "network", "x", "y"})
Fields = Mapping[str, Iterable[str]]


def read_own(grids: list[Grid], fields: Fields) -> ReadFile | None:
    """Every grid as the table whose fields its columns are; None where one has a column that is no field of ours.

    `fields`: table -> names of its fields. A sheet named after a table is that table; a lone one is that with which it shares most.
    """
    tables = [_table(grid, fields) for grid in grids]
    found = tuple(table for table in tables if table is not None)
    return ReadFile("own", found) if found and len(found) == len(grids) else None


def _table(grid: Grid, fields: Fields) -> SourceTable | None:
    header = set(grid.header)
    fitting = [name for name, known in fields.items() if header <= set(known) | EXTRAS]
    named = [name for name in fitting if name == grid.name]
    told = header - EXTRAS
    if not (named or fitting) or not told or ("id" not in header and "network" not in header and not named):
        return None
    best = (named or sorted(fitting, key=lambda name: len(list(fields[name]))))[0]
    return table_from(grid, best, grid.header)
