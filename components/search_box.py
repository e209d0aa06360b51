"""The search box of the shell."""

from dash import dcc, html
from dash.development.base_component import Component
from flask_babel import gettext as _


def search_box() -> Component:
    """A field that finds records by a part of their name; assets/search.js asks for them and shows them below."""
    words = {"data-none": _("Nothing found. Try fewer letters."), "data-found": _("%(n)s found. Choose with the arrow keys.", n="{n}")}
    return html.Div(
        [
            html.Label(_("Search"), htmlFor="search", className="sr"),
            dcc.Input(id="search", type="search", autoComplete="off", placeholder=_("Search"), maxLength=100),
            html.Span(
                [
                    html.Span(id="search-said", role="status", className="sr", **words),
                    html.Ul(id="search-list", role="listbox", hidden=True),
                ],
                className="search-found",
            ),
        ],
        className="search",
    )
