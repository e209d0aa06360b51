"""Blocks side by side that stack on narrow screens."""

from dash import html

from components.content import Content, listed


def split(main: Content, side: Content) -> html.Div:
    """A wide column and a narrow one beside it."""
    return html.Div([html.Div(listed(main)), html.Div(listed(side))], className="split")


def two(left: Content, right: Content) -> html.Div:
    """Two columns of the same width."""
    return html.Div([html.Div(listed(left)), html.Div(listed(right))], className="two")
