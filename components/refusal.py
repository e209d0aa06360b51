"""What stands in place of a page that the person may not see, or that is not there."""

from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _


def refusal(status: int) -> Component:
    """The page for a 403 (not allowed) or a 404 (not there, or not yours: the same words for both)."""
    if status == 403:
        title = _("This page is not for your role")
        text = _("Your account does not have the right to open it. If you need it, ask the person who gave you the account.")
    else:
        title = _("There is nothing here")
        text = _("The address is wrong, or what it names is not in the networks that you work in.")
    return html.Div(
        [html.H1(title), html.P(text, className="lede"), html.P(html.A(_("Go to your start page"), href="/", className="btn btn-primary"))],
        className="page refusal",
        **{"data-status": str(status)},
    )
