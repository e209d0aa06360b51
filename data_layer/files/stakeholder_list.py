"""Plain lists of stakeholders, in English or German."""

from data_layer.files.source import Grid, ReadFile, SourceTable, picked, table_from
from data_layer.files.suggestion import STEPS, suggested
from data_layer.files.words import plain

# How much a list says of power and interest, where it counts in our four steps.
SEEN = {"power": ("power", "influence", "einfluss", "macht"), "interest": ("interest", "interesse")}


def read_stakeholder_list(grids: list[Grid]) -> ReadFile | None:
    """The sheets that have a column of names; None where none has, or one looks like ties."""
    tables: list[SourceTable] = []
    for grid in grids:
        fields = suggested("stakeholder", grid)
        if "name" not in fields:
            continue
        seen = _positions(grid)
        left_out = tuple(column for column, _field in seen)
        tables.append(table_from(grid, "stakeholder", suggested("stakeholder", grid, left_out=left_out)))
        if seen:
            name = grid.header[fields.index("name")]
            tables.append(picked(grid, grid.name, "position", [(name, "stakeholder"), *seen]))
    return ReadFile("stakeholder_list", tuple(tables)) if tables else None


def _positions(grid: Grid) -> list[tuple[str, str]]:
    """(column, field) of power and interest where each value is one of our steps."""
    found = []
    for place, column in enumerate(grid.header):
        field = next((field for field, words in SEEN.items() if plain(column) in words), None)
        values = {row[place] for row in grid.rows} - {""}
        if field and values and values <= STEPS:
            found.append((column, field))
    return found
