"""What stands where nothing is recorded yet."""

from dash import html

from components.content import Content, listed


def empty(what: str, then: Content | None = None) -> html.Div:
    """A box that says what would stand here (a strong sentence) and what to do about it or who can."""
    return html.Div([html.Strong(what), *([html.Span(listed(then))] if then is not None else [])], className="empty")
