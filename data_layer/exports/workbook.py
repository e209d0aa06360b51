"""Sheets as an XLSX workbook: texts are marked as texts, so that nothing in them is ever a formula or a link."""

import re
from collections.abc import Iterable
from decimal import Decimal
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

import xlsxwriter

from data_layer.exports.sheet import Cell, Sheet
from data_layer.files.guard import guarded_cell

PLAIN = {"strings_to_numbers": False, "strings_to_formulas": False, "strings_to_urls": False, "constant_memory": True}
NARROWEST, WIDEST = 8, 60
# So many rows tell how wide a column is.
LOOKED_AT = 200
LONGEST_NAME = 31
# What a workbook takes for a control character: "_x000D_".
MARK = re.compile("_(?=x[0-9a-fA-F]{4}_)")


def workbook_bytes(sheets: Iterable[Sheet]) -> bytes:
    """The sheets as a workbook, headings frozen."""
    told = BytesIO()
    with xlsxwriter.Workbook(told, PLAIN) as workbook:
        bold = workbook.add_format({"bold": True})
        for sheet in sheets:
            page = workbook.add_worksheet(sheet.name[:LONGEST_NAME])
            page.freeze_panes(1, 0)
            for place, name in enumerate(sheet.header):
                page.set_column(place, place, _width(sheet, place))
                page.write_string(0, place, name, bold)
            for line, row in enumerate(sheet.rows, 1):
                for place, cell in enumerate(row):
                    write_cell(page, line, place, cell)
    return told.getvalue()


def write_cell(page: xlsxwriter.worksheet.Worksheet, line: int, place: int, cell: Cell, look: Any = None) -> None:
    """One cell: a text is never a formula or a link, a number only where it keeps all its digits; `look` is a format of the workbook."""
    if cell is None or cell == "":
        return
    if isinstance(cell, str):
        page.write_string(line, place, _kept(guarded_cell(cell)), look)
    elif _is_exact(cell):
        page.write_number(line, place, float(cell), look)
    else:
        page.write_string(line, place, str(cell), look)


def _kept(text: str) -> str:
    """The text as the writer keeps it: it takes one like "<r>...</r>" for markup, and escapes only the first of two marks that touch."""
    if not (MARK.search(text) or (text.startswith("<r>") and text.endswith("</r>"))):
        return text
    return f'<r><t xml:space="preserve">{MARK.sub("&#95;x005F&#95;", escape(text))}</t></r>'


def _is_exact(number: Cell) -> bool:
    """Whether a number survives the fifteen to sixteen digits that a workbook keeps."""
    if isinstance(number, Decimal):
        return f"{float(number):.2f}" == str(number)
    return isinstance(number, int | float) and float(f"{number:.16G}") == number


def _width(sheet: Sheet, place: int) -> int:
    longest = max((len(str(row[place])) for row in sheet.rows[:LOOKED_AT] if row[place] is not None), default=0)
    return min(WIDEST, max(NARROWEST, longest, len(sheet.header[place])) + 1)
