"""Text files: their encoding, the separator of their columns, their rows."""

import codecs
import csv
import re
from collections.abc import Iterator
from io import StringIO

from data_layer.files.guard import unguarded
from data_layer.files.limits import LONGEST_CELL
from data_layer.files.source import Grid, Remark, grid_from
from data_layer.problem import Problem

SEPARATORS = ",;\t|"
MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
UNSEEN = re.compile(r"[\x00-\x08\x0e-\x1f]")
# What UTF-8 looks like that was read as Western European and written again.
TWICE_ENCODED = re.compile("[\u00c2\u00c3][\u0080-\u00bf\u0152-\u0178\u2018-\u2122]")
SAMPLE_LINES = 20


def decoded(data: bytes) -> str:
    """The text of a file: by its mark, as UTF-8, else as CP1252, which Excel writes in Western Europe.

    Raises Problem("file_not_text") where it is none.
    """
    encoding = next((name for mark, name in MARKS if data.startswith(mark)), None)
    for name in (encoding,) if encoding else ("utf-8", "cp1252"):
        try:
            text = data.decode(name)
        except UnicodeDecodeError:
            continue
        if not UNSEEN.search(text):
            return text
    raise Problem("file_not_text")


def encoding_remarks(text: str) -> tuple[Remark, ...]:
    """A remark where letters were spoilt before the file came to us."""
    found = TWICE_ENCODED.search(text)
    return (Remark("file_twice_encoded", {"value": text[max(0, found.start() - 10) : found.end() + 10].strip()}),) if found else ()


def csv_grid(text: str, name: str) -> Grid | None:
    """The rows of a CSV file; None where there are no two columns or no header."""
    separator = _separator(text)
    return grid_from(name, _records(text, separator), strict=separator is not None)


def _records(text: str, separator: str | None) -> Iterator[tuple[int, list[str]]]:
    csv.field_size_limit(LONGEST_CELL * 4)
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator or ",")
    line = 1
    try:
        for cells in reader:
            yield line, [unguarded(cell) for cell in cells]
            line = reader.line_num + 1
    except csv.Error:
        raise Problem("file_cell", line=line, most=LONGEST_CELL) from None


def _separator(text: str) -> str | None:
    """The sign that splits the first lines into the most columns of equal number; None where none does."""
    best, most = None, (0, 0)
    for separator in SEPARATORS:
        widths = [len(cells) for cells in _some(text, separator)]
        if not widths or widths[0] < 2:
            continue
        score = sum(width == widths[0] for width in widths), widths[0]
        if score > most:
            best, most = separator, score
    return best


def _some(text: str, separator: str) -> Iterator[list[str]]:
    records = csv.reader(StringIO("\n".join(text.lstrip("\r\n").splitlines()[:SAMPLE_LINES])), delimiter=separator)
    try:
        yield from (cells for cells in records if cells)
    except csv.Error:
        return
