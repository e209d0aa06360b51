"""The source of a row, as the last cell of a table."""

from dash import html


def cited(source: str | None) -> html.Span | None:
    """The source, which may break anywhere but keeps some width; None stays None (unknown)."""
    return html.Span(source, className="cited") if source else None
