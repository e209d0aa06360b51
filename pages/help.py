"""Help: what is this, what does this word mean, how is this counted."""

import dash
from flask_babel import gettext as _

from components.page import page
from dashboard.permissions import Permission

dash.register_page(__name__, path="/help", permission=Permission.HELP_READ, label=lambda: _("Help"))


def layout(**_query):
    return page(eyebrow=_("Help"), title=_("What does this word mean?"), children=[])
