"""A day in the filter sentence."""

from datetime import date

import dash_bootstrap_components as dbc
from dash import html

from components.filters import filter_id
from components.ids import dom_id


def day_pick(key: str, label: str, value: date) -> html.Span:
    """A field for a day that writes the address like the selects do, once it is left; `label` is its name for screen readers."""
    field_id = filter_id(key)
    return html.Span(
        [
            html.Label(label, htmlFor=dom_id(field_id), className="sr"),
            dbc.Input(type="date", value=value.isoformat(), id=field_id, debounce=True, class_name="pick-day"),
        ],
        className="pick-in",
    )
