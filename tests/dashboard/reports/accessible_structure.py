"""What PDF/UA-1 asks of the structure of a file: kinds, nesting, tables, headings, words in place of pictures, languages."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from pypdf import PdfReader

from tests.dashboard.reports.structure_tree import Element, attributes, elements, kids, kind, of, root

STANDARD = {
    *("Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index", "NonStruct", "Private"),
    *("P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "THead", "TBody", "TFoot"),
    *("Span", "Quote", "Note", "Reference", "BibEntry", "Code", "Link", "Annot", "Ruby", "Warichu", "Figure", "Formula", "Form"),
}
INSIDE = {
    "Table": {"TR", "THead", "TBody", "TFoot", "Caption"},
    "THead": {"TR"},
    "TBody": {"TR"},
    "TFoot": {"TR"},
    "TR": {"TH", "TD"},
    "L": {"LI", "Caption", "L"},
    "LI": {"Lbl", "LBody"},
    "TOC": {"TOCI", "TOC", "Caption"},
}
# Parts that make sense within these alone.
WITHIN = {
    "TR": {"Table", "THead", "TBody", "TFoot"},
    "TH": {"TR"},
    "TD": {"TR"},
    "THead": {"Table"},
    "TBody": {"Table"},
    "TFoot": {"Table"},
    "LI": {"L"},
    "LBody": {"LI"},
    "TOCI": {"TOC"},
}
HEADING = re.compile("H[1-6]")
LANGUAGE = re.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")


def structure_faults(pdf: PdfReader) -> Iterator[str]:
    """Each rule on the structure that the file breaks."""
    roles = _roles(pdf)
    found = [(element, parent) for element, parent in elements(pdf)]
    yield from _role_faults(pdf, roles)
    for element, parent in found:
        yield from _nesting(_mapped(element, roles), _mapped(parent, roles))
        yield from _words(element, _mapped(element, roles))
        yield from _language(element)
        if _mapped(element, roles) == "Table":
            yield from _table(element, roles)
    yield from _headings([_mapped(element, roles) for element, _parent in found])
    yield from _names(found)


def _roles(pdf: PdfReader) -> dict[str, str]:
    given = of(of(root(pdf), "/StructTreeRoot"), "/RoleMap", {})
    return {str(name).lstrip("/"): str(role).lstrip("/") for name, role in given.items()}


def _mapped(element: Any, roles: dict[str, str]) -> str:
    """The kind of an element that everybody knows; its own where no such one is told."""
    found, seen = kind(element), set()
    while found not in STANDARD and found in roles and found not in seen:
        seen.add(found)
        found = roles[found]
    return found


def _role_faults(pdf: PdfReader, roles: dict[str, str]) -> Iterator[str]:
    for name in STANDARD & set(roles):
        yield f"{name} is said to be something else"
    for name in sorted({kind(element) for element, _parent in elements(pdf)} - STANDARD):
        seen = [name]
        while seen[-1] in roles and roles[seen[-1]] not in seen:
            seen.append(roles[seen[-1]])
        if seen[-1] not in STANDARD:
            yield f"nobody knows what {name} is"


def _nesting(inner: str, outer: str) -> Iterator[str]:
    if inner not in INSIDE.get(outer, {inner}) or outer not in WITHIN.get(inner, {outer}):
        yield f"{inner} stands in {outer}"


def _words(element: Any, mapped: str) -> Iterator[str]:
    said = str(of(element, "/Alt", "")) + str(of(element, "/ActualText", ""))
    if mapped in ("Figure", "Formula") and not said.strip():
        yield "a figure has no words in its place" if mapped == "Figure" else "a formula has no words in its place"
    if mapped == "TH" and "/Scope" not in attributes(element):
        yield "a head of a table does not say what it is the head of"


def _language(element: Any) -> Iterator[str]:
    if "/Lang" in element and not LANGUAGE.fullmatch(str(element["/Lang"])):
        yield f"{element['/Lang']} is no language"


def _table(table: Any, roles: dict[str, str]) -> Iterator[str]:
    rows = list(_rows(table, roles))
    if not any(_mapped(cell, roles) == "TH" for row in rows for cell in row):
        yield "a table has no heads"
    if len({sum(int(attributes(cell).get("/ColSpan", 1)) for cell in row) for row in rows if not _reaching(rows)}) > 1:
        yield "the rows of a table have different lengths"


def _rows(node: Any, roles: dict[str, str]) -> Iterator[list[Any]]:
    for kid in kids(node):
        if _mapped(kid, roles) == "TR":
            yield [cell for cell in kids(kid) if "/S" in cell]
        elif _mapped(kid, roles) in ("THead", "TBody", "TFoot"):
            yield from _rows(kid, roles)


def _reaching(rows: Sequence[Sequence[Any]]) -> bool:
    """Whether cells reach over rows, so that rows need not have the same length."""
    return any(int(attributes(cell).get("/RowSpan", 1)) > 1 for row in rows for cell in row)


def _headings(kinds: Sequence[str]) -> Iterator[str]:
    level = 0
    for each in kinds:
        if HEADING.fullmatch(each):
            if int(each[1]) > level + 1:
                yield f"{each} comes after H{level}"
            level = int(each[1])
    if "H" in kinds and level:
        yield "some headings have levels and some have none"


def _names(found: Sequence[Element]) -> Iterator[str]:
    names = [str(element["/ID"]) for element, _parent in found if "/ID" in element]
    if len(set(names)) < len(names):
        yield "two elements have the same name"
    if any(kind(element) == "Note" and "/ID" not in element for element, _parent in found):
        yield "a note has no name"
