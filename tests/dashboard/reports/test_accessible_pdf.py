"""The check of PDF/UA finds each kind of fault: a good file is broken in one place, and the check says where."""

import io
import re
from collections.abc import Callable
from typing import Any

import pytest
import typst
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, BooleanObject, DecodedStreamObject, DictionaryObject, NameObject, NumberObject, TextStringObject

from tests.dashboard.reports.accessible_pdf import faults
from tests.dashboard.reports.structure_tree import elements, kind, parents

GOOD = """
#set document(title: "Good")
#set page(width: 300pt, height: 200pt, footer: [A foot])
#outline()
= First
Words with a #link("https://example.org")[link].
#figure(rect(), kind: image, supplement: none, alt: "A box")
- A point
#table(columns: 2, table.header[Head][Other], [Cell], [Cell])
#pagebreak()
== Second
#pagebreak()
=== Third
#pagebreak()
= Last
"""
Breaker = Callable[[PdfWriter], None]


@pytest.fixture(scope="module")
def good(tmp_path_factory):
    source = tmp_path_factory.mktemp("good") / "good.typ"
    source.write_text(GOOD)
    return typst.compile(str(source), pdf_standards=["ua-1"])


def broken(content: bytes, breaker: Breaker | None = None) -> list[str]:
    """What the check finds once the file is broken."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(content)))
    if breaker:
        breaker(writer)
    made = io.BytesIO()
    writer.write(made)
    return faults(made.getvalue())


def without(*names: str) -> Breaker:
    """Takes an entry out of the catalogue, or of what hangs on it."""

    def breaker(pdf: PdfWriter) -> None:
        held: Any = pdf.root_object
        for name in names[:-1]:
            held = held[name]
        del held[NameObject(names[-1])]

    return breaker


def top(name: str, value: Any) -> Breaker:
    """Puts an entry into the catalogue."""
    return lambda pdf: pdf.root_object.update({NameObject(name): value})


def first(kind_: str, change: Callable[[Any], Any]) -> Breaker:
    """Changes the first element of a kind."""
    return lambda pdf: change(next(element for element, _parent in elements(pdf) if kind(element) == kind_)) and None


def renamed(old: str, new: str) -> Breaker:
    return first(old, lambda element: element.update({NameObject("/S"): NameObject(f"/{new}")}))


def every(name: str, change: Callable[[Any], Any]) -> Breaker:
    """Changes the first link or the first font."""

    def breaker(pdf: PdfWriter) -> None:
        page = next(page for page in pdf.pages if "/Annots" in page)
        held = page["/Annots"] if name == "link" else page["/Resources"]["/Font"].values()
        for each in held:
            change(each.get_object())

    return breaker


def drawn(before: bytes = b"", after: bytes = b"", old: bytes = b"", new: bytes = b"") -> Breaker:
    """Changes what is drawn on the first page."""

    def breaker(pdf: PdfWriter) -> None:
        stream = DecodedStreamObject()
        stream.set_data(before + pdf.pages[0].get_contents().get_data().replace(old, new, 1) + after)
        pdf.pages[0][NameObject("/Contents")] = pdf._add_object(stream)

    return breaker


def retold(pattern: str, words: str) -> Breaker:
    """Changes the metadata."""

    def breaker(pdf: PdfWriter) -> None:
        stream = DecodedStreamObject()
        stream.set_data(re.sub(pattern, words, pdf.root_object["/Metadata"].get_object().get_data().decode()).encode())
        pdf.root_object[NameObject("/Metadata")] = pdf._add_object(stream)

    return breaker


def unreadable(font: Any) -> None:
    told = font["/ToUnicode"].get_object()
    told.set_data(re.sub(rb"(<[0-9A-F]{4}>) <[0-9A-F]{4}>", rb"\1 <FFFE>", told.get_data()))


def unnumbered(pdf: PdfWriter) -> None:
    for _number, owners in parents(pdf.root_object["/StructTreeRoot"]["/ParentTree"]):
        if isinstance(owners, ArrayObject):
            owners.clear()


def foreign_role(pdf: PdfWriter) -> None:
    pdf.root_object["/StructTreeRoot"][NameObject("/RoleMap")] = DictionaryObject({NameObject("/P"): NameObject("/Span")})


def named_alike(pdf: PdfWriter) -> None:
    for element, _parent in elements(pdf):
        if kind(element) == "TH":
            element[NameObject("/ID")] = TextStringObject("same")


YES, NO = BooleanObject(True), BooleanObject(False)
FAULTS: tuple[tuple[str, Breaker], ...] = (
    ("it is not said that the file is tagged", without("/MarkInfo")),
    ("its tags are suspect", top("/MarkInfo", DictionaryObject({NameObject("/Marked"): YES, NameObject("/Suspects"): YES}))),
    ("it has no language", without("/Lang")),
    ("it has no language", top("/Lang", TextStringObject("in English"))),
    ("its title is not shown", top("/ViewerPreferences", DictionaryObject({NameObject("/DisplayDocTitle"): NO}))),
    ("it has no structure", without("/StructTreeRoot", "/ParentTree")),
    ("it is encrypted", lambda pdf: pdf.encrypt("", "owner", algorithm="RC4-128")),
    ("it does not claim PDF/UA-1", without("/Metadata")),
    ("it does not claim PDF/UA-1", retold("<pdfuaid:part>1", "<pdfuaid:part>7")),
    ("it has no title", retold("Good</rdf:li>", " </rdf:li>")),
    ("it is long and has no bookmarks", without("/Outlines")),
    ("page 1: the order of its links is not that of its structure", lambda pdf: pdf.pages[0].pop("/Tabs") and None),
    ("page 1: Tj draws outside of all tags", drawn(after=b" BT /f0 9 Tf (x) Tj ET")),
    ("page 1: decoration and content in one another", drawn(before=b"/Artifact BMC ", after=b" EMC")),
    ("page 1: marked content that is not in the tree once", drawn(after=b" /P <</MCID 99>> BDC EMC")),
    ("page 1: marked content that is not in the tree once", unnumbered),
    ("page 1: marked content that is not in the tree once", first("H1", lambda element: element.pop("/K"))),
    ("/Widget stands on a page", every("link", lambda link: link.update({NameObject("/Subtype"): NameObject("/Widget")}))),
    ("a link is not in the structure", every("link", lambda link: link.update({NameObject("/StructParent"): NumberObject(999)}))),
    ("a link is not in the structure", renamed("Link", "Span")),
    ("a link does not say where it goes", every("link", lambda link: link.pop("/Contents"))),
    ("font /f0 is not in the file", every("font", lambda font: font["/DescendantFonts"][0].get_object().pop("/FontDescriptor"))),
    (
        "font /f0 does not say which sign is which",
        every(
            "font",
            lambda font: font["/DescendantFonts"][0].get_object().update({NameObject("/Subtype"): NameObject("/CIDFontType2")}),
        ),
    ),
    ("font /f0 cannot be read as text", every("font", lambda font: font.pop("/ToUnicode"))),
    ("font /f0 has signs that cannot be read as text", every("font", unreadable)),
    ("P is said to be something else", foreign_role),
    ("nobody knows what Box is", renamed("Figure", "Box")),
    ("TH stands in P", renamed("TR", "P")),
    ("P stands in TOC", renamed("TOCI", "P")),
    ("LBody stands in P", renamed("LI", "P")),
    ("a figure has no words in its place", first("Figure", lambda element: element.pop("/Alt"))),
    ("a formula has no words in its place", first("Figure", lambda figure: figure.pop("/Alt") and renamed_to(figure, "Formula"))),
    ("a head of a table does not say what it is the head of", first("TH", lambda element: element.pop("/A"))),
    ("Klingon spoken is no language", first("P", lambda part: part.update({NameObject("/Lang"): TextStringObject("Klingon spoken")}))),
    ("a table has no heads", lambda pdf: [renamed("TH", "TD")(pdf) for _head in range(2)] and None),
    ("the rows of a table have different lengths", first("TR", lambda row: row["/K"].pop())),
    ("H3 comes after H1", renamed("H2", "P")),
    ("some headings have levels and some have none", renamed("H3", "H")),
    ("two elements have the same name", named_alike),
    ("a note has no name", renamed("Figure", "Note")),
    ("it does something when it is opened", top("/OpenAction", DictionaryObject())),
    ("it brings scripts or files", top("/Names", DictionaryObject({NameObject("/JavaScript"): DictionaryObject()}))),
    ("it has forms or layers", top("/AcroForm", DictionaryObject())),
)


def renamed_to(element: Any, name: str) -> None:
    element[NameObject("/S")] = NameObject(f"/{name}")


def test_a_good_file_has_no_faults(good):
    assert faults(good) == broken(good) == []


@pytest.mark.parametrize(("fault", "breaker"), FAULTS)
def test_a_fault_is_found(good, fault, breaker):
    assert fault in broken(good, breaker)


def test_a_file_without_tags_is_found_out(tmp_path):
    source = tmp_path / "bare.typ"
    source.write_text("#rect()\n=== Third")
    found = faults(typst.compile(str(source), pdf_tags=False))
    assert {"it is not said that the file is tagged", "it has no structure", "it does not claim PDF/UA-1"} <= set(found)
