"""Kumu: its workbook, its blueprint and its export of a whole project."""

from collections.abc import Iterable
from typing import Any

from data_layer.files.own import number_field
from data_layer.files.source import Grid, ReadFile, SourceTable, grid_from, table_from
from data_layer.files.suggestion import suggested
from data_layer.files.words import plain
from data_layer.problem import Problem

SEVERAL = "|"


def read_kumu_workbook(grids: list[Grid]) -> ReadFile | None:
    """Elements and connections of a workbook; None where no sheet begins as Kumu asks for."""
    tables = tuple(table for grid in grids if (table := _connections(grid) or _elements(grid)))
    named = {plain(grid.name) for grid in grids}
    told = any(table.target == "tie" for table in tables) or "elements" in named
    return ReadFile("kumu_workbook", tables) if tables and told else None


def read_kumu_json(told: Any) -> ReadFile | None:
    """A blueprint or a whole project; None for other JSON. Raises Problem for connections that lead nowhere."""
    if not isinstance(told, dict) or not isinstance(told.get("elements"), list):
        return None
    whole = "maps" in told or any(isinstance(element, dict) and "attributes" in element for element in told["elements"])
    places = _places(told) if whole else {}
    elements = [_flat(element, places) for element in _live(told["elements"])]
    connections = [_flat(connection, {}) for connection in _live(told.get("connections") or [])]
    _check_ends(elements, connections)
    tables = []
    if nodes := _grid("elements", elements):
        tables.append(_elements(nodes))
    if ties := _grid("connections", connections):
        tables.append(_connections(ties))
    return ReadFile("kumu_project" if whole else "kumu_blueprint", tuple(table for table in tables if table))


def _elements(grid: Grid) -> SourceTable | None:
    names = [plain(column) for column in grid.header[:2]]
    if "label" not in names or names[0] not in ("label", "id"):
        return None
    known = {grid.header[names.index("label")]: "name"}
    if names[0] == "id":
        known[grid.header[0]] = number_field(grid, grid.header[0])
    return table_from(grid, "stakeholder", suggested("stakeholder", grid, known=known))


def _connections(grid: Grid) -> SourceTable | None:
    names = {plain(column): column for column in reversed(grid.header)}
    if not {"from", "to"} <= {plain(column) for column in grid.header[:3]}:
        return None
    known = {names["from"]: "from", names["to"]: "to", names.get("id", ""): ""}
    if "direction" in names:
        known[names["direction"]] = "directed"
    grid = _one_target_each(grid, names["to"])
    return table_from(grid, "tie", suggested("tie", grid, known=known))


def _one_target_each(grid: Grid, column: str) -> Grid:
    """One row for each of several targets in one cell."""
    place = grid.header.index(column)
    rows, lines, faults = [], [], []
    for row, line, fault in zip(grid.rows, grid.lines, grid.faults, strict=True):
        for target in row[place].split(SEVERAL):
            rows.append((*row[:place], target.strip(), *row[place + 1 :]))
            lines.append(line)
            faults.append(fault)
    return Grid(grid.name, grid.header, tuple(rows), tuple(lines), tuple(faults))


def _live(items: list[Any]) -> list[dict[str, Any]]:
    """What is not in Kumu's trash; a project's export holds that too."""
    if not all(isinstance(item, dict) for item in items):
        raise Problem("file_json")
    return [item for item in items if not any(item.get(key) for key in ("trashed", "deleted", "trashed_at", "deleted_at", "archived"))]


def _flat(item: dict[str, Any], places: dict[str, tuple[Any, Any]]) -> dict[str, str]:
    """One element or connection as column -> text, `id` and label first."""
    told = {**item, **item.get("attributes", {})} if isinstance(item.get("attributes", {}), dict) else item
    key = _text(told.get("id") or told.get("_id") or "")
    first = {"id": key, "label": _text(told.get("label", ""))}
    if "from" in told or "to" in told:
        first = {"from": _text(told.get("from", "")), "to": _text(told.get("to", "")), **first}
    rest = {name.removeprefix("element ").removeprefix("connection "): _text(value) for name, value in told.items() if name not in KEPT}
    place = places.get(key)
    return {**first, **rest, **({"x": _text(place[0]), "y": _text(place[1])} if place else {})}


KEPT = {"id", "_id", "label", "from", "to", "attributes", "delayed", "reversed"}


def _text(value: Any) -> str:
    if isinstance(value, list):
        return SEVERAL.join(_text(part) for part in value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None or isinstance(value, dict) else str(value)


def _places(told: dict[str, Any]) -> dict[str, tuple[Any, Any]]:
    """Element id -> (x, y) on the map that opens first."""
    maps = [shown for shown in told.get("maps") or [] if isinstance(shown, dict)]
    maps.sort(key=lambda shown: shown.get("_id") != told.get("defaultMap"))
    found: dict[str, tuple[Any, Any]] = {}
    for shown in maps:
        for item in shown.get("elements") or []:
            place = item.get("position") if isinstance(item, dict) else None
            if isinstance(place, dict) and place.get("x") is not None and place.get("y") is not None:
                found.setdefault(_text(item.get("element") or item.get("_id") or item.get("id")), (place["x"], place["y"]))
    return found


def _check_ends(elements: list[dict[str, str]], connections: list[dict[str, str]]) -> None:
    known = {name for element in elements for name in (element["id"], element["label"])}
    for place, connection in enumerate(connections, 1):
        for end in (connection.get("from", ""), connection.get("to", "")):
            if end not in known:
                raise Problem("file_tie_to_nobody", place=place, value=end)


def _grid(name: str, items: Iterable[dict[str, str]]) -> Grid | None:
    items = list(items)
    columns = list(dict.fromkeys(column for item in items for column, text in item.items() if text))
    records = [(0, columns), *((place, [item.get(column, "") for column in columns]) for place, item in enumerate(items, 1))]
    return grid_from(name, records)
