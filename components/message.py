"""What stands in the one place for messages."""

from typing import Literal

import dash_bootstrap_components as dbc
from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _

from components.content import Content, listed

MessageKind = Literal["done", "note", "problem"]


def message(text: Content, kind: MessageKind = "problem") -> Component:
    """A message on a page: a problem is read aloud at once, the others are read when the reader pauses."""
    words = [html.Strong(_heading(kind), className="message-kind"), " ", html.Span(listed(text))]
    return html.Div(words, className=f"alert message message-{kind}", role="alert" if kind == "problem" else "status")


def message_area(area_id: str) -> Component:
    """The empty, closed place for messages; who has something to say sets `children` and `is_open` of `area_id`.

    The button that closes it stands beside the message, which is written over; assets/message.js acts on it.
    """
    area = dbc.Alert(id=area_id, is_open=False, dismissable=False, fade=False, class_name="message message-problem")
    name = {"aria-label": _("Close this message"), "data-closes": area_id}
    return html.Div([area, html.Button(type="button", className="btn-close", **name)], className="message-area")


def session_banner() -> Component:
    """The banner for an ended sign-in. It opens the log-in beside this page, so that what was typed here is still there afterwards."""
    words = _("You are no longer signed in. What you typed is still here: sign in again in a new tab, then come back to this one.")
    return html.Div(
        [html.P(html.Strong(words)), html.A(_("Sign in again"), href="/login", target="_blank", className="btn btn-primary")],
        className="session-banner",
        role="alert",
    )


def ending_banner() -> Component:
    """The banner shortly before a sign-in ends; assets/live.js shows it and acts on its button."""
    words = _("You have not done anything for a while. In two minutes or less you will be signed out. What you typed stays here.")
    return html.Div(
        [html.P(html.Strong(words)), html.Button(_("Stay signed in"), id="stay-signed-in", type="button", className="btn btn-primary")],
        className="session-banner",
        role="alert",
    )


def _heading(kind: MessageKind) -> str:
    return {"done": _("Done."), "note": _("Please note."), "problem": _("That did not work.")}[kind]
