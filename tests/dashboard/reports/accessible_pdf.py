"""What PDF/UA-1 (ISO 14289-1) asks of a file, as far as it can be checked without knowing what the file means."""

import io
from collections.abc import Iterator
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ArrayObject, ContentStream, DictionaryObject

STANDARD = {
    *("Document", "Part", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index", "NonStruct", "P", "H", "L", "LI", "Lbl", "LBody"),
    *(
        "H1",
        "H2",
        "H3",
        "H4",
        "H5",
        "H6",
        "Title",
        "Table",
        "TR",
        "TH",
        "TD",
        "THead",
        "TBody",
        "TFoot",
        "Span",
        "Quote",
        "Note",
        "Reference",
    ),
    *("Code", "Link", "Annot", "Figure", "Formula", "Form", "Strong", "Em", "FENote", "Artifact"),
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
PAINTS = {"Tj", "TJ", "'", '"', "f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "Do", "EI"}


def faults(content: bytes) -> list[str]:
    """Each rule that the file breaks, in words; none where all hold."""
    pdf = PdfReader(io.BytesIO(content))
    elements = list(_elements(pdf))
    checks = (_catalogue(pdf), _metadata(pdf), _pages(pdf), _fonts(pdf), _tree(elements), _headings(elements), _links(pdf), _silent(pdf))
    return [fault for found in checks for fault in found]


def types(content: bytes) -> list[str]:
    """The kinds of the structure elements, in reading order."""
    return [_kind(element) for element, _parent in _elements(PdfReader(io.BytesIO(content)))]


def alternatives(content: bytes) -> list[str]:
    """What is said in place of each figure."""
    return [str(_of(element, "/Alt", "")) for element, _p in _elements(PdfReader(io.BytesIO(content))) if _kind(element) == "Figure"]


def _of(held: Any, name: str, default: Any = None) -> Any:
    """What a dictionary holds, wherever in the file it stands."""
    return held[name] if held is not None and name in held else default


def _says(held: Any, name: str) -> bool:
    """Whether a dictionary says yes to something."""
    return bool(getattr(_of(held, name), "value", False))


def _root(pdf: PdfReader) -> Any:
    return pdf.trailer["/Root"]


def _kind(element: Any) -> str:
    return str(element["/S"]).lstrip("/")


def _catalogue(pdf: PdfReader) -> Iterator[str]:
    root = _root(pdf)
    if not _says(_of(root, "/MarkInfo"), "/Marked"):
        yield "it is not said that the file is tagged"
    if _says(_of(root, "/MarkInfo"), "/Suspects"):
        yield "its tags are suspect"
    if not _of(root, "/Lang"):
        yield "it has no language"
    if not _says(_of(root, "/ViewerPreferences"), "/DisplayDocTitle"):
        yield "its title is not shown"
    if "/ParentTree" not in _of(root, "/StructTreeRoot", {}):
        yield "it has no structure"
    if pdf.is_encrypted:
        yield "it is encrypted"


def _metadata(pdf: PdfReader) -> Iterator[str]:
    told = _root(pdf)["/Metadata"].get_data().decode()
    if "<pdfuaid:part>1</pdfuaid:part>" not in told:
        yield "it does not claim PDF/UA-1"
    if "<dc:title>" not in told:
        yield "it has no title"


def _pages(pdf: PdfReader) -> Iterator[str]:
    """All that is drawn is either marked content of the tree or an artifact."""
    parents = dict(_parents(_root(pdf)["/StructTreeRoot"]["/ParentTree"]))
    for number, page in enumerate(pdf.pages, 1):
        if "/Annots" in page and _of(page, "/Tabs") != "/S":
            yield f"page {number}: the order of its links is not that of its structure"
        yield from _drawn(page, number, pdf, parents)


def _drawn(page: Any, number: int, pdf: PdfReader, parents: dict[int, Any]) -> Iterator[str]:
    open_: list[str] = []
    named = _of(_of(page, "/Resources"), "/Properties")
    for operands, operator in ContentStream(page.get_contents(), pdf).operations:
        name = operator.decode("latin-1")
        if name in ("BDC", "BMC"):
            more = operands[1] if name == "BDC" else {}
            more = _of(named, more, {}) if not isinstance(more, dict) else more
            if operands[0] == "/Artifact" and "content" in open_:
                yield f"page {number}: an artifact inside content"
            if "/MCID" in more and int(more["/MCID"]) >= len(parents.get(int(_of(page, "/StructParents", -1)), [])):
                yield f"page {number}: marked content that is not in the tree"
            open_.append("artifact" if operands[0] == "/Artifact" else "content" if "/MCID" in more else "other")
        elif name == "EMC":
            open_.pop()
        elif name in PAINTS and not {"artifact", "content"} & set(open_):
            yield f"page {number}: {name} draws outside of all tags"


def _parents(node: Any) -> Iterator[tuple[int, Any]]:
    numbers = _of(node, "/Nums", [])
    for place in range(0, len(numbers), 2):
        yield int(numbers[place]), numbers[place + 1].get_object()
    for kid in _of(node, "/Kids", []):
        yield from _parents(kid.get_object())


def _fonts(pdf: PdfReader) -> Iterator[str]:
    for page in pdf.pages:
        for name, reference in _of(_of(page, "/Resources"), "/Font", {}).items():
            font = reference.get_object()
            inner = font["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else font
            embedded = {"/FontFile", "/FontFile2", "/FontFile3"} & set(_of(inner, "/FontDescriptor", {}))
            if not embedded and font["/Subtype"] != "/Type3":
                yield f"font {name} is not in the file"
            if "/ToUnicode" not in font:
                yield f"font {name} cannot be read as text"


def _elements(pdf: PdfReader) -> Iterator[tuple[Any, Any]]:
    """Each structure element with its parent, in reading order."""
    yield from _below(_root(pdf)["/StructTreeRoot"], None)


def _below(node: Any, parent: Any) -> Iterator[tuple[Any, Any]]:
    if not isinstance(node, DictionaryObject) or ("/S" not in node and "/ParentTree" not in node):
        return
    if "/S" in node:
        yield node, parent
    kids = _of(node, "/K", [])
    for kid in kids if isinstance(kids, ArrayObject) else [kids]:
        yield from _below(kid.get_object() if hasattr(kid, "get_object") else kid, node if "/S" in node else None)


def _tree(elements: list[tuple[Any, Any]]) -> Iterator[str]:
    for element, parent in elements:
        kind, above = _kind(element), _kind(parent) if parent is not None else ""
        if kind not in STANDARD:
            yield f"nobody knows what {kind} is"
        if above in INSIDE and kind not in INSIDE[above]:
            yield f"{kind} stands in {above}"
        if kind == "Figure" and not str(_of(element, "/Alt", "")).strip():
            yield "a figure has no words in its place"
        if kind == "TH" and "/Scope" not in _attributes(element):
            yield "a head of a table does not say what it is the head of"


def _attributes(element: Any) -> set[str]:
    given = _of(element, "/A", [])
    return {str(key) for each in (given if isinstance(given, ArrayObject) else [given]) for key in each.get_object()}


def _headings(elements: list[tuple[Any, Any]]) -> Iterator[str]:
    level = 0
    for element, _parent in elements:
        kind = _kind(element)
        if len(kind) == 2 and kind[0] == "H" and kind[1].isdigit():
            if int(kind[1]) > level + 1:
                yield f"{kind} comes after H{level}"
            level = int(kind[1])


def _links(pdf: PdfReader) -> Iterator[str]:
    for page in pdf.pages:
        for link in _of(page, "/Annots", []):
            if "/StructParent" not in link.get_object() or not _of(link.get_object(), "/Contents"):
                yield "a link is not in the structure or does not say where it goes"


def _silent(pdf: PdfReader) -> Iterator[str]:
    root = _root(pdf)
    if "/OpenAction" in root or "/AA" in root:
        yield "it does something when it is opened"
    if {"/JavaScript", "/EmbeddedFiles"} & set(_of(root, "/Names", {})):
        yield "it brings scripts or files"
