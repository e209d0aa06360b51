"""What PDF/UA-1 asks of the pages of a file: all that is drawn is either content of the structure or said to be decoration."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ContentStream

from tests.dashboard.reports.structure_tree import elements, kids, kind, of, parents, root

PAINTS = {"Tj", "TJ", "'", '"', "f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "Do", "EI"}


def content_faults(pdf: PdfReader) -> Iterator[str]:
    """Each rule on content and links that the file breaks."""
    tree = dict(parents(of(of(root(pdf), "/StructTreeRoot"), "/ParentTree")))
    told = _told(pdf)
    for number, page in enumerate(pdf.pages, 1):
        if "/Annots" in page and of(page, "/Tabs") != "/S":
            yield f"page {number}: the order of its links is not that of its structure"
        marked = list(_marked(page, number, pdf))
        yield from (fault for fault in marked if isinstance(fault, str))
        owners = tree.get(int(of(page, "/StructParents", -1)), [])
        for mark in (mark for mark in marked if isinstance(mark, int)):
            if mark >= len(owners) or told[_place(page), mark] != 1:
                yield f"page {number}: marked content that is not in the tree once"
        for link in of(page, "/Annots", []):
            yield from _link(link.get_object(), tree)


def _told(pdf: PdfReader) -> Counter[tuple[int, int]]:
    """How often the structure names each piece of marked content, by its page."""
    found: Counter[tuple[int, int]] = Counter()
    for element, _parent in elements(pdf):
        for kid in kids(element):
            if isinstance(kid, int):
                found[_place(element["/Pg"]), int(kid)] += 1
            elif of(kid, "/Type") == "/MCR":
                found[_place(of(kid, "/Pg") or element["/Pg"]), int(kid["/MCID"])] += 1
    return found


def _place(page: Any) -> int:
    reference = page.indirect_reference
    return int(reference.idnum) if reference is not None else 0


def _marked(page: Any, number: int, pdf: PdfReader) -> Iterator[str | int]:
    """The numbers of marked content, and the faults in how it is marked."""
    open_: list[str] = []
    named = of(of(page, "/Resources"), "/Properties")
    for operands, operator in ContentStream(page.get_contents(), pdf).operations:
        name = operator.decode("latin-1")
        if name in ("BDC", "BMC"):
            more = operands[1] if name == "BDC" else {}
            more = more if isinstance(more, dict) else of(named, more, {})
            sort = "artifact" if operands[0] == "/Artifact" else "content" if "/MCID" in more else "other"
            if {sort, *open_} >= {"artifact", "content"}:
                yield f"page {number}: decoration and content in one another"
            if sort == "content":
                yield int(more["/MCID"])
            open_.append(sort)
        elif name == "EMC":
            open_.pop()
        elif name in PAINTS and not {"artifact", "content"} & set(open_):
            yield f"page {number}: {name} draws outside of all tags"


def _link(link: Any, tree: dict[int, Any]) -> Iterator[str]:
    owner = tree.get(int(of(link, "/StructParent", -1)))
    if of(link, "/Subtype") != "/Link":
        yield f"{of(link, '/Subtype')} stands on a page"
    elif owner is None or kind(owner) != "Link":
        yield "a link is not in the structure"
    elif not str(of(link, "/Contents", "")).strip():
        yield "a link does not say where it goes"
