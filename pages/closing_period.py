"""One reporting period: its name, whether it is closed, and who closed it or opened it again, when and why."""

import dash
from dash import Input, Output, State
from flask_babel import gettext as _

from components.administration.one_row import about_row
from components.filters import read_filters
from components.help.help_link import help_link
from components.ids import scoped
from components.link import link
from components.page import page
from components.question import question
from components.releases.period_list import close_form, days_of, open_form, rename_form, state_flag, turns_list
from dashboard.permissions import Permission
from dashboard.security import actor, callback
from data_layer.access import reading, writing
from data_layer.models import ReportingPeriod
from data_layer.releases.period import close_period, get_period, open_period, period_numbered, rename_period

PATH = "/outcomes/periods"

dash.register_page(
    __name__,
    path_template=f"{PATH}/<period_id>",
    title=lambda **_variables: _("Reporting period"),
    permission=Permission.RELEASE_MAKE,
    record=ReportingPeriod,
    record_name=ReportingPeriod.name,
    live=True,
)

ids = scoped("reporting-period")


def layout(period_id=0, **query):
    done = {"kept": _("The name is kept."), "closed": _("The period is closed."), "opened": _("The period is open again.")}
    filters = read_filters(query, allowed={"done": list(done)})
    with reading(actor()) as session:
        period = get_period(session, period_id)
    return page(
        eyebrow=[link(_("Reporting periods"), PATH), " / ", period.name],
        title=period.name,
        lede=[days_of(period), " ", state_flag(period)],
        ignored=filters.ignored,
        children=[
            *about_row(ids, period.id, done.get(filters.get("done"))),
            _turn(period),
            question(_("What is it called?"), rename_form(ids, period.name), name="name"),
            question(_("When was it closed and opened?"), turns_list(period), name="turns"),
        ],
    )


def _turn(period):
    if period.closed:
        return question(_("Must something in it change?"), open_form(ids), name="open", source=_about())
    return question(_("Is everything in it as it is to be reported?"), close_form(ids), name="close", source=_about())


def _about():
    return help_link("reporting-period", _("What a closed period keeps"))


@callback(
    Output(ids("address"), "href"),
    Input(ids("keep"), "n_clicks"),
    State(ids("which"), "data"),
    State(ids("name"), "value"),
    permission=Permission.RELEASE_MAKE,
    fields={"name": ids("name-problem")},
    prevent_initial_call=True,
)
def keep_name(_clicks: int, which: int, name: str | None):
    with writing(actor()) as session:
        rename_period(session, period_numbered(session, which), name=name)
    return f"{PATH}/{which}?done=kept"


@callback(
    Output(ids("address"), "href", allow_duplicate=True),
    Input(ids("close"), "n_clicks"),
    State(ids("which"), "data"),
    permission=Permission.RELEASE_MAKE,
    prevent_initial_call=True,
)
def close(_clicks: int, which: int):
    with writing(actor()) as session:
        close_period(session, period_numbered(session, which))
    return f"{PATH}/{which}?done=closed"


@callback(
    Output(ids("address"), "href", allow_duplicate=True),
    Input(ids("open"), "n_clicks"),
    State(ids("which"), "data"),
    State(ids("reason"), "value"),
    permission=Permission.RELEASE_MAKE,
    fields={"reason": ids("reason-problem")},
    prevent_initial_call=True,
)
def open_again(_clicks: int, which: int, reason: str | None):
    with writing(actor()) as session:
        open_period(session, period_numbered(session, which), reason=reason)
    return f"{PATH}/{which}?done=opened"
