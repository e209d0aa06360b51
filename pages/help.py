"""Help: what is this, what does this word mean, how is this counted."""

import dash
from dash import ClientsideFunction, Input, Output, clientside_callback, html
from flask_babel import gettext as _

from components.filters import read_filters
from components.help.glossary import glossary
from components.help.glossary_view import contents, explained
from components.help.role_guide import role_guide
from components.ids import scoped
from components.page import page
from dashboard.permissions import Permission
from dashboard.security import actor

dash.register_page(__name__, path="/help", title=lambda **_variables: _("Help"), label=lambda: _("Help"), permission=Permission.HELP_READ)

ids = scoped("help")


def layout(**query):
    groups = glossary()
    return page(
        eyebrow=_("Help"),
        title=_("What does this word mean?"),
        lede=_("Every word of the dashboard and every figure that it shows: what it is, how it is counted, and where it comes from."),
        ignored=read_filters(query, allowed={}).ignored,
        children=[role_guide(actor().role), _contents(groups), html.Div(explained(groups), id=ids("terms"))],
    )


def _contents(groups):
    heading = ids("contents")
    return html.Section(
        [html.H2(_("All words"), id=heading, tabIndex=-1), contents(groups)], className="ask", **{"aria-labelledby": heading}
    )


clientside_callback(
    ClientsideFunction("help", "showTerm"),
    Output(ids("terms"), "data-term"),
    Input("_pages_location", "hash"),
)
