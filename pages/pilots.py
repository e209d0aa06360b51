"""Pilots: where does each stand, what has not moved, what is due?"""

from collections.abc import Sequence
from datetime import date, timedelta

import dash
from flask_babel import get_timezone
from flask_babel import gettext as _

from components.editing.edit_button import add_button, edit_row
from components.empty import empty
from components.field_note import field_marks
from components.filters import Choice, Filters, address_with, within
from components.help.help_link import with_help
from components.page import page
from components.pilots.due import due_table
from components.pilots.roadmap import CODES, roadmap_source
from components.pilots.standing import pilot_list, pilots_say, pilots_table, stopped_list, stopped_say
from components.question import question
from components.scope_line import NETWORK, chosen, read_scope, scope_line
from components.table import pages_of
from components.vocabulary import label
from dashboard.permissions import Permission
from dashboard.security import actor, may_edit
from data_layer.access import reading
from data_layer.analysis.pilot import STEPS, has_stopped, is_finished, place
from data_layer.clock import today
from data_layer.note import field_notes
from data_layer.pilots.pilot import PilotLine, pilots
from data_layer.pilots.thing import Thing, open_things
from data_layer.scope import Choices, Scope, choices

PATH = "/pilots"
STEP, NOT_BEGUN, PAGE, DUE = "step", "none", "page", "due"
SOON = timedelta(days=30)
MOST_SHOWN = 50
PAGES = [str(number) for number in range(1, 1000)]

dash.register_page(
    __name__,
    path=PATH,
    title=lambda **_variables: _("Pilots"),
    order=45,
    label=lambda: _("Pilots"),
    permission=Permission.PILOT_READ,
)


def layout(**query):
    with reading(actor()) as session:
        choices_ = choices(session)
        filters = read_scope(query, choices_, more={STEP: [NOT_BEGUN, *CODES], PAGE: PAGES, DUE: PAGES})
        scope = Scope(network_id=chosen(filters)["network_id"])
        found = [each for each in pilots(session, scope) if filters.get(STEP) in ("", _code(each))]
        # Somewhere it is tomorrow already.
        due = open_things(session, scope, until=today() + SOON + timedelta(days=1)) if found else []
        notes = field_notes(session, pilot=[each.id for each in found])
    here = {each.id for each in found}
    due = [thing for thing in due if thing.pilot_id in here and _is_soon(thing)]
    filters = within(filters, page=pages_of(len(found)), due=pages_of(len(due)))
    marked = {note.row_id: field_marks([note], "name") for note in notes if note.field == "name"}
    sections = [_where(found, filters, marked), _stopped(found), _due(due, filters, marked)]
    return page(
        eyebrow=_("Pilots"),
        title=_("Where does each pilot stand?"),
        filters=_line(filters, choices_),
        ignored=filters.ignored,
        children=sections if found else _nothing(filters),
    )


def _today(row: PilotLine | Thing) -> date:
    return today(row.time_zone or str(get_timezone()))


def _is_soon(thing: Thing) -> bool:
    return thing.due is not None and thing.due <= _today(thing) + SOON


def _code(pilot: PilotLine) -> str:
    number = place(pilot.steps).number
    return STEPS[number - 1] if number else NOT_BEGUN


def _line(filters: Filters, choices_: Choices):
    steps = [("", _("any step")), (NOT_BEGUN, _("no step yet")), *((code, label("roadmap_step", code)) for code in CODES)]
    more = [_("at step:"), Choice(STEP, _("Step of the Roadmap"), steps, filters.get(STEP))]
    return scope_line(filters, choices_, reset=PATH, keys=(NETWORK,), more=more)


def _nothing(filters: Filters):
    if filters.values:
        return empty(_("No pilot fits this choice."), _("Choose less in the sentence above."))
    what = _(
        "A pilot is a service, or a part of one, with which a provider tries out how people get more say: "
        "along the five steps of the Organisational Roadmap."
    )
    how = _("Begin with its name and its provider; then begin step 1 on its page.")
    return [empty(_("No pilot is recorded yet."), [what, " ", how]), *filter(None, [_tools(filters)])]


def _tools(filters: Filters):
    if not may_edit("pilot"):
        return None
    return edit_row(add_button(_("Add a pilot"), "pilot", network=filters.get(NETWORK) or None))


def _where(found: Sequence[PilotLine], filters: Filters, marked):
    def href(number: int) -> str:
        return address_with(PATH, filters, page=str(number))

    stopped = {each.id for each in found if has_stopped(each, _today(each))}
    finished = {each.id for each in found if is_finished(each, _today(each))}
    number = int(filters.get(PAGE, "1"))
    return question(
        _("How far is each on the five steps?"),
        pilot_list(found, stopped=stopped, marks=lambda pilot_id: marked.get(pilot_id, []), page=number, href=href),
        name="steps",
        how=_("A full bar is a step that is done, a half one a step under way; a dashed one has not begun."),
        reads=pilots_say(found, finished=finished),
        table=pilots_table(found, page=number, href=href),
        source=with_help(roadmap_source(), "roadmap", _("About the five steps")),
        tools=_tools(filters),
    )


def _stopped(found: Sequence[PilotLine]):
    going = [each for each in found if not is_finished(each, _today(each))]
    stopped = [each for each in going if has_stopped(each, _today(each))]
    stopped.sort(key=lambda each: each.fact_last or date.min)
    rule = _(
        "Not moved: it is not finished, and nothing with a date of the last six months is recorded of it. What is planned does not count."
    )
    return question(
        _("What has not moved?"),
        stopped_list(stopped[:MOST_SHOWN]),
        name="stopped",
        reads=stopped_say(len(stopped), len(going)) if stopped else None,
        source=with_help(rule, "pilot", _("About pilots")),
    )


def _due(due: Sequence[Thing], filters: Filters, marked):
    text = _("What is due?")
    rule = _("Tasks and decisions that are not done and are due within 30 days or overdue.")
    if not due:
        return question(text, empty(_("Nothing is due within 30 days."), _("Tasks get their dates on the page of a pilot.")), name="due")

    def href(number: int) -> str:
        return address_with(PATH, filters, due=str(number))

    days = {thing.pilot_id: _today(thing) for thing in due}
    table = due_table(
        due,
        today=lambda thing: days[thing.pilot_id],
        marks=lambda pilot_id: marked.get(pilot_id, []),
        editable=may_edit("pilot_task"),
        page=int(filters.get(DUE, "1")),
        href=href,
    )
    return question(text, table, name="due", source=with_help(rule, "calendar", _("About dates in a calendar")))
