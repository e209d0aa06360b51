"""What PDF/UA-1 (ISO 14289-1) asks of a file, as far as it can be checked without knowing what the file means."""

import io
import re
from collections.abc import Iterator

from pypdf import PdfReader

from tests.dashboard.reports.accessible_content import content_faults
from tests.dashboard.reports.accessible_fonts import font_faults
from tests.dashboard.reports.accessible_structure import LANGUAGE, structure_faults
from tests.dashboard.reports.structure_tree import elements, kind, of, root, says

# Who reads more pages than these needs bookmarks.
PAGES_WITHOUT_BOOKMARKS = 4


def faults(content: bytes) -> list[str]:
    """Each rule that the file breaks, in words; none where all hold."""
    pdf = PdfReader(io.BytesIO(content))
    checks = (_catalogue, _metadata, _bookmarks, content_faults, font_faults, structure_faults, _silent)
    return [fault for check in checks for fault in check(pdf)]


def types(content: bytes) -> list[str]:
    """The kinds of the structure elements, in reading order."""
    return [kind(element) for element, _parent in elements(PdfReader(io.BytesIO(content)))]


def alternatives(content: bytes) -> list[str]:
    """What is said in place of each figure."""
    return [str(of(element, "/Alt", "")) for element, _p in elements(PdfReader(io.BytesIO(content))) if kind(element) == "Figure"]


def _catalogue(pdf: PdfReader) -> Iterator[str]:
    top = root(pdf)
    if not says(of(top, "/MarkInfo"), "/Marked"):
        yield "it is not said that the file is tagged"
    if says(of(top, "/MarkInfo"), "/Suspects"):
        yield "its tags are suspect"
    if not LANGUAGE.fullmatch(str(of(top, "/Lang", ""))):
        yield "it has no language"
    if not says(of(top, "/ViewerPreferences"), "/DisplayDocTitle"):
        yield "its title is not shown"
    if "/ParentTree" not in of(top, "/StructTreeRoot", {}):
        yield "it has no structure"
    if pdf.is_encrypted:
        yield "it is encrypted"


def _metadata(pdf: PdfReader) -> Iterator[str]:
    held = of(root(pdf), "/Metadata")
    told = held.get_data().decode() if held is not None else ""
    if "<pdfuaid:part>1</pdfuaid:part>" not in told:
        yield "it does not claim PDF/UA-1"
    title = re.search("<dc:title>(.*?)</dc:title>", told, re.DOTALL)
    if title is None or not re.sub("<[^>]*>", "", title[1]).strip():
        yield "it has no title"


def _bookmarks(pdf: PdfReader) -> Iterator[str]:
    if len(pdf.pages) > PAGES_WITHOUT_BOOKMARKS and not pdf.outline:
        yield "it is long and has no bookmarks"


def _silent(pdf: PdfReader) -> Iterator[str]:
    top = root(pdf)
    if "/OpenAction" in top or "/AA" in top:
        yield "it does something when it is opened"
    if {"/JavaScript", "/EmbeddedFiles"} & set(of(top, "/Names", {})):
        yield "it brings scripts or files"
    if "/AcroForm" in top or "/OCProperties" in top:
        yield "it has forms or layers"
