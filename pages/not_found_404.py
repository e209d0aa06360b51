"""What stands at an address that names no page."""

import dash
from flask_babel import gettext as _

from components.refusal import refusal
from dashboard.permissions import Permission

dash.register_page(__name__, path="/not-found-404", title=lambda **_variables: _("There is nothing here"), permission=Permission.HELP_READ)


def layout(**_query):
    return refusal(404)
