"""Sheets as CSV: UTF-8 with a mark for Excel, commas, lines that end as RFC 4180 says, no text a formula."""

import csv
from io import StringIO

from data_layer.exports.sheet import Cell, Sheet
from data_layer.files.guard import guarded


def csv_bytes(sheet: Sheet) -> bytes:
    """The sheet as a CSV file."""
    told = StringIO(newline="")
    writer = csv.writer(told, lineterminator="\r\n")
    writer.writerow(map(guarded, sheet.header))
    writer.writerows(map(_written, row) for row in sheet.rows)
    return told.getvalue().encode("utf-8-sig", "replace")


def _written(cell: Cell) -> str:
    return guarded(cell) if isinstance(cell, str) else "" if cell is None else str(cell)
