"""Ids of components: one prefix per page, made in one place."""

import json
from collections.abc import Mapping
from typing import Protocol, overload


class Wired(str):
    """An id that callbacks or scripts know; one written down as plain text only names a place in the document."""


class Ids(Protocol):
    """Makes the ids of one page."""

    @overload
    def __call__(self, thing: str) -> str: ...

    @overload
    def __call__(self, thing: str, index: str | int) -> dict[str, str | int]: ...


def scoped(page: str) -> Ids:
    """A function that names things of one page: `ids("graph")` is "network-graph", with an index it is a dictionary id."""

    @overload
    def ids(thing: str) -> str: ...

    @overload
    def ids(thing: str, index: str | int) -> dict[str, str | int]: ...

    def ids(thing: str, index: str | int | None = None) -> str | dict[str, str | int]:
        name = Wired(f"{page}-{thing}")
        return name if index is None else {"type": name, "index": index}

    return ids


def dom_id(component_id: str | Mapping[str, str | int]) -> str:
    """The `id` attribute that Dash writes into the page for this id; what a label points to."""
    if isinstance(component_id, str):
        return component_id
    return json.dumps(component_id, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
