"""The address for a calendar program: made, shown once, revoked."""

from datetime import datetime

from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _

from components.formats import instant
from components.ids import Ids
from components.note import note


def calendar_view(made_at: datetime | None, ids: Ids, *, address: str | None = None) -> list[Component]:
    """What there is now (`made_at`: the present address; None: none), with the buttons `calendar-make` and `calendar-revoke`.

    `address` is the whole address right after it was made; the server does not know it later.
    """
    if address is not None:
        words: list[str | int | Component] = [
            html.P(_("The address for your calendar program:")),
            html.P(html.Code(address), className="one-time calendar-address"),
            html.P(_("Copy it now: it is shown only this once. Whoever has it can read these dates, so show it to nobody.")),
        ]
        shown: list[Component] = [note(words)]
    elif made_at is not None:
        shown = [html.P(_("You made an address on %(moment)s. It cannot be shown again.", moment=instant(made_at)))]
    else:
        shown = [html.P(_("You have no address yet."))]
    make = _("Make a new address") if made_at is not None else _("Make an address")
    revoke = html.Button(_("Revoke it"), id=ids("calendar-revoke"), type="button", className="btn", hidden=made_at is None)
    return [*shown, html.Div([html.Button(make, id=ids("calendar-make"), type="button", className="btn"), revoke], className="btn-row")]
