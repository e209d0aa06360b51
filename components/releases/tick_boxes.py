"""Boxes to tick that a script reads: no callback does, and so hundreds of them reach the browser as plain elements."""

from collections.abc import Collection, Sequence

from dash import html
from dash.development.base_component import Component

from components.content import Content

# What stands in the id of a box before its value; assets/composing.js reads it there.
BEFORE_VALUE = "_input_"


class Tick(Component):
    """One box; `components.still` makes a plain element of it."""

    _namespace = html.Div()._namespace
    _type = "Input"
    _prop_names = ["id", "name", "type", "className", "defaultChecked", "key"]  # noqa: RUF012 (as the base class has it)
    _base_nodes = []  # noqa: RUF012
    _children_props = []  # noqa: RUF012
    _valid_wildcard_attributes = []  # noqa: RUF012

    def __init__(self, name: str, value: str, *, ticked: bool) -> None:  # Dash's own would ask for a package of this namespace.
        self.id = f"composing-{name}{BEFORE_VALUE}{value}"
        self.name = name
        self.type = "checkbox"
        self.className = "form-check-input"
        self.defaultChecked = ticked
        # A box that is drawn anew with another tick is another box.
        self.key = f"{value} {ticked}"


def tick_boxes(name: str, options: Sequence[tuple[str, Content]], ticked: Collection[str]) -> Component:
    """A box for each option (value, words); `ticked` are values."""
    return html.Div([_box(Tick(name, value, ticked=value in ticked), words) for value, words in options], className="checks")


def _box(tick: Tick, words: Content) -> Component:
    return html.Div([tick, html.Label(words, htmlFor=tick.id, className="form-check-label")], className="form-check")
