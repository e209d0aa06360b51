"""Reporting periods: which are closed, so that what was reported stays as it is?"""

import dash
from dash import Input, Output, State, dcc
from flask_babel import gettext as _

from components.filters import read_filters
from components.help.help_link import with_help
from components.ids import scoped
from components.link import link
from components.message import message
from components.page import page
from components.question import question
from components.releases.period_list import add_form, period_list, periods_say
from dashboard.permissions import Permission
from dashboard.security import actor, callback
from data_layer.access import reading, writing
from data_layer.releases.period import add_period, periods, span

PATH = "/outcomes/periods"

dash.register_page(
    __name__,
    path=PATH,
    title=lambda **_variables: _("Reporting periods"),
    permission=Permission.RELEASE_MAKE,
    live=True,
)

ids = scoped("reporting-periods")
LONGEST = 200


def layout(**query):
    filters = read_filters(query, allowed={"done": ["added"]})
    with reading(actor()) as session:
        found = periods(session)
    done = [message(_("The period is there, and open."), "done")] if filters.get("done") else []
    rule = _("A period counts for all networks. What may have happened on one of its days is dated in it.")
    about = with_help(rule, "reporting-period", _("What a closed period keeps"))
    return page(
        eyebrow=[link(_("Outcomes for funders"), "/outcomes"), " / ", _("Reporting periods")],
        title=_("Which periods are closed?"),
        lede=_("Once a period is reported on, close it: then what is counted of it stays as it was reported."),
        ignored=filters.ignored,
        children=[
            dcc.Location(id=ids("address"), refresh=True),
            *done,
            question(_("Which periods are there?"), period_list(found, path=PATH), name="periods", reads=periods_say(found), source=about),
            question(_("Which period is new?"), add_form(ids), name="new-period"),
        ],
    )


@callback(
    Output(ids("address"), "href"),
    Input(ids("add"), "n_clicks"),
    State(ids("name"), "value"),
    State(ids("first"), "value"),
    State(ids("last"), "value"),
    permission=Permission.RELEASE_MAKE,
    fields={field: ids(f"{field}-problem") for field in ("name", "first", "last")},
    prevent_initial_call=True,
)
def add(_clicks: int, name: str | None, first: str | None, last: str | None):
    begins, ends = span((first or "")[:LONGEST], (last or "")[:LONGEST])
    with writing(actor()) as session:
        add_period(session, name=name, first=begins, last=ends)
    return f"{PATH}?done=added"
