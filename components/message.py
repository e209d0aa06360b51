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


def message_area(area_id: str) -> Component:
    """The empty, closed place for messages; who has something to say sets `children` and `is_open`."""
    return dbc.Alert(id=area_id, is_open=False, dismissable=True, fade=False, class_name="message message-problem")


def session_banner() -> Component:
    """The banner for an ended sign-in. It opens the log-in beside this page, so that what was typed here is still there afterwards."""
    words = _("You are no longer signed in. What you typed is still here: sign in again in a new tab, then come back to this one.")
    return html.Div(
        [html.P(html.Strong(words)), html.A(_("Sign in again"), href="/login", target="_blank", className="btn btn-primary")],
        className="session-banner",
        role="alert",
    )


def _heading(kind: MessageKind) -> str:
    return {"done": _("Done."), "note": _("Please note."), "problem": _("That did not work.")}[kind]
