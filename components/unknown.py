"""The unknown as a value: drawn, never 0 and never an empty cell."""

from dash import html
from flask_babel import gettext as _


def unknown(text: str | None = None) -> html.Span:
    """The word "unknown" (or a given phrase such as "date unknown") in running text or a cell."""
    return html.Span(text or _("unknown"), className="unknown")


def unknown_box(text: str | None = None) -> html.Span:
    """The same with a dashed edge, for use inside a picture or a list ("not asked yet")."""
    return html.Span(text or _("unknown"), className="unknown-box")
