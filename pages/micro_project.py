"""One micro project: what it is, and how it came about."""

import dash
from dash import html
from flask_babel import get_timezone
from flask_babel import gettext as _

from components.columns import split
from components.content import listed
from components.editing.edit_button import add_button, edit_button, edit_row
from components.filters import Filters, address_with, read_filters
from components.help.help_link import help_link, with_help
from components.level import Level, has_no_role
from components.link import link
from components.page import page
from components.participation.pairs import stages
from components.projects.left_behind import left_picture, left_says
from components.projects.life import Notes
from components.projects.moment import Teller
from components.projects.money import money_picture, money_says
from components.projects.now import needs_list, needs_say, now
from components.projects.origin import conflicts_table, sources_list
from components.projects.readings import readings_table, say_picture, say_says, say_source
from components.projects.story import story_picture, story_says, story_table
from components.projects.supporters import supporters_picture, supporters_say, supporters_table
from components.question import question
from components.surveys.way import survey_button
from components.table import pages_of
from components.unknown import unknown
from dashboard.permissions import Permission
from dashboard.security import actor, allowed
from data_layer.access import reading
from data_layer.analysis.biography import last_said
from data_layer.analysis.left_behind import left_today
from data_layer.analysis.phase import standing
from data_layer.analysis.story import story
from data_layer.clock import today
from data_layer.models import MicroProject
from data_layer.projects.biography import Biography, Profile, biography
from data_layer.vocabulary import AccountRole

PATH = "/micro-projects"
READINGS, MONEY = "readings", "money"

dash.register_page(
    __name__,
    path_template=f"{PATH}/<micro_project_id>",
    title=lambda **_variables: _("Micro project"),
    permission=Permission.MICRO_PROJECT_READ,
    record=MicroProject,
    record_name=MicroProject.name,
)


def layout(micro_project_id=0, **query):
    person = actor()
    with reading(person) as session:
        life = biography(session, micro_project_id)
    notes = life.notes
    masked = person.role == AccountRole.LEADER
    staff, users = _levels(life)
    rows = {READINGS: len(life.readings) + has_no_role(staff, users), MONEY: len(life.cases)}
    filters = read_filters(query, allowed={key: _pages(count) for key, count in rows.items()})
    return page(
        eyebrow=_eyebrow(life.profile),
        title=life.profile.name,
        lede=life.profile.description or unknown(_("No description is recorded.")),
        ignored=filters.ignored,
        children=[
            html.P(link(_("Can it stand alone?"), f"/ownership/{life.profile.id}", button=True)),
            split([_story(life, notes, masked), _needs(life, masked)], [_now(life, notes, masked), _say(life, notes, staff, users)]),
            _supporters(life, notes),
            _left_behind(life),
            *_asked(life),
            *_readings(life, notes, filters, masked),
            _money(life, notes, filters),
            *_conflicts(life, notes, masked),
            _sources(life, notes),
        ],
    )


def _tools(*buttons):
    """What stands beside the heading of a block for those who may edit."""
    return edit_row(*buttons) if allowed(Permission.DATA_EDIT) else None


def _add(words, table, life: Biography, **begins):
    return add_button(words, table, micro_project=life.profile.id, **begins)


def _eyebrow(profile: Profile):
    up = [link(_("Micro projects"), PATH), " / ", link(profile.network, f"{PATH}?network={profile.network_id}")]
    return [*up, " · ", link(_("Indicators"), f"/indicators?about=micro_project-{profile.id}")]


def _pages(rows: int):
    return [str(number) for number in range(1, pages_of(rows) + 1)]


def _paged(life: Biography, filters: Filters, key: str):
    """Which page of a long table is asked for, and the address of each."""
    path = f"{PATH}/{life.profile.id}"
    return {"page": int(filters.get(key, "1")), "href": lambda number: address_with(path, filters, **{key: str(number)})}


def _levels(life: Biography):
    said = last_said(life)
    sides = (said.staff, said.users) if said else (None, None)
    return [Level(side.low, side.high) if side else None for side in sides]


def _story(life: Biography, notes: Notes, masked: bool):
    chapters = story(life)
    teller = Teller(life.profile.group_id, notes, masked, editable=allowed(Permission.DATA_EDIT))
    text = _("How did it come about?")
    rule = _("A moment stands in the phase that had begun on its first possible day. The order of undated ones is not known.")
    source = with_help(rule, "vague-dates", _("About dates")) if chapters else None
    table = story_table(chapters, teller, caption=_("Moments in order"))
    tools = _tools(_add(_("Add an event"), "event", life), _add(_("Move"), "phase_change", life))
    picture = story_picture(chapters, teller)
    return question(text, picture, name="story", reads=story_says(chapters), table=table, source=source, tools=tools)


def _now(life: Biography, notes: Notes, masked: bool):
    step = standing(life.steps).get(life.profile.id)
    twin = life.twin[:2] if life.twin else None
    facts = now(life.profile, step.phase if step else "unknown", notes, twin=twin, masked=masked)
    tools = _tools(edit_button("micro_project", life.profile.id, life.profile.name))
    return question(_("What is it now?"), facts, name="now", source=life.twin[2].text if life.twin else None, tools=tools)


def _say(life: Biography, notes: Notes, staff: Level | None, users: Level | None):
    text = _("How much say do service users have?")
    source, tools = say_source(life.readings, notes), _tools(_add(_("Add a reading"), "assessment", life))
    said = last_said(life)
    reads = say_says(staff, users, life.readings, stages=stages(said) if said and said.stages_differ else None)
    return question(text, say_picture(staff, users), name="say", reads=reads, source=source, tools=tools)


def _needs(life: Biography, masked: bool):
    listed_needs = needs_list(life.needs, masked=masked, editable=allowed(Permission.DATA_EDIT))
    tools = _tools(_add(_("Add a need"), "need", life, status="micro_project"))
    return question(_("Which needs did it come from?"), listed_needs, name="needs", reads=needs_say(life.needs), tools=tools)


def _supporters(life: Biography, notes: Notes):
    ties = (*life.ties, *life.grown)
    table = supporters_table(life.profile, ties, notes, caption=_("Ties"), editable=allowed(Permission.DATA_EDIT))
    picture = supporters_picture(life.profile, life.ties)
    rule = _("Its supporters are the ties of the group behind it. A tie that both sides report is confirmed.")
    source = with_help(rule, "supporters", _("About supporters"))
    says, text = supporters_say(life.profile, life.ties), _("Who stands around it?")
    group = life.profile.group_id
    tools = _tools(add_button(_("Add a tie"), "tie", network=life.profile.network_id, to=group)) if group else None
    return question(text, picture, name="supporters", reads=says, table=table, source=source if ties else None, tools=tools)


def _left_behind(life: Biography):
    held = left_today(life, today(life.profile.time_zone or str(get_timezone())))
    over_time = link(_("The network over time"), f"/network/change?network={life.profile.network_id}")
    rule = _("Ties that name it, or one of its events, as what they came out of; without a recorded end they hold.")
    source = [rule, " ", help_link("left-behind", _("About what is left")), " ", over_time]
    return question(_("What does it leave behind?"), left_picture(held), name="left", reads=left_says(held), source=source)


def _asked(life: Biography):
    """How service users are asked themselves; coordinators only."""
    if not allowed(Permission.DATA_EDIT):
        return []
    tools = edit_row(survey_button(_("Make a link"), f"new?micro_project={life.profile.id}"))
    there = link(_("Its links, and what was answered"), f"/surveys?micro_project={life.profile.id}")
    asks = [_("A link or a sheet of slips asks service users themselves, without a name."), " ", there]
    return [question(_("What do service users say themselves?"), asks, name="asked", tools=tools)]


def _readings(life: Biography, notes: Notes, filters: Filters, masked: bool):
    if not life.readings:
        return []
    no_role = has_no_role(*_levels(life))
    paged = _paged(life, filters, READINGS)
    table = readings_table(life.readings, notes, no_role=no_role, with_judges=not masked, editable=allowed(Permission.DATA_EDIT), **paged)
    return [question(_("What do the readings rest on?"), table, name="readings", source=help_link("reading", _("About readings")))]


def _money(life: Biography, notes: Notes, filters: Filters):
    editable, paged = allowed(Permission.DATA_EDIT), _paged(life, filters, MONEY)
    picture = money_picture(life.cases, life.ties, life.profile.group_id, notes, editable=editable, **paged)
    rule = _("Each case in its own currency; amounts are not added up. What is not stated is unknown.")
    return question(
        _("Where does its money come from?"),
        picture,
        name="money",
        reads=money_says(life.cases),
        source=rule if life.cases else None,
        tools=_tools(_add(_("Add a funding case"), "funding_case", life)),
    )


def _conflicts(life: Biography, notes: Notes, masked: bool):
    table = conflicts_table(life, notes, masked=masked)
    source = help_link("conflict", _("About sources that disagree"))
    return [question(_("Where do its sources disagree?"), table, name="conflicts", source=source)] if table else []


def _sources(life: Biography, notes: Notes):
    return question(_("Where do these facts come from?"), listed(sources_list(life, notes)), name="sources")
