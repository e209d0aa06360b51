"""Outcomes: the releases that name the account, or the only one of them itself."""

import dash
from dash import html
from flask_babel import gettext as _

from components.page import page
from components.releases.making import who_reads
from components.releases.page import no_release, read_page, release_list, release_page
from components.releases.sharing import below_report, compare_link, waiting_messages
from dashboard.permissions import Permission
from dashboard.security import actor, allowed
from data_layer.access import reading
from data_layer.releases.message import open_message_counts
from data_layer.releases.outcome import get_outcomes, releases
from data_layer.releases.reader import readers
from data_layer.releases.word import words_of

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
        words = words_of(session, only.id) if only is not None else []
        waiting = open_message_counts(session) if allowed(Permission.RELEASE_MAKE) else None
        made = _made(session, found) if allowed(Permission.RELEASE_MAKE) else []
    if only is not None:
        shown = release_page(only, filters, path=PATH, eyebrow=_("Outcomes for funders"), words=words, files=f"{PATH}/{only.id}")
        below = below_report(only.id, waiting=None if waiting is None else waiting.get(only.id, 0))
        return html.Div([*shown.children, below, *made], className="page")
    return page(
        eyebrow=_("Outcomes for funders"),
        title=_("Which releases can you read?"),
        ignored=filters.ignored,
        children=[
            *waiting_messages([(line.id, line.title, (waiting or {}).get(line.id, 0)) for line in found]),
            release_list(found) if found else no_release(),
            *([compare_link()] if len(found) > 1 else []),
            *made,
        ],
    )


def _made(session, found):
    named = readers(session, [line.id for line in found])
    return [who_reads([(line.id, line.title) for line in found], named, own=actor().email, new=f"{PATH}/new", periods=f"{PATH}/periods")]
