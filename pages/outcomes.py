"""Outcomes: the releases that name the account, or the only one of them itself."""

import dash
from flask_babel import gettext as _

from components.page import page
from components.releases.page import no_release, read_page, release_list, release_page
from dashboard.permissions import Permission
from dashboard.security import actor
from data_layer.access import reading
from data_layer.releases.outcome import get_outcomes, releases

PATH = "/outcomes"

dash.register_page(
    __name__,
    path=PATH,
    title=lambda **_variables: _("Outcomes"),
    order=60,
    label=lambda: _("Outcomes"),
    permission=Permission.RELEASE_READ,
)


def layout(**query):
    filters = read_page(query)
    with reading(actor()) as session:
        found = releases(session)
        only = get_outcomes(session, found[0].id) if len(found) == 1 else None
    if only is not None:
        return release_page(only, filters, path=PATH, eyebrow=_("Outcomes for funders"))
    return page(
        eyebrow=_("Outcomes for funders"),
        title=_("Which releases can you read?"),
        ignored=filters.ignored,
        children=[release_list(found) if found else no_release()],
    )
