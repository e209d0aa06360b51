"""A notice beside what it is about."""

from dash import html

from components.content import Content, listed


def note(content: Content) -> html.Div:
    """A notice with a cloudberry bar; text or paragraphs."""
    return html.Div([html.P(content)] if isinstance(content, str) else listed(content), className="note")
