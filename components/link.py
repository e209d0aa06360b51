"""Links inside the dashboard and out of it."""

from dash import dcc, html
from dash.development.base_component import Component

from components.content import Content


def link(text: Content, href: str, *, button: bool = False, spoken_after: str | None = None) -> Component:
    """A link; inside the dashboard it changes the page without loading it anew.

    `button` draws it as a button; `spoken_after` is read aloud after the text and a colon, for links whose words repeat on a page.
    """
    children: Content = text if spoken_after is None else [html.Span(text), html.Span(f": {spoken_after}", className="sr")]
    class_name = "btn" if button else ""
    if href.startswith(("/", "?")) and not href.startswith(("//", "/download/", "/logout", "/shared/")):
        return dcc.Link(children, href=href, className=class_name)
    return html.A(children, href=href, className=class_name)
