"""Facts as pairs of a term and its value."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from components.content import Content, listed
from components.unknown import unknown


def facts(pairs: Sequence[tuple[str | Component, Content | None]]) -> html.Dl:
    """A list of (term, value), the term as text or a link; a value of None is shown as unknown."""
    return html.Dl([html.Div([html.Dt(term), html.Dd(_value(value))]) for term, value in pairs], className="facts")


def _value(value: Content | None) -> Content:
    return [unknown()] if value is None else listed(value)
