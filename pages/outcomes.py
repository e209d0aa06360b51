"""Outcomes: the releases that name the account; to those who make none, the only one of them itself."""

import dash
from dash import html
from flask_babel import gettext as _

from components.page import page
from components.releases.making import other_readers, ways
from components.releases.page import no_release, read_page, release_list, release_page
from components.releases.sharing import below_report, compare_link, waiting_messages
from components.releases.told_apart import told_apart
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
    filters, makes = read_page(query), allowed(Permission.RELEASE_MAKE)
    with reading(actor()) as session:
        found = releases(session)
        if len(found) == 1 and not makes:
            only = get_outcomes(session, found[0].id)
            return _only(only, filters, words_of(session, only.id))
        others = other_readers(readers(session, [line.id for line in found]), own=actor().email) if makes else None
        waiting = open_message_counts(session) if makes else {}
    names = told_apart(found)
    compare = f"{PATH}/compare" if len(found) > 1 else None
    return page(
        eyebrow=_("Outcomes for funders"),
        title=_("Which releases can you read?"),
        ignored=filters.ignored,
        children=[
            *([ways(f"{PATH}/new", compare, f"{PATH}/periods")] if makes else []),
            release_list(found, others) if found else no_release(),
            *waiting_messages([(line.id, names[line.id], waiting.get(line.id, 0)) for line in found]),
            *([compare_link()] if compare and not makes else []),
        ],
    )


def _only(outcomes, filters, words):
    shown = release_page(outcomes, filters, path=PATH, eyebrow=_("Outcomes for funders"), words=words, files=f"{PATH}/{outcomes.id}")
    return html.Div([*shown.children, below_report(outcomes.id, waiting=None)], className="page")
