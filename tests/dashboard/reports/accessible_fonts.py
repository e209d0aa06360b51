"""What PDF/UA-1 asks of the fonts of a file: all of them within it, and each sign readable as text."""

import re
from collections.abc import Iterator
from typing import Any

from pypdf import PdfReader

from tests.dashboard.reports.structure_tree import of

# Signs that stand for nothing: what shows them cannot be read.
NOTHING = {"0000", "FEFF", "FFFE", "FFFF"}


def font_faults(pdf: PdfReader) -> Iterator[str]:
    """Each rule on fonts that the file breaks."""
    for page in pdf.pages:
        for name, reference in _fonts(of(page, "/Resources")):
            font = reference.get_object()
            inner = font["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else font
            embedded = {"/FontFile", "/FontFile2", "/FontFile3"} & set(of(inner, "/FontDescriptor", {}))
            if not embedded and font["/Subtype"] != "/Type3":
                yield f"font {name} is not in the file"
            if of(inner, "/Subtype") == "/CIDFontType2" and "/CIDToGIDMap" not in inner:
                yield f"font {name} does not say which sign is which"
            yield from _readable(name, font)


def _fonts(resources: Any) -> Iterator[tuple[str, Any]]:
    yield from of(resources, "/Font", {}).items()
    for form in of(resources, "/XObject", {}).values():
        yield from _fonts(of(form.get_object(), "/Resources"))


def _readable(name: str, font: Any) -> Iterator[str]:
    if "/ToUnicode" not in font:
        yield f"font {name} cannot be read as text"
        return
    told = font["/ToUnicode"].get_data().decode("latin-1")
    for part in re.findall(r"beginbfchar(.*?)endbfchar", told, re.DOTALL):
        if NOTHING & set(re.findall(r"<[0-9A-Fa-f]+>\s*<([0-9A-Fa-f]+)>", part)):
            yield f"font {name} has signs that cannot be read as text"
