"""Files made to do harm, and files that only look like others: name -> what makes the bytes."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from random import Random

TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
    '<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>'
)
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
BOOK = f'<workbook xmlns="{MAIN}" xmlns:r="{LINKS}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>'


def parts(sheet: str, **others: str) -> dict[str, str]:
    """The entries of a workbook with one sheet."""
    return {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" Type="{LINKS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": BOOK,
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" Type="{LINKS}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="rId2" Type="{LINKS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{MAIN}"><sheetData>{sheet}</sheetData></worksheet>',
        **others,
    }


def packed(entries: dict[str, str]) -> bytes:
    """A ZIP archive of these entries."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in entries.items():
            archive.writestr(name, text)
    return buffer.getvalue()


def cell(place: str, text: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


LIST = f'<row r="1">{cell("A1", "Name")}{cell("B1", "Place")}</row><row r="2">{cell("A2", "Sewing group")}{cell("B2", "Luleå")}</row>'


def workbook(**others: str) -> bytes:
    """A small good workbook."""
    return packed(parts(LIST, **others))


def lying(data: bytes, name: bytes, told: int) -> bytes:
    """The archive with another unpacked size told for one entry, in both places."""
    changed = bytearray(data)
    for mark, offset, at in ((b"PK\x03\x04", 22, 30), (b"PK\x01\x02", 24, 46)):
        place = changed.find(mark)
        while place >= 0:
            if changed[place + at : place + at + len(name)] == name:
                changed[place + offset : place + offset + 4] = struct.pack("<L", told)
            place = changed.find(mark, place + 4)
    return bytes(changed)


def flagged(data: bytes) -> bytes:
    """The archive with all entries marked as encrypted."""
    changed = bytearray(data)
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = changed.find(mark)
        while place >= 0:
            changed[place + offset] |= 1
            place = changed.find(mark, place + 4)
    return bytes(changed)


def overlapping() -> bytes:
    """An archive of which many entries share the same packed bytes."""
    body = zlib.compress(b"a" * 1_000_000)[2:-4]
    crc = zlib.crc32(b"a" * 1_000_000)
    name = b"xl/workbook.xml"
    local = struct.pack("<4s5H3L2H", b"PK\x03\x04", 20, 0, 8, 0, 0, crc, len(body), 1_000_000, len(name), 0) + name + body
    central = b""
    for place in range(60):
        entry = name if not place else b"xl/part%02d.xml" % place
        central += (
            struct.pack("<4s6H3L5H2L", b"PK\x01\x02", 20, 20, 0, 8, 0, 0, crc, len(body), 1_000_000, len(entry), 0, 0, 0, 0, 0, 0) + entry
        )
    return local + central + struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 60, 60, len(central), len(local), 0)


def shared_texts() -> bytes:
    """A workbook with few long texts, each of which stands in thousands of cells: small unpacked, huge in memory."""
    texts = "".join(f"<si><t>{Random(place).randbytes(15_000).hex()}</t></si>" for place in range(20))
    dice = Random(1)
    rows = "".join(
        f'<row r="{row}">' + "".join(f'<c t="s"><v>{dice.randrange(20)}</v></c>' for _ in range(100)) + "</row>" for row in range(1, 3000)
    )
    return packed(parts(rows, **{"xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{texts}</sst>'}))


def graphml(body: str, keys: str = "") -> bytes:
    return f'<graphml xmlns="http://graphml.graphdrawing.org/xmlns">{keys}<graph edgedefault="undirected">{body}</graph></graphml>'.encode()


def gexf(nodes: str, edges: str = "") -> bytes:
    return f'<gexf xmlns="http://gexf.net/1.3" version="1.3"><graph><nodes>{nodes}</nodes><edges>{edges}</edges></graph></gexf>'.encode()


def laughs(depth: int) -> bytes:
    entities = "".join(f'<!ENTITY e{place} "{f"&e{place - 1};" * 10}">' for place in range(1, depth))
    return f'<!DOCTYPE g [<!ENTITY e0 "ha">{entities}]><graphml><graph>&e{depth - 1};</graph></graphml>'.encode()


def nested() -> bytes:
    """A workbook that holds a packed file."""
    buffer = io.BytesIO(workbook())
    with zipfile.ZipFile(buffer, "a", zipfile.ZIP_STORED) as archive:
        archive.writestr("xl/embeddings/inner.bin", workbook())
    return buffer.getvalue()


HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "nothing": (lambda: b"", "file_empty"),
    "only blanks": (lambda: b" \n\n \t", "file_empty"),
    "too large": (lambda: b"a;b\n" * (2 * 1024 * 1024 + 1), "file_large"),
    "a picture": (lambda: b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 10, "file_not_text"),
    "a PDF": (lambda: b"%PDF-1.7\n\x00\x01\x02" + bytes(range(256)), "file_not_text"),
    "a program": (lambda: b"\x7fELF" + bytes(2000), "file_not_text"),
    "an old or encrypted workbook": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(5000), "file_encrypted"),
    "encrypted entries": (lambda: flagged(workbook()), "file_encrypted"),
    "macros": (lambda: workbook(**{"xl/vbaProject.bin": "code"}), "file_macros"),
    "another packed file": (lambda: packed({"letter.txt": "Dear all"}), "file_not_workbook"),
    "tables of different kinds in one": (lambda: packed({"a.csv": "Id,Label\n1,A\n", "b.csv": "Name,Ort\nA,b\n"}), "files_differ"),
    "a packed file called a table": (lambda: packed({"a.csv": packed({"b.csv": "Name\nA\n"}).decode("latin-1")}), "file_bomb"),
    "a document of a word processor": (lambda: packed({"word/document.xml": "<w/>"}), "file_not_workbook"),
    "a bomb by ratio": (lambda: packed(parts(" " * 40_000_000)), "file_bomb"),
    "a bomb by size": (lambda: packed(parts(LIST, **{f"xl/{n}.xml": " " * 9_000_000 for n in range(8)})), "file_bomb"),
    "a bomb that tells a small size": (lambda: lying(packed(parts(" " * 30_000_000)), b"xl/worksheets/sheet1.xml", 100), "file_bomb"),
    "a size that is not true": (lambda: lying(workbook(), b"xl/worksheets/sheet1.xml", 100), "file_broken"),
    "overlapping entries": (overlapping, "file_bomb"),
    "a packed file in a packed file": (nested, "file_bomb"),
    "too many entries": (lambda: workbook(**{f"xl/media/{n}.xml": "<a/>" for n in range(120)}), "file_bomb"),
    "a path out of the folder": (lambda: workbook(**{"xl/../../../etc/passwd": "x"}), "file_bomb"),
    "an absolute path": (lambda: workbook(**{"/etc/passwd": "x"}), "file_bomb"),
    "a cell in column one million": (lambda: packed(parts(LIST + f'<row r="3">{cell("XFD3", "x")}</row>')), "file_columns"),
    "a cell in row one million": (lambda: packed(parts(LIST + f'<row r="1048576">{cell("A1048576", "x")}</row>')), "file_rows"),
    "a cell in the last corner": (lambda: packed(parts(LIST + f'<row r="1048576">{cell("XFD1048576", "x")}</row>')), "file_heavy"),
    "a few texts in many cells": (shared_texts, "file_heavy"),
    "a million columns": (lambda: b"name" + b",a" * 1_000_000 + b"\nx" + b",1" * 1_000_000, "file_columns"),
    "a million rows": (lambda: b"name,place\n" + b"a,b\n" * 1_000_000, "file_rows"),
    "a cell without end": (lambda: b'name,place\n"' + b"a" * 5_000_000, "file_cell"),
    "half an XML": (lambda: graphml('<node id="a"/>')[:-30], "file_xml"),
    "an XML of something else": (lambda: b"<html><body/></html>", "file_unknown_xml"),
    "entities that grow": (lambda: laughs(9), "file_entities"),
    "an outside entity": (lambda: b'<!DOCTYPE g [<!ENTITY x SYSTEM "file:///etc/passwd">]><graphml>&x;</graphml>', "file_entities"),
    "an outside document type": (lambda: b'<!DOCTYPE g SYSTEM "http://example.org/a.dtd"><graphml/>', "file_entities"),
    "a parameter entity": (lambda: b'<!DOCTYPE g [<!ENTITY % x SYSTEM "http://example.org/a"> %x;]><graphml/>', "file_entities"),
    "entities in UTF-16": (lambda: laughs(5).decode().encode("utf-16"), "file_entities"),
    "an unknown encoding": (lambda: b'<?xml version="1.0" encoding="utf-7"?><graphml/>', "file_xml"),
    "a million elements": (lambda: graphml("<node/>" * 1_000_000), "file_heavy"),
    "elements in elements": (lambda: b"<graphml>" + b"<a>" * 20_000, "file_heavy"),
    "a graph without graph": (lambda: b"<graphml/>", "file_no_graph"),
    "a GEXF without graph": (lambda: b"<gexf/>", "file_no_graph"),
    "a node twice": (lambda: graphml('<node id="a"/><node id="a"/>'), "file_node_twice"),
    "a node without id": (lambda: gexf("<node/>"), "file_node_twice"),
    "a tie to nobody": (lambda: graphml('<node id="a"/><edge source="a" target="b"/>'), "file_tie_to_nobody"),
    "a GEXF tie to nobody": (lambda: gexf('<node id="a"/>', '<edge source="b" target="a"/>'), "file_tie_to_nobody"),
    "a weight that is no number": (
        lambda: gexf('<node id="a"/><node id="b"/>', '<edge source="a" target="b" weight="NaN"/>'),
        "file_number",
    ),
    "a weight without end": (lambda: gexf('<node id="a"/><node id="b"/>', '<edge source="a" target="b" weight="inf"/>'), "file_number"),
    "a weight of 5,000 digits": (
        lambda: gexf('<node id="a"/><node id="b"/>', f'<edge source="a" target="b" weight="{"9" * 5000}"/>'),
        "file_number",
    ),
    "a tie between three": (lambda: graphml('<node id="a"/><hyperedge><endpoint node="a"/></hyperedge>'), "file_hyperedge"),
    "half a JSON": (lambda: b'{"elements": [{"label": "a"}', "file_json"),
    "a JSON of something else": (lambda: b'{"a": 1}', "file_unknown_json"),
    "a JSON in a JSON": (lambda: b"[" * 1_000_000, "file_heavy"),
    "a JSON with a number that is none": (lambda: b'{"elements": [{"label": "a", "x": NaN}]}', "file_number"),
    "half a letter in a JSON": (lambda: b'{"elements": [{"label": "\\ud800"}]}', "file_json"),
    "elements that are none": (lambda: b'{"elements": [1, 2]}', "file_json"),
    "grants that are none": (lambda: b'{"grants": ["a"]}', "file_json"),
    "a Kumu tie to nobody": (lambda: b'{"elements": [{"label": "a"}], "connections": [{"from": "a", "to": "b"}]}', "file_tie_to_nobody"),
    "headings only": (lambda: b"Name,Place\n", "file_no_rows"),
    "a text without columns": (lambda: b"Dear all,\n\nthank you.\n", "file_no_columns"),
}
