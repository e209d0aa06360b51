"""XLSX workbooks as grids of text, one or more for each sheet."""

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook, PasswordError

from data_layer.files.guard import unguarded
from data_layer.files.limits import MOST_COLUMNS, MOST_ROWS
from data_layer.files.source import Grid, Remark, grid_from
from data_layer.problem import Problem

# Kumu leaves such sheets out, and so do we.
IGNORED = "(ignore)"
# Two empty rows begin another table on the same sheet.
GAP = 2
# A text like this can mean thousands or thousandths; a real number of a workbook must not look like it.
TWO_WAYS = re.compile(r"-?\d{1,3}\.\d{3}", re.ASCII)


def workbook_grids(data: bytes) -> tuple[list[Grid], list[Remark]]:
    """The grids of all sheets that hold more than a header's worth of nothing, and remarks on what was left out.

    The file was looked at by `check_packed` before. Raises Problem where it is broken, encrypted or too large.
    """
    try:
        with CalamineWorkbook.from_filelike(BytesIO(data)) as workbook:
            names = [name for name in workbook.sheet_names if IGNORED not in name.lower()]
            grids = [grid for name in names for grid in _grids(workbook, name)]
            ignored = [Remark("file_sheet_ignored", {"name": name}) for name in workbook.sheet_names if name not in names]
    except PasswordError:
        raise Problem("file_encrypted") from None
    except (CalamineError, ValueError, KeyError, OverflowError):
        raise Problem("file_broken") from None
    return grids, ignored


def _grids(workbook: CalamineWorkbook, name: str) -> Iterator[Grid]:
    sheet = workbook.get_sheet_by_name(name)
    if sheet.end is None:
        return
    height, width = sheet.end[0] + 1, sheet.end[1] + 1
    if height > MOST_ROWS * 2:
        raise Problem("file_rows", most=MOST_ROWS, name=name)
    if width > MOST_COLUMNS * 2:
        raise Problem("file_columns", most=MOST_COLUMNS, columns=width)
    rows = sheet.to_python(skip_empty_area=False)
    for first, section in _sections(rows):
        grid = grid_from(name, ((first + place, [cell_text(cell) for cell in cells]) for place, cells in enumerate(section)))
        if grid is not None:
            yield grid


def _sections(rows: list[list[Any]]) -> Iterator[tuple[int, list[list[Any]]]]:
    """(line, rows) of each table on a sheet: tables stand apart by empty rows, and what follows has a header only if it looks like one."""
    start, empty = 0, 0
    for place, cells in enumerate(rows):
        if any(cell != "" for cell in cells):
            if empty >= GAP and start < place - empty and _is_header(cells):
                yield start + 1, rows[start : place - empty]
                start = place
            empty = 0
        else:
            empty += 1
    yield start + 1, rows[start:]


def _is_header(cells: list[Any]) -> bool:
    told = [cell for cell in cells if cell != ""]
    return len(told) > 1 and all(isinstance(cell, str) for cell in told) and len(set(told)) == len(told)


def cell_text(cell: Any) -> str:
    """A cell as text that is read in one way only: dates as 2016-07-19, numbers with a point."""
    if isinstance(cell, str):
        return unguarded(cell)
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float):
        return _number_text(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(sep=" ", timespec="minutes")
    if isinstance(cell, date | time):
        return cell.isoformat()
    return str(cell) if not isinstance(cell, timedelta) else str(cell.total_seconds() / 3600)


def _number_text(number: float) -> str:
    if number.is_integer() and abs(number) < 2**53:
        return str(int(number))
    text = repr(number)
    return text + "0" if TWO_WAYS.fullmatch(text) else text
