"""What stands in the one place for messages."""

from typing import Literal

import dash_bootstrap_components as dbc
from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _

from components.content import Content, listed

MessageKind = Literal["done", "note", "problem"]


def message(text: Content, kind: MessageKind = "problem") -> Component:
    """A message: a problem is read aloud at once and can be closed, the others are read when the reader pauses."""
    words = [html.Strong(_heading(kind), className="message-kind"), " ", html.Span(listed(text))]
    class_name = f"message message-{kind}"
    if kind == "problem":
        return dbc.Alert(words, is_open=True, dismissable=True, fade=False, class_name=class_name)
    return html.Div(words, className=f"alert {class_name}", role="status")


def session_banner(href: str) -> Component:
    """The banner for an ended sign-in; `href` leads to the log-in that comes back here. What was typed stays on the page."""
    words = _("You are no longer signed in. What you typed is still here: copy it before you sign in again.")
    return html.Div(
        [html.P([html.Strong(words), " "]), html.A(_("Sign in again"), href=href, className="btn btn-primary")],
        className="session-banner",
        role="alert",
    )


def _heading(kind: MessageKind) -> str:
    return {"done": _("Done."), "note": _("Please note."), "problem": _("That did not work.")}[kind]
