"""Our own exports: columns with the names of our fields."""

import re
from collections.abc import Iterable, Mapping

from data_layer.files.source import Grid, ReadFile, Remark, SourceTable, table_from

# What an export has besides the fields of its table: in each of them, and in some.
IN_ALL = frozenset({"id", "network"})
IN_SOME = {"stakeholder": frozenset({"x", "y"}), "note": frozenset({"row"})}
EXTRAS = IN_ALL.union(*IN_SOME.values())
# How graph formats and 360Giving name our rows: this and the id.
OWN_NUMBER = "len-"
OWN_NUMBERS = re.compile(rf"{OWN_NUMBER}\d+", re.ASCII)
# A sheet of an export that is for reading only.
NOT_READ = "history"
# Which networks there are is not for files to say.
RARELY_MEANT = "network"
Fields = Mapping[str, Iterable[str]]


def read_own(grids: list[Grid], fields: Fields) -> ReadFile | None:
    """Every grid as the table whose fields its columns are; None where one has a column that is no field of ours.

    `fields`: table -> names of its fields. A sheet named after a table is that table; a lone one is that whose fields it has all, else the
    first that has its columns.
    """
    left_out = [grid for grid in grids if grid.name == NOT_READ and len(grids) > 1]
    tables = [_table(grid, fields) for grid in grids if grid not in left_out]
    if not tables or None in tables:
        return None
    remarks = tuple(Remark("file_sheet_ignored", {"name": grid.name}) for grid in left_out)
    return ReadFile("own", tuple(filter(None, tables)), remarks)


def number_field(grid: Grid, column: str) -> str:
    """Where the numbers go that a graph format has for its nodes: those of a file of ours are ours."""
    place = grid.header.index(column)
    return "id" if all(OWN_NUMBERS.fullmatch(row[place]) for row in grid.rows) else "external_ids"


def _table(grid: Grid, fields: Fields) -> SourceTable | None:
    header = set(grid.header)
    fitting = [name for name, known in fields.items() if header <= set(known) | EXTRAS]
    named = [name for name in fitting if name == grid.name]
    told = header - EXTRAS
    if not (named or fitting) or not told or ("id" not in header and "network" not in header and not named):
        return None
    whole = [name for name in fitting if set(fields[name]) == told]
    best = (named or whole or sorted(fitting, key=lambda name: name == RARELY_MEANT))[0]
    return table_from(grid, best, grid.header)
