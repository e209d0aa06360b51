"""What a file holds once it is read: tables of text, and where their columns may go."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from data_layer.files.limits import LONGEST_CELL, MOST_CHARACTERS, MOST_COLUMNS, MOST_ROWS
from data_layer.problem import Problem

Cells = tuple[str, ...]
# Their tables come in files of their own.
GEPHI = frozenset({"gephi_nodes", "gephi_edges"})
# So many lone cells may stand above the columns; a list of one column has more.
MOST_TITLES = 5


@dataclass(frozen=True, slots=True)
class Grid:
    """A sheet or CSV as it stands: a header, rows of as many cells, the line of each row in the file, what is wrong with its shape."""

    name: str
    header: Cells
    rows: tuple[Cells, ...] = ()
    lines: tuple[int, ...] = ()
    faults: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceTable:
    """Rows for one of our tables. `target`: its name ("" where a person must say); `fields`: our field for each column, "" for none.

    `faults`: for each row the code of the Problem that its shape has, or "".
    """

    name: str
    target: str
    columns: Cells
    rows: tuple[Cells, ...]
    lines: tuple[int, ...]
    fields: Cells
    faults: Cells = ()


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to know about the reading: a code with values, said by `dashboard/messages.py`."""

    code: str
    values: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file that was read. `format` says which kind it was recognised as."""

    format: str
    tables: tuple[SourceTable, ...]
    remarks: tuple[Remark, ...] = ()


def grid_from(name: str, records: Iterable[tuple[int, Sequence[str]]], *, strict: bool = False) -> Grid | None:
    """The grid in (line, cells) pairs: the first that is not empty nor a title is the header; None where nothing stands.

    Empty rows are left out. With `strict`, a row of another length than the header is kept with the fault "cell_count"; otherwise it is
    filled up. Raises Problem where it is too large.
    """
    header: Cells = ()
    rows: list[Cells] = []
    lines: list[int] = []
    faults: list[str] = []
    characters = 0
    for line, cells in _below_titles(records):
        if not header:
            header = _header(cells)
            continue
        characters += sum(map(len, cells))
        if len(rows) >= MOST_ROWS:
            raise Problem("file_rows", most=MOST_ROWS, name=name)
        if characters > MOST_CHARACTERS:
            raise Problem("file_text", most=MOST_CHARACTERS // 1_000_000)
        beyond = any(cell.strip() for cell in cells[len(header) :])
        faults.append("cell_count" if beyond or (strict and len(cells) < len(header)) else "")
        rows.append(_fitted(cells, len(header), line))
        lines.append(line)
    return Grid(name, header, tuple(rows), tuple(lines), tuple(faults)) if header else None


def _below_titles(records: Iterable[tuple[int, Sequence[str]]]) -> Iterator[tuple[int, Sequence[str]]]:
    """The rows that hold something, without lone cells above the first row of several: a title stands there, or who made the list."""
    waiting: list[tuple[int, Sequence[str]]] = []
    above = True
    for line, cells in records:
        filled = sum(bool(cell.strip()) for cell in cells)
        if not filled:
            continue
        if above and filled == 1 and len(waiting) < MOST_TITLES:
            waiting.append((line, cells))
            continue
        if above and filled == 1:
            yield from waiting
        above, waiting = False, []
        yield line, cells
    yield from waiting


def _header(cells: Sequence[str]) -> Cells:
    named = [" ".join(cell.lstrip("\ufeff").split()) for cell in cells]
    while named and not named[-1]:
        named.pop()
    if len(named) > MOST_COLUMNS:
        raise Problem("file_columns", most=MOST_COLUMNS, columns=len(named))
    return unlike([name or f"({place})" for place, name in enumerate(named, 1)])


def unlike(names: Iterable[str]) -> Cells:
    """The names, with a number after each that stood before."""
    seen: dict[str, int] = {}
    told = []
    for name in names:
        seen[name] = seen.get(name, 0) + 1
        told.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return tuple(told)


def _fitted(cells: Sequence[str], width: int, line: int) -> Cells:
    if any(len(cell) > LONGEST_CELL for cell in cells):
        raise Problem("file_cell", line=line, most=LONGEST_CELL)
    kept = tuple(cell.strip() for cell in cells[:width])
    return kept + ("",) * (width - len(kept))


def table_from(grid: Grid, target: str, fields: Sequence[str]) -> SourceTable:
    """The whole grid as rows for one table."""
    return SourceTable(grid.name, target, grid.header, grid.rows, grid.lines, tuple(fields), grid.faults)


def picked(grid: Grid, name: str, target: str, chosen: Sequence[tuple[str, str]], *, distinct: int = 0) -> SourceTable:
    """Some columns of a grid as rows for one table: (column, field) pairs. A column written "=text" holds that text in every row.

    Rows without anything in their first column are left out; with `distinct`, those too whose first columns, so many, stood before.
    """
    places = [None if column.startswith("=") else grid.header.index(column) for column, _field in chosen]
    rows, lines, faults, seen = [], [], [], set()
    for cells, line, fault in zip(grid.rows, grid.lines, grid.faults, strict=True):
        row = tuple(column[1:] if place is None else cells[place] for place, (column, _field) in zip(places, chosen, strict=True))
        key = row[:distinct]
        if not row[0] or (distinct and key in seen):
            continue
        seen.add(key)
        rows.append(row)
        lines.append(line)
        faults.append(fault)
    columns = unlike(f"({column[1:]})" if column.startswith("=") else column for column, _field in chosen)
    return SourceTable(name, target, columns, tuple(rows), tuple(lines), tuple(field for _column, field in chosen), tuple(faults))


def with_column(grid: Grid, column: str, texts: Iterable[str]) -> Grid:
    """The grid with one more column."""
    rows = tuple((*row, text) for row, text in zip(grid.rows, texts, strict=True))
    return replace(grid, header=unlike((*grid.header, column)), rows=rows)


def as_json(read: ReadFile) -> dict[str, Any]:
    """The reading as plain JSON values."""
    return {
        "format": read.format,
        "tables": [[table.name, table.target, table.columns, table.rows, table.lines, table.fields, table.faults] for table in read.tables],
        "remarks": [[remark.code, remark.values] for remark in read.remarks],
    }


def from_json(told: dict[str, Any]) -> ReadFile:
    """The reading that `as_json` told."""
    tables = tuple(
        SourceTable(name, target, tuple(columns), tuple(map(tuple, rows)), tuple(lines), tuple(fields), tuple(faults))
        for name, target, columns, rows, lines, fields, faults in told["tables"]
    )
    return ReadFile(told["format"], tables, tuple(Remark(code, values) for code, values in told["remarks"]))


def joined(reads: Sequence[ReadFile]) -> ReadFile:
    """Several files of one import as one: nodes and edges often come apart. Problem("files_differ") for files of different kinds."""
    first = reads[0]
    kinds = {"gephi" if read.format in GEPHI else read.format for read in reads}
    if len(kinds) > 1:
        raise Problem("files_differ")
    tables = tuple(table for read in reads for table in read.tables)
    return replace(first, tables=tables, remarks=tuple(remark for read in reads for remark in read.remarks))
