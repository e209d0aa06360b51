"""One link for service users: how they get there, and what they said together."""

import dash
from flask_babel import gettext as _

from components.editing.edit_button import edit_row
from components.filters import read_filters
from components.help.help_link import with_help
from components.link import link
from components.page import page
from components.question import question
from components.surveys.results import no_result, say_bars, say_says, say_table, theme_table
from components.surveys.way import about_line, survey_button, way_in
from dashboard.permissions import Permission
from dashboard.security import actor, form_address, usual_time_zone
from data_layer.access import reading
from data_layer.models import Survey
from data_layer.surveys.counting import middle_step
from data_layer.surveys.survey import SurveyLine, survey_line

dash.register_page(
    __name__,
    path_template="/surveys/<survey_id>",
    title=lambda **_variables: _("Link for service users"),
    permission=Permission.DATA_EDIT,
    record=Survey,
    live=True,
)


def layout(survey_id=0, **query):
    with reading(actor()) as session:
        line = survey_line(session, survey_id, default_zone=usual_time_zone())
    return page(
        eyebrow=_eyebrow(line),
        title=_("What do service users say? %(name)s", name=line.name),
        lede=about_line(line),
        ignored=read_filters(query, allowed={}).ignored,
        children=[_way(line), _say(line), *_helped(line)],
    )


def _eyebrow(line: SurveyLine):
    up = link(_("Micro projects"), "/micro-projects")
    if line.micro_project_id is None:
        return up
    return [up, " / ", link(_("Its micro project"), f"/micro-projects/{line.micro_project_id}")]


def _way(line: SurveyLine):
    address, reachable = form_address(line.id, line.made_at)
    tools = edit_row(survey_button(_("Change or withdraw"), f"{line.id}/change"))
    how = _("The form needs no account. It keeps no name, no address and no mark of the device.")
    return question(_("How do they get there?"), way_in(line, address, reachable=reachable), name="way", how=how, tools=tools)


def _say(line: SurveyLine):
    tools = edit_row(survey_button(_("Enter answers from paper"), f"{line.id}/paper"))
    text = _("How much say did they have?")
    rule = with_help(_("Counted in fives; those who named no step are not in the middle."), "link-for-users", _("About links"))
    if line.answers is None:
        return question(text, no_result(), name="say", source=rule, tools=tools)
    says = say_says(line.answers, middle_step(line.counts), read=line.has_reading)
    return question(text, say_bars(line.counts), name="say", reads=says, table=say_table(line.counts), source=rule, tools=tools)


def _helped(line: SurveyLine):
    if line.answers is None:
        return []
    rule = [_("Own words stand among the voices, in alphabetical order:"), " ", link(_("Voices"), "/voices")]
    return [question(_("What helped, and what did not?"), theme_table(line.counts), name="helped", source=rule)]
