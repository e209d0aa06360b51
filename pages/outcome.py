"""One release: its tables as they were fixed when it was made."""

import dash
from dash import Input, Output, State, html
from flask_babel import gettext as _

from components.link import link
from components.releases.page import read_page, release_page
from components.releases.sharing import WRONG, below_report, sent
from dashboard.permissions import Permission
from dashboard.security import actor, allowed, callback
from data_layer.access import reading, writing
from data_layer.models import Release
from data_layer.releases.message import open_message_counts, send_message
from data_layer.releases.outcome import get_outcomes
from data_layer.releases.word import words_of

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
        words = words_of(session, release_id)
        waiting = open_message_counts(session).get(release_id, 0) if allowed(Permission.RELEASE_MAKE) else None
    shown = release_page(
        outcomes,
        read_page(query),
        path=f"{PATH}/{release_id}",
        files=f"{PATH}/{release_id}",
        words=words,
        eyebrow=[link(_("Outcomes for funders"), PATH), " / ", outcomes.title],
    )
    return html.Div([*shown.children, below_report(release_id, waiting=waiting)], className="page")


@callback(
    Output(WRONG("sent"), "children"),
    Output(WRONG("words"), "value"),
    Input(WRONG("send"), "n_clicks"),
    State(WRONG("release"), "data"),
    State(WRONG("words"), "value"),
    permission=Permission.RELEASE_READ,
    fields={"words": WRONG("words-problem")},
    prevent_initial_call=True,
)
def send(_clicks: int | None, release_id: int, words: str | None):
    with writing(actor()) as session:
        send_message(session, release_id, words or "", account_id=actor().account_id)
    return sent(), ""
