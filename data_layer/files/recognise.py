"""Which kind of file it is, told from what is in it; its name is only its name."""

import json
from collections.abc import Callable
from typing import Any

from data_layer.files.bundle import workbook_in
from data_layer.files.gephi import read_gephi
from data_layer.files.gexf import read_gexf
from data_layer.files.grants import read_grants_json, read_grants_sheet
from data_layer.files.graphml import read_graphml
from data_layer.files.interreg import read_interreg
from data_layer.files.kumu import read_kumu_json, read_kumu_workbook
from data_layer.files.limits import MOST_BYTES
from data_layer.files.markup import xml_root
from data_layer.files.own import Fields, read_own
from data_layer.files.packed import COMPOUND, WORKBOOK, check_packed, unpacked
from data_layer.files.source import Grid, ReadFile, Remark, joined, table_from
from data_layer.files.stakeholder_list import read_stakeholder_list
from data_layer.files.text import csv_grid, decoded, encoding_remarks
from data_layer.files.workbook import workbook_grids
from data_layer.problem import Problem

SHEETS: tuple[Callable[[list[Grid]], ReadFile | None], ...] = (
    read_kumu_workbook,
    read_grants_sheet,
    read_interreg,
    read_gephi,
    read_stakeholder_list,
)


def recognise(data: bytes, name: str, fields: Fields) -> ReadFile:
    """Read a file of any kind that we know; `fields`: our tables and the names of their fields. Raises Problem for all others."""
    if not data.strip(b"\x00 \t\r\n"):
        raise Problem("file_empty")
    if len(data) > MOST_BYTES:
        raise Problem("file_large", most=MOST_BYTES // 1024 // 1024)
    if data.startswith(COMPOUND):
        raise Problem("file_encrypted")
    if data.startswith(b"PK"):
        return _packed(data, fields)
    text = decoded(data)
    start = text.lstrip("\ufeff \t\r\n")[:1]
    if start == "<":
        return _markup(data.lstrip())
    if start in ("{", "["):
        return _json(text)
    grid = csv_grid(text, name)
    return _sheets([grid] if grid else [], fields, encoding_remarks(text))


def _packed(data: bytes, fields: Fields) -> ReadFile:
    data = workbook_in(data) or data
    if WORKBOOK in check_packed(data):
        grids, remarks = workbook_grids(data)
        return _sheets(grids, fields, tuple(remarks))
    return joined([recognise(content, name, fields) for name, content in unpacked(data)])


def _sheets(grids: list[Grid], fields: Fields, remarks: tuple[Remark, ...]) -> ReadFile:
    filled = [grid for grid in grids if grid.rows]
    if not filled or read_grants_sheet(grids) == ReadFile("grants_sheet", ()):
        raise Problem("file_no_rows")
    read = read_own(filled, fields)
    for reader in SHEETS:
        read = read or reader(filled)
    if read is None and all(len(grid.header) == 1 for grid in filled):
        raise Problem("file_no_columns")
    if read is None:
        read = ReadFile("plain_table", tuple(table_from(grid, "", [""] * len(grid.header)) for grid in filled))
    return ReadFile(read.format, read.tables, read.remarks + remarks)


def _markup(data: bytes) -> ReadFile:
    root = xml_root(data)
    if root.name == "gexf":
        return _filled(read_gexf(root))
    if root.name == "graphml":
        return _filled(read_graphml(root))
    raise Problem("file_unknown_xml", value=root.name[:50])


def _json(text: str) -> ReadFile:
    try:
        told = json.loads(text.lstrip("\ufeff"), parse_int=str, parse_float=str, parse_constant=_refuse)
        # Half a letter can be written in JSON, and nothing can be kept with it.
        json.dumps(told, ensure_ascii=False).encode()
    except ValueError:
        raise Problem("file_json") from None
    except RecursionError:
        raise Problem("file_heavy") from None
    read = read_kumu_json(told) or read_grants_json(told)
    if read is None:
        raise Problem("file_unknown_json")
    return _filled(read)


def _filled(read: ReadFile) -> ReadFile:
    if not any(table.rows for table in read.tables):
        raise Problem("file_no_rows")
    return read


def _refuse(name: str) -> Any:
    raise Problem("file_number", line=1, value=name)
