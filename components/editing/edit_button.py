"""The quiet button that opens the form for a row, or for a new one."""

from typing import Any
from urllib.parse import urlencode

from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _

from components.content import Content, listed
from components.unknown import unknown

# The same look and place everywhere: at the head of a block, or at the end of a row.
CLASS = "btn-edit"


def edit_button(table: str, row_id: int, name: str = "") -> Component:
    """Opens the form for this row; `name` is what the row is called, for those who hear the page."""
    return html.Button(_("Edit"), className=CLASS, **_opens(f"{table}/{row_id}"), **_spoken(_("Edit: %(name)s", name=name) if name else ""))


def add_button(words: str, table: str, **begins: Any) -> Component:
    """Opens the form for a new row, which begins with these values; "network" is the LEN, and a trailing _ is left out of names."""
    query = urlencode({name.rstrip("_"): value for name, value in begins.items() if value is not None})
    return html.Button(words, className=CLASS, **_opens(f"{table}?{query}" if query else table))


def fill_button(words: str, table: str, row_id: int | None = None, **begins: Any) -> Component:
    """Drawn as a button: opens the form for a row (a new one without `row_id`), filled in with these values, which are saved with it."""
    path = table if row_id is None else f"{table}/{row_id}"
    return html.Button(words, className="btn", **_opens(f"{path}?{urlencode(begins)}"))


def move_button(micro_project_id: int, name: str) -> Component:
    """Opens the form that moves a micro project to another phase or to an end."""
    opens = _opens(f"phase_change?micro_project={micro_project_id}")
    return html.Button(_("Move"), className=CLASS, **opens, **_spoken(_("Move: %(name)s", name=name)))


def edit_row(*buttons: Component | None) -> Component:
    """Buttons side by side at the head of a block."""
    return html.P([button for button in buttons if button is not None], className="edit-row")


def with_edit(content: Content | None, table: str, row_id: int, name: str = "", *, editable: bool) -> Content | None:
    """The content of a cell with the button at its end, where the account may edit."""
    if not editable:
        return content
    return [*listed(unknown() if content is None else content), " ", edit_button(table, row_id, name)]


def _opens(path: str) -> dict[str, str]:
    return {"data-form": path, "type": "button"}


def _spoken(words: str) -> dict[str, str]:
    return {"aria-label": words} if words else {}
