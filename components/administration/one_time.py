"""A one-time password, shown once."""

from datetime import datetime

from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _

from components.formats import instant
from components.ids import Ids
from components.link import link
from components.message import message
from components.note import note


def one_time_button(ids: Ids) -> Component:
    """The button `one-time`."""
    button = html.Button(_("Make a one-time password"), id=ids("one-time"), type="button", className="btn btn-primary")
    return html.Div(button, className="form")


def own_account_note() -> Component:
    """Why there is nothing to change about one's own account here."""
    words = _(
        "This is your own account. You change your password under “My account”. All else is done by another administrator, so that nobody "
        "shuts themself out."
    )
    return note([html.P([words, " ", link(_("My account"), "/account")])])


def one_time_password(email: str, password: str, until: datetime | None) -> Component:
    """The password for `email`, good until an instant; read aloud when it appears."""
    words = [
        html.P(_("The one-time password of %(email)s:", email=email)),
        html.P(html.Code(password), className="one-time"),
        html.P(
            _(
                "Write it down: it is shown only now. Hand it over in person or by phone. It works until %(moment)s.",
                moment=instant(until) if until else "",
            )
        ),
    ]
    return message(html.Div(words), "done")
