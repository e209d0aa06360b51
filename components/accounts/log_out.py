"""The way out, as a form: a link could be followed by accident."""

from dash import dcc, html
from dash.development.base_component import Component
from flask_babel import gettext as _


def log_out(token: str, *, class_name: str = "link-button") -> Component:
    """A button that ends the sign-in; `token` proves that the form is ours."""
    field = dcc.Input(type="hidden", name="csrf_token", value=token)
    button = html.Button(_("Log out"), type="submit", className=class_name)
    return html.Form([field, button], method="post", action="/logout", className="log-out")
