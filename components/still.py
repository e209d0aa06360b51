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
# Fields of plain forms and of our own scripts, which no callback reads.
PLAIN_INPUTS = ("hidden", "search")
# What stands on every component beside its attributes.
NOT_ATTRIBUTES = {"children", *vars(html.Div())}


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
    found: list[Any] = []
    _collect(content, found)
    return found


def _collect(content: Any, found: list[Any]) -> None:
    if isinstance(content, list | tuple):
        for part in content:
            _collect(part, found)
    elif _is_component(content):
        found.append(_part(content))
    elif content is not None:
        found.append(content)


def _part(component: Any) -> Any:
    own = vars(component)
    children = _parts(own.get("children"))
    tag = _tag(component)
    wired = isinstance(own.get("id"), dict | Wired)
    if tag is None or wired or any(_is_component(child) for child in children):
        if children:
            component.children = _joined(children)
        return component
    return _Element([tag, {name: value for name, value in own.items() if name not in NOT_ATTRIBUTES}, *children])


def _is_component(part: Any) -> bool:
    return hasattr(part, "_prop_names")  # Ten times as fast as isinstance, for whose answer Python walks all components there are.


def _tag(component: Any) -> str | None:
    """What the element is called; None for what only Dash can draw."""
    kind = type(component)
    if kind is dcc.Link:
        return LINK
    if kind is dcc.Input:
        return "input" if vars(component).get("type") in PLAIN_INPUTS else None
    return kind._type.lower() if kind._namespace == HTML and kind not in RENAMED else None


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
