"""Links for service users: all of them, or those about one micro project and its events."""

import dash
from flask_babel import gettext as _

from components.editing.edit_button import edit_row
from components.empty import empty
from components.filters import read_filters
from components.help.help_link import help_link
from components.link import link
from components.page import page
from components.question import question
from components.surveys.way import survey_button, survey_list
from dashboard.permissions import Permission
from dashboard.security import actor, usual_time_zone
from data_layer.access import reading
from data_layer.surveys.survey import MOST_LISTED, surveys_about
from data_layer.whole_number import POSITIVE_NUMBERS

dash.register_page(
    __name__, path="/surveys", title=lambda **_variables: _("Links for service users"), permission=Permission.DATA_EDIT, live=True
)


def layout(**query):
    filters = read_filters(query, allowed={"micro_project": POSITIVE_NUMBERS})
    project = int(filters.get("micro_project", "0")) or None
    with reading(actor()) as session:
        lines = surveys_about(session, project, default_zone=usual_time_zone())
    return page(
        eyebrow=link(_("Participation"), "/participation")
        if project is None
        else link(_("Its micro project"), f"/micro-projects/{project}"),
        title=_("What do service users say themselves?"),
        lede=_("A link or a sheet of slips asks service users themselves, without a name. Links are made on the page of a micro project."),
        ignored=filters.ignored,
        children=_list(lines, project),
    )


def _list(lines, project: int | None):
    tools = edit_row(survey_button(_("Make a link"), f"new?micro_project={project}")) if project else None
    none = empty(_("Nobody was asked yet."), _("Open a micro project and choose “Make a link”."))
    how = _("The latest %(n)s.", n=MOST_LISTED) if len(lines) == MOST_LISTED else None
    shown = survey_list(lines) if lines else none
    return question(_("Who was asked?"), shown, name="asked", how=how, source=help_link("link-for-users", _("About links")), tools=tools)
