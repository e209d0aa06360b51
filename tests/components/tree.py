"""Looks into what a builder made: its text, its elements by class."""

from collections.abc import Iterator
from typing import Any

from dash.development.base_component import Component


def elements(content: Any) -> Iterator[Component]:
    """Every component of the tree, in reading order."""
    if isinstance(content, list | tuple):
        for part in content:
            yield from elements(part)
    elif isinstance(content, Component):
        yield content
        yield from elements(getattr(content, "children", None))


def find_all(content: Any, class_name: str) -> list[Component]:
    """The components that carry a class, in reading order."""
    return [part for part in elements(content) if class_name in classes(part)]


def find(content: Any, class_name: str) -> Component:
    """The one component that carries a class."""
    (found,) = find_all(content, class_name)
    return found


def of_type(content: Any, name: str) -> list[Component]:
    """The components of one type ("Th"), in reading order."""
    return [part for part in elements(content) if type(part).__name__ == name]


def classes(part: Component) -> list[str]:
    """The classes of one component."""
    return (getattr(part, "className", None) or getattr(part, "class_name", None) or "").split()


def text(content: Any) -> str:
    """All text, drawn or spoken, with single spaces."""
    return " ".join("".join(_pieces(content)).split())


def attribute(part: Component, name: str) -> Any:
    """An attribute such as `aria-label` or `--v` in the style; None where it is not set."""
    if name.startswith("--"):
        return part.style.get(name)
    return part.to_plotly_json()["props"].get(name)


def _pieces(content: Any) -> Iterator[str]:
    if isinstance(content, str | int):
        yield str(content)
    elif isinstance(content, list | tuple):
        for part in content:
            yield from _pieces(part)
    elif isinstance(content, Component):
        yield from _pieces(getattr(content, "children", None))
        if type(content).__name__ in BLOCKS:
            yield " "


BLOCKS = {"Div", "P", "Li", "Td", "Th", "H1", "H2", "H3", "H4", "Dt", "Dd", "Caption", "Summary", "Section", "Label"}
