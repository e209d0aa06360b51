"""Gephi's node and edge tables."""

from data_layer.files.own import number_field
from data_layer.files.source import Grid, ReadFile, SourceTable, table_from
from data_layer.files.suggestion import suggested
from data_layer.files.words import plain

DIRECTIONS = frozenset({"directed", "undirected", "mixed", "mutual"})


def read_gephi(grids: list[Grid]) -> ReadFile | None:
    """Tables with `Source` and `Target`, or with `Id` and `Label`; None where a sheet is neither."""
    tables = [_edges(grid) or _nodes(grid) for grid in grids]
    if not tables or not all(tables):
        return None
    kinds = {table.target for table in tables if table}
    return ReadFile("gephi_edges" if kinds == {"tie"} else "gephi_nodes", tuple(table for table in tables if table))


def _edges(grid: Grid) -> SourceTable | None:
    names = {plain(column): column for column in reversed(grid.header)}
    if not {"source", "target"} <= names.keys():
        return None
    known = {names["source"]: "from", names["target"]: "to", names.get("id", ""): ""}
    kind = names.get("type")
    if kind is not None and _words(grid, kind) <= DIRECTIONS:
        known[kind] = "directed"
    return table_from(grid, "tie", suggested("tie", grid, known=known))


def _nodes(grid: Grid) -> SourceTable | None:
    names = {plain(column): column for column in reversed(grid.header)}
    if plain(grid.header[0]) != "id" or "label" not in names:
        return None
    return table_from(
        grid, "stakeholder", suggested("stakeholder", grid, known={names["id"]: number_field(grid, names["id"]), names["label"]: "name"})
    )


def _words(grid: Grid, column: str) -> set[str]:
    place = grid.header.index(column)
    return {row[place].casefold() for row in grid.rows} - {""}
