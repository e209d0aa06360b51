"""What every page of administration about one row holds: its number for the callbacks, the way on, and what was just done."""

from dash import dcc
from dash.development.base_component import Component

from components.ids import Ids
from components.message import message


def about_row(ids: Ids, row_id: int, done: str | None) -> list[Component]:
    """The stores `address` (writing it opens another page) and `which` (the row's id), and what was `done`, if anything."""
    said = [message(done, "done")] if done else []
    return [dcc.Location(id=ids("address"), refresh=True), dcc.Store(id=ids("which"), data=row_id), *said]
