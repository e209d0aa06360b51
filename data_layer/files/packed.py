"""Looks into a packed file before anything opens it: how many entries, how large unpacked, and nothing hidden in them."""

import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise
from struct import Struct, error

from data_layer.files.limits import MOST_ENTRIES, MOST_RATIO, MOST_UNPACKED, RATIO_FROM
from data_layer.problem import Problem

PACKED = b"PK\x03\x04"
# A file that Excel has encrypted, and the old .xls, begin alike.
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
WORKBOOK = "xl/workbook.xml"
CSV = ".csv"
MACROS = ("vbaproject.bin", "macrosheets/")
LOCAL_HEADER = Struct("<4s5H3L2H")
PORTION = 1024 * 1024


def check_packed(data: bytes) -> list[str]:
    """The names of what is in a packed file, an XLSX workbook or CSV files; Problem where it is something else, or made to do harm."""
    entries = _entries(data)
    if len(entries) > MOST_ENTRIES:
        raise Problem("file_bomb")
    names = [entry.filename.lower() for entry in entries]
    if any(entry.flag_bits & 1 for entry in entries):
        raise Problem("file_encrypted")
    if any(macro in name for macro in MACROS for name in names):
        raise Problem("file_macros")
    if WORKBOOK not in names and not all(name.endswith(CSV) for name in names):
        raise Problem("file_not_workbook")
    if any(name.startswith(("/", "\\")) or ".." in name or ":" in name for name in names) or len(set(names)) < len(names):
        raise Problem("file_bomb")
    _check_places(entries, len(data))
    left = MOST_UNPACKED
    for entry in entries:
        left -= _unpacked_size(data, entry, left)
    return names


def unpacked(data: bytes) -> list[tuple[str, bytes]]:
    """(name, content) of each entry of a packed file that `check_packed` has looked at."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return [(entry.filename, archive.read(entry)) for entry in archive.infolist()]


def _entries(data: bytes) -> list[zipfile.ZipInfo]:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        raise Problem("file_broken") from None


def _check_places(entries: list[zipfile.ZipInfo], end: int) -> None:
    """Entries that share bytes would be counted once and unpacked many times."""
    spans = sorted((entry.header_offset, entry.header_offset + LOCAL_HEADER.size + entry.compress_size) for entry in entries)
    if any(stop > start for (_, stop), (start, _) in pairwise(spans)):
        raise Problem("file_bomb")
    if spans[-1][1] > end or spans[0][0] < 0:
        raise Problem("file_broken")


def _unpacked_size(data: bytes, entry: zipfile.ZipInfo, most: int) -> int:
    """The size that an entry really has, counted; the one that its header tells must be the same."""
    size, start = 0, b""
    for portion in _portions(data, entry):
        start = start or portion[: len(PACKED)]
        size += len(portion)
        if size > most or (size > RATIO_FROM and size > MOST_RATIO * entry.compress_size):
            raise Problem("file_bomb")
    if start == PACKED:
        raise Problem("file_bomb")
    if size != entry.file_size:
        raise Problem("file_broken")
    return size


def _portions(data: bytes, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    try:
        *_rest, name, extra = LOCAL_HEADER.unpack_from(data, entry.header_offset)
        first = entry.header_offset + LOCAL_HEADER.size + name + extra
        packed = data[first : first + entry.compress_size]
        if entry.compress_type == zipfile.ZIP_STORED:
            yield packed
            return
        if entry.compress_type != zipfile.ZIP_DEFLATED:
            raise Problem("file_broken")
        inflater = zlib.decompressobj(-zlib.MAX_WBITS)
        while packed and not inflater.eof:
            yield inflater.decompress(packed, PORTION)
            packed = inflater.unconsumed_tail
        yield inflater.flush(PORTION)
    except (zlib.error, error):
        raise Problem("file_broken") from None
