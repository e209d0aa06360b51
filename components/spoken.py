"""Text for screen readers only."""

from dash import html


def spoken(text: str) -> html.Span:
    """Text that is read aloud and not drawn; give it the space that parts it from its neighbours."""
    return html.Span(text, className="sr")
