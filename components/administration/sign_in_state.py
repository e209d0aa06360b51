"""Whether an account is signed in, and the way to end that."""

from datetime import datetime

from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _
from flask_babel import ngettext

from components.formats import instant
from components.ids import Ids


def sign_in_state(ids: Ids, count: int, seen_at: datetime | None) -> Component:
    """How many sign-ins there are, when it was last seen, and the button `end`, hidden where there is nothing to end."""
    now = ngettext("One sign-in.", "%(num)s sign-ins.", count) if count else _("Not now.")
    seen = _("Last seen: %(moment)s.", moment=instant(seen_at)) if seen_at else _("It was never there.")
    button = html.Button(_("End all its sign-ins"), id=ids("end"), type="button", className="btn", hidden=not count)
    return html.Div([html.P(f"{now} {seen}"), button], className="form")
