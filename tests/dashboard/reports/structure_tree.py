"""The structure of a tagged PDF: its elements in reading order, with their kinds and attributes."""

from collections.abc import Iterator
from typing import Any

from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject

Element = tuple[Any, Any]


def of(held: Any, name: str, default: Any = None) -> Any:
    """What a dictionary holds, wherever in the file it stands."""
    return held[name] if held is not None and name in held else default


def says(held: Any, name: str) -> bool:
    """Whether a dictionary says yes to something."""
    return bool(getattr(of(held, name), "value", False))


def root(pdf: PdfReader | PdfWriter) -> Any:
    """What everything else in the file hangs on."""
    return pdf.root_object


def listed(value: Any) -> list[Any]:
    """One thing or several, as several."""
    held = value.get_object() if hasattr(value, "get_object") else value
    return [part.get_object() if hasattr(part, "get_object") else part for part in (held if isinstance(held, ArrayObject) else [held])]


def elements(pdf: PdfReader | PdfWriter) -> list[Element]:
    """Each structure element with its parent, in reading order."""
    return list(_below(of(root(pdf), "/StructTreeRoot"), None))


def kind(element: Any) -> str:
    """What an element calls itself."""
    return str(element["/S"]).lstrip("/") if element is not None else ""


def kids(element: Any) -> list[Any]:
    """What stands directly in an element: elements, marked content and objects."""
    return listed(element["/K"]) if "/K" in element else []


def attributes(element: Any) -> dict[str, Any]:
    """All attributes of an element, whoever owns them."""
    return {str(key): value for held in listed(of(element, "/A", ArrayObject())) for key, value in held.items()}


def parents(node: Any) -> Iterator[tuple[int, Any]]:
    """The numbers of the tree that leads from content to its elements, with what they lead to."""
    numbers = of(node, "/Nums", [])
    for place in range(0, len(numbers), 2):
        yield int(numbers[place]), numbers[place + 1].get_object()
    for kid in of(node, "/Kids", []):
        yield from parents(kid.get_object())


def _below(node: Any, parent: Any) -> Iterator[Element]:
    if not isinstance(node, DictionaryObject) or ("/S" not in node and "/ParentTree" not in node):
        return
    if "/S" in node:
        yield node, parent
    for kid in kids(node):
        yield from _below(kid, node if "/S" in node else None)
