"""One release: its tables as they were fixed when it was made."""

import dash
from flask_babel import gettext as _

from components.link import link
from components.releases.page import read_page, release_page
from dashboard.permissions import Permission
from dashboard.security import actor
from data_layer.access import reading
from data_layer.models import Release
from data_layer.releases.outcome import get_outcomes

PATH = "/outcomes"

dash.register_page(
    __name__,
    path_template=f"{PATH}/<release_id>",
    title=lambda **_variables: _("Outcomes"),
    permission=Permission.RELEASE_READ,
    record=Release,
    record_name=Release.title,
)


def layout(release_id=0, **query):
    with reading(actor()) as session:
        outcomes = get_outcomes(session, release_id)
    return release_page(
        outcomes,
        read_page(query),
        path=f"{PATH}/{release_id}",
        eyebrow=[link(_("Outcomes for funders"), PATH), " / ", outcomes.title],
    )
