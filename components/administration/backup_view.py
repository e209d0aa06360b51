"""How old the last back-up is, and how one is made."""

from datetime import datetime, timedelta

from babel.dates import format_timedelta
from dash import html
from dash.development.base_component import Component
from flask_babel import get_locale
from flask_babel import gettext as _

from components.flag import flag
from components.formats import instant

DUE = timedelta(days=7)


def backup_age(made: datetime | None, now: datetime) -> Component:
    """When the last back-up was made and whether a new one is due."""
    if made is None:
        return html.P([flag(_("due"), "bad"), " ", _("No back-up was ever made.")])
    age = format_timedelta(now - made, locale=get_locale())
    words = _("It was made on %(moment)s, %(age)s ago.", moment=instant(made), age=age)
    return html.P([flag(_("due"), "bad") if now - made > DUE else flag(_("fresh"), "good"), " ", words])


def backup_how() -> Component:
    """The commands, as they are typed on the server."""
    lines = [
        (_("Make a back-up, also while people work:"), "flask --app app backup FILE"),
        (_("Put one back, with the dashboard stopped:"), "flask --app app restore FILE"),
        (_("Look for what is wrong with the installation:"), "flask --app app check"),
    ]
    return html.Dl([html.Div([html.Dt(words), html.Dd(html.Code(line))]) for words, line in lines], className="facts commands")
