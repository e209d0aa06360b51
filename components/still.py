"""Content that no callback touches, sent as plain elements: the browser draws it in a tenth of the time of Dash's components."""

from typing import Any

from dash import dcc, html
from dash.development.base_component import Component

from components.ids import Wired

HTML = html.Div()._namespace
# A link inside the dashboard; assets/still.js follows it without loading the page anew.
LINK = "Link"
# The two components of dash.html that are not called like their element.
RENAMED = (html.ObjectEl, html.MapEl)


class Still(Component):
    """Elements as [tag, attributes, *children], drawn by assets/still.js."""

    _namespace = "len_still"
    _type = "Still"
    _prop_names = ["tree"]  # noqa: RUF012 (as the base class has it)
    _base_nodes = []  # noqa: RUF012
    _children_props = []  # noqa: RUF012
    _valid_wildcard_attributes = []  # noqa: RUF012

    def __init__(self, tree: list[Any]) -> None:  # Dash's own would ask for a package of this namespace.
        self.tree = tree


class _Element(list[Any]):
    """[tag, attributes, *children] on its way into a Still."""


def still(content: Any) -> Any:
    """The same content, its lists flattened, in which only what Dash needs is left as components.

    Those are components with an id from `scoped(...)`, controls, stores and graphs, and what surrounds them; all else is sent as
    plain elements, ids for headings and anchors included. Data that holds no component comes back untouched.
    """
    holds_components = isinstance(content, list | tuple) and any(isinstance(part, Component) for part in content)
    return _joined(_parts(content)) if holds_components or isinstance(content, Component) else content


def _parts(content: Any) -> list[Any]:
    if content is None:
        return []
    if isinstance(content, list | tuple):
        return [part for item in content for part in _parts(item)]
    return [_part(content) if isinstance(content, Component) else content]


def _part(component: Component) -> Any:
    children = _parts(getattr(component, "children", None))
    tag = _tag(component)
    if tag is None or isinstance(getattr(component, "id", None), dict | Wired) or any(isinstance(child, Component) for child in children):
        if children:
            component.children = _joined(children)
        return component
    return _Element([tag, _attributes(component), *children])


def _tag(component: Component) -> str | None:
    """What the element is called; None for what only Dash can draw."""
    if isinstance(component, dcc.Link):
        return LINK
    if isinstance(component, dcc.Input) and getattr(component, "type", None) == "hidden":
        return "input"
    return component._type.lower() if component._namespace == HTML and not isinstance(component, RENAMED) else None


def _attributes(component: Component) -> dict[str, Any]:
    """What was set on the component, without Dash's own notes about its type."""
    own = vars(component).items()
    return {name: value for name, value in own if name != "children" and not name.startswith(("_", "available_"))}


def _joined(parts: list[Any]) -> Any:
    """Elements side by side share one Still."""
    found: list[Any] = []
    for part in parts:
        if not isinstance(part, _Element):
            found.append(part)
        elif found and isinstance(found[-1], Still):
            found[-1].tree.append(part)
        else:
            found.append(Still([part]))
    return found[0] if len(found) == 1 else found
