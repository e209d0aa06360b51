"""One pilot: its way along the five steps, what is to be done, and what was learned."""

from typing import Any

import dash
from flask_babel import get_timezone
from flask_babel import gettext as _

from components.columns import split
from components.editing.edit_button import add_button, edit_button, edit_row
from components.empty import empty
from components.field_note import field_marks
from components.filters import Filters, address_with, read_filters
from components.help.help_link import help_link, with_help
from components.link import link
from components.note import note
from components.page import page
from components.pilots.about import pilot_facts, project_table, projects_say, sources_list
from components.pilots.due import decision_table, task_table, things_say
from components.pilots.points import AGREED, GOALS, agreement_table, agreements_say, goal_list, goals_say, key_list, keys_say
from components.pilots.recorded import recorded
from components.pilots.reviews import review_list, review_title, story_list
from components.pilots.roadmap import roadmap_source
from components.pilots.schedule import schedule
from components.pilots.steps import steps_picture
from components.pilots.track import stands
from components.question import question
from components.table import ROWS_PER_PAGE, pages_of
from components.unknown import unknown
from dashboard.permissions import Permission
from dashboard.security import actor, may_edit
from data_layer.access import reading
from data_layer.clock import today
from data_layer.models import Pilot
from data_layer.pilots.profile import Profile, profile
from data_layer.pilots.thing import Thing

PATH = "/pilots"
TASKS, DECISIONS = "tasks", "decisions"

dash.register_page(
    __name__,
    path_template=f"{PATH}/<pilot_id>",
    title=lambda **_variables: _("Pilot"),
    permission=Permission.PILOT_READ,
    record=Pilot,
    record_name=Pilot.name,
)


def layout(pilot_id=0, **query):
    with reading(actor()) as session:
        found = profile(session, pilot_id)
    tasks, decisions = ([each for each in found.things if each.table == table] for table in ("pilot_task", "decision"))
    filters = read_filters(query, allowed={TASKS: _pages(tasks), DECISIONS: _pages(decisions)})
    pilot = found.pilot
    return page(
        eyebrow=_eyebrow(pilot),
        title=[pilot.name, *field_marks(found.notes.get(("pilot", pilot.id), ()), "name")],
        lede=pilot.description or unknown(_("No description is recorded.")),
        ignored=filters.ignored,
        children=[
            *_invented(found),
            split([_steps(found, tasks, decisions)], [_about(found), _keys(found), _goals(found)]),
            _tasks(found, tasks, filters),
            _agreed(found),
            _projects(found),
            _reviews(found, decisions),
            _stories(found, decisions),
            _decisions(found, decisions, filters),
            _sources(found),
        ],
    )


def _today(found: Profile):
    return today(found.pilot.time_zone or str(get_timezone()))


def _pages(rows):
    return [str(number) for number in range(1, pages_of(len(rows)) + 1)]


def _paged(found: Profile, filters: Filters, key: str):
    path = f"{PATH}/{found.pilot.id}"
    return {"page": int(filters.get(key, "1")), "href": lambda number: address_with(path, filters, **{key: str(number)})}


def _tools(found: Profile, *buttons: tuple[str, str, dict[str, str]]):
    """Buttons that add a row to this pilot, as (words, table, what it begins with); nothing for those who may not."""
    if not may_edit("pilot"):
        return None
    return edit_row(*(add_button(words, table, pilot=found.pilot.id, **begins) for words, table, begins in buttons))


def _invented(found: Profile):
    if not any(each.kind == "invented" for each in found.notes.get(("pilot", found.pilot.id), ())):
        return []
    return [note(_("This pilot is invented, to show what a pilot looks like here. Nothing in it happened. It goes with the sample data."))]


def _steps(found: Profile, tasks, decisions):
    held = recorded(
        points=found.points,
        keys=found.keys,
        things=[*tasks, *decisions],
        projects=len(found.projects),
        reviews=found.reviews,
        stories=found.stories,
    )
    day, editable = _today(found), may_edit("pilot_step")
    picture = steps_picture(found.pilot.id, found.pilot.steps, found.notes, recorded=held, editable=editable, today=day)
    return question(
        _("How far is it on the Roadmap?"),
        picture,
        name="steps",
        reads=stands(found.pilot.steps),
        source=with_help(roadmap_source(), "roadmap", _("About the five steps")),
    )


def _eyebrow(pilot):
    up = [link(_("Pilots"), PATH), " / ", link(pilot.network, f"{PATH}?network={pilot.network_id}")]
    return [*up, " · ", link(_("Indicators"), f"/indicators?about=pilot-{pilot.id}")]


def _about(found: Profile):
    pilot = found.pilot
    tools = edit_row(edit_button("pilot", pilot.id, pilot.name)) if may_edit("pilot") else None
    return question(_("What is it?"), pilot_facts(pilot, found.notes), name="about", tools=tools)


def _keys(found: Profile):
    text, editable = _("On whom does it depend?"), may_edit("key_stakeholder")
    tools = _tools(found, (_("Add a key stakeholder"), "key_stakeholder", {}))
    nobody = empty(_("No key stakeholder is recorded yet."), _("They are picked from the network: who decides, pays, works in it?"))
    picture = key_list(found.keys, found.notes, editable=editable) if found.keys else nobody
    return question(text, picture, name="keys", reads=keys_say(found.keys), tools=tools)


def _goals(found: Profile):
    points = [point for point in found.points if point.kind in GOALS]
    tools = _tools(
        found,
        (_("Add an objective"), "pilot_point", {"kind": "objective"}),
        (_("Add a success factor"), "pilot_point", {"kind": "success_factor"}),
    )
    nothing = empty(_("No objective is recorded yet."), _("What should be different afterwards, and what does it take?"))
    picture = goal_list(points, found.notes, editable=may_edit("pilot_point")) if points else nothing
    return question(_("What should it reach, and what does that take?"), picture, name="goals", reads=goals_say(points), tools=tools)


def _tasks(found: Profile, tasks: list[Thing], filters: Filters):
    day, editable, text = _today(found), may_edit("pilot_task"), _("What is to be done, and by when?")
    tools = _tools(found, (_("Add a task"), "pilot_task", {}))
    if not tasks:
        return question(text, empty(_("No task is recorded yet."), _("Who does what by when?")), name="tasks", tools=tools)
    paged = _paged(found, filters, TASKS)
    first = (paged["page"] - 1) * ROWS_PER_PAGE
    drawn = schedule(tasks[first : first + ROWS_PER_PAGE], found.notes, today=day, editable=editable)
    table = task_table(tasks, found.notes, caption=_("Tasks"), today=day, editable=editable, **paged)
    return question(
        text,
        drawn or table,
        name="tasks",
        how=_("A bar runs from the day on which a task begins to the day on which it is due; the line is today.") if drawn else None,
        reads=things_say(tasks, day),
        table=table if drawn else None,
        source=with_help(_("Open ones can be read in a calendar program."), "calendar", _("About dates in a calendar")),
        tools=tools,
    )


def _agreed(found: Profile):
    points = [point for point in found.points if point.kind in AGREED]
    tools = _tools(
        found,
        (_("Add an agreement with staff"), "pilot_point", {"kind": "agreement", "with_whom": "staff"}),
        (_("Add an agreement with stakeholders"), "pilot_point", {"kind": "agreement", "with_whom": "stakeholders"}),
        (_("Add a scenario"), "pilot_point", {"kind": "scenario"}),
    )
    nothing = empty(_("Nothing is agreed yet."), _("The Roadmap asks for an agreement with staff and stakeholders before a pilot begins."))
    picture = agreement_table(points, found.notes, editable=may_edit("pilot_point")) if points else nothing
    return question(_("What is agreed, and what was thought through?"), picture, name="agreed", reads=agreements_say(points), tools=tools)


def _projects(found: Profile):
    nothing = empty(_("No micro project is linked yet."), _("Link those that belong to the pilot."))
    picture = project_table(found.projects, found.readings, found.notes, editable=may_edit("pilot_project")) if found.projects else nothing
    return question(
        _("Which micro projects belong to it?"),
        picture,
        name="projects",
        reads=projects_say(found.projects),
        source=help_link("pyramid", _("About the steps of participation")),
        tools=_tools(found, (_("Link a micro project"), "pilot_project", {})),
    )


def _reviews(found: Profile, decisions: list[Thing]):
    tools = _tools(
        found,
        (_("Add an After Action Review"), "review", {"kind": "action_review"}),
        (_("Add an Appreciative Inquiry"), "review", {"kind": "appreciative"}),
    )
    nothing = empty(_("No review is recorded yet."), _("Look back soon after something happened, together and without blame."))
    made = review_list(found.reviews, decisions, found.notes, today=_today(found), editable=may_edit("review"))
    source = help_link("review", _("About reviews"))
    text = _("What did we learn by looking back?")
    return question(text, made if found.reviews else nothing, name="reviews", source=source, tools=tools)


def _stories(found: Profile, decisions: list[Thing]):
    nothing = empty(
        _("No story is recorded, or none that may be shown to you."), _("Stories of the most significant change, without names.")
    )
    made = story_list(found.stories, decisions, found.notes, today=_today(found), editable=may_edit("story"))
    return question(
        _("Which change mattered most?"),
        made if found.stories else nothing,
        name="stories",
        source=help_link("story", _("About stories of change")),
        tools=_tools(found, (_("Add a story"), "story", {})),
    )


def _decisions(found: Profile, decisions: list[Thing], filters: Filters):
    day, text = _today(found), _("What was decided, and was it done?")
    if not decisions:
        nothing = empty(_("No decision is recorded yet."), _("Decisions are added to the review or the story that led to them."))
        return question(text, nothing, name="decisions")
    reviews, stories = {each.id: review_title(each) for each in found.reviews}, {each.id: each.title for each in found.stories}
    table = decision_table(
        decisions,
        found.notes,
        origins=lambda each: reviews.get(each.review_id or 0) or stories.get(each.story_id or 0),
        today=day,
        editable=may_edit("decision"),
        **_paged(found, filters, DECISIONS),
    )
    return question(text, table, name="decisions", reads=things_say(decisions, day))


def _sources(found: Profile):
    rows: list[Any] = [
        found.pilot,
        *found.pilot.steps,
        *found.points,
        *found.keys,
        *found.projects,
        *found.things,
        *found.reviews,
        *found.stories,
    ]
    return question(_("Where do these facts come from?"), sources_list(row.source for row in rows), name="sources")
