"""What may stand inside a component: text, a component, or a sequence of both."""

from collections.abc import Sequence
from typing import TypeAlias

from dash.development.base_component import Component

Content: TypeAlias = str | int | Component | Sequence[str | int | Component]


def listed(content: Content | None) -> list[str | int | Component]:
    """The content as a list of children; nothing becomes an empty list."""
    if content is None:
        return []
    if isinstance(content, str | int | Component):
        return [content]
    return list(content)
