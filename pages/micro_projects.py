"""Micro projects: where does each of them stand?"""

from collections.abc import Sequence

import dash
from flask_babel import gettext as _

from components.content import listed
from components.editing.edit_button import add_button, edit_row
from components.empty import empty
from components.filters import Choice, Filters, address_with, within
from components.help.help_link import with_help
from components.level import Level
from components.page import page
from components.projects.board import board_says, board_source, board_table, phase_board, project_table
from components.projects.end import end_counts, end_says, end_source, end_table
from components.projects.flow import Ways, need_flow, need_flow_says, need_flow_table
from components.projects.spread import spread, spread_bars, spread_says, spread_source, spread_tables
from components.projects.standing import PHASES, Standing
from components.projects.time import PhaseTime, phase_time_says, phase_time_table, phase_times
from components.question import question
from components.scope_line import NETWORK, YEAR, chosen, read_scope, scope_line
from components.table import pages_of
from components.vocabulary import label
from dashboard.permissions import Permission
from dashboard.security import actor, allowed
from data_layer.access import reading
from data_layer.analysis.need_flow import need_ways
from data_layer.analysis.pair import Pair
from data_layer.analysis.phase import spells, standing, time_in_phase
from data_layer.clock import today
from data_layer.participation import SubjectKind
from data_layer.projects.micro_project import MicroProjects, micro_projects
from data_layer.projects.need import needs
from data_layer.projects.phase import PhaseStep, phase_steps
from data_layer.said import said
from data_layer.scope import Choices, Scope, choices

PATH = "/micro-projects"
PHASE, VIEW, LIST, PAGE = "phase", "view", "list", "page"
PAGES = [str(number) for number in range(1, 1000)]

dash.register_page(
    __name__,
    path=PATH,
    title=lambda **_variables: _("Micro projects"),
    order=30,
    label=lambda: _("Micro projects"),
    permission=Permission.MICRO_PROJECT_READ,
)


def layout(**query):
    with reading(actor()) as session:
        choices_ = choices(session)
        # Only the list has pages.
        pages = PAGES if query.get(VIEW) == LIST else []
        filters = read_scope(query, choices_, more={PHASE: PHASES, VIEW: [LIST], PAGE: pages})
        scope = Scope(**chosen(filters))
        found, steps = micro_projects(session, scope), phase_steps(session, scope)
        needs_, both_sides = needs(session, scope), said(session, choices_, scope, about=SubjectKind.MICRO_PROJECT)
    placed = _placed(found, steps, both_sides.pairs, phase=filters.get(PHASE))
    filters = within(filters, page=pages_of(len(placed)))
    phases = {each.project.id: each.phase for each in placed}
    ways = need_ways([line for line in found.lines if line.id in phases], needs_, phases=phases, with_others=not filters.get(PHASE))
    times = _times(found, [step for step in steps if step.micro_project_id in phases])
    sections = [_where(placed, filters, undated=found.undated), _from_need(ways), _ends(placed), _time(times), _whom(placed)]
    return page(
        eyebrow=_("Micro projects"),
        title=_("Where does each micro project stand?"),
        filters=_line(filters, choices_),
        ignored=filters.ignored,
        children=sections if placed else listed(_nothing(filters)),
    )


def _placed(found: MicroProjects, steps: Sequence[PhaseStep], pairs: Sequence[Pair], *, phase: str) -> list[Standing]:
    now = standing(steps)
    sides = {pair.subject.subject_id: pair for pair in pairs}
    placed = [_standing(line, now.get(line.id), sides.get(line.id)) for line in found.lines]
    return [each for each in placed if phase in ("", each.phase)]


def _standing(line, step, pair) -> Standing:
    return Standing(
        line,
        step.phase if step else "unknown",
        Level(pair.staff.low, pair.staff.high) if pair and pair.staff else None,
        Level(pair.users.low, pair.users.high) if pair and pair.users else None,
        is_reading=bool(step and step.is_reading),
    )


def _times(found: MicroProjects, steps: Sequence[PhaseStep]) -> Sequence[PhaseTime]:
    going_on = {line.id: today(line.time_zone or "UTC") for line in found.lines if line.end_state in ("open", "unknown")}
    return time_in_phase(spells(steps), until=going_on)


def _line(filters: Filters, choices_: Choices):
    phases = [("", _("every phase")), *((phase, label("phase", phase)) for phase in PHASES)]
    views = [("", _("board")), (LIST, _("list"))]
    more = [
        *(_("in"), Choice(PHASE, _("Phase"), phases, filters.get(PHASE))),
        *(_("as a"), Choice(VIEW, _("Form"), views, filters.get(VIEW))),
    ]
    return scope_line(filters, choices_, reset=PATH, more=more)


def _nothing(filters: Filters):
    if filters.values:
        return empty(_("No micro project fits this choice."), _("Choose less in the sentence above."))
    return [
        empty(_("No micro project is recorded yet."), _("A coordinator of the network records them.")),
        *filter(None, [_tools(filters)]),
    ]


def _where(placed: Sequence[Standing], filters: Filters, *, undated: int):
    def listed(number: int) -> str:
        return address_with(PATH, filters, view=LIST, page=str(number))

    text, says = _("In which phase are they now?"), board_says(placed)
    source, tools = board_source(placed, undated=undated, year=filters.get(YEAR)), _tools(filters)
    if filters.get(VIEW) == LIST:
        table = project_table(placed, page=int(filters.get(PAGE, "1")), href=listed)
        return question(text, table, name="phases", reads=says, source=source, tools=tools)

    def more(phase: str) -> str:
        return address_with(PATH, filters, view=LIST, phase=phase)

    board = phase_board(placed, phase=filters.get(PHASE), more=more, editable=allowed(Permission.DATA_EDIT))
    return question(text, board, name="phases", reads=says, table=board_table(placed, href=listed), source=source, tools=tools)


def _tools(filters: Filters):
    if not allowed(Permission.DATA_EDIT):
        return None
    return edit_row(add_button(_("Add a micro project"), "micro_project", network=filters.get(NETWORK) or None))


def _from_need(ways: Ways):
    text = _("How did they come from a need to where they are?")
    how = _("A band is as thick as its number of ways. A way is one micro project, or one need that led to none.")
    rule = _("Several needs of one micro project count as one way. Hatched bands lead to or come from what is unknown.")
    source = with_help(rule, "need-flow", _("About the way from need to end"))
    table = need_flow_table(ways, caption=_("Ways from a need to an end"))
    return question(text, need_flow(ways), name="ways", how=how, reads=need_flow_says(ways), table=table, source=source)


def _ends(placed: Sequence[Standing]):
    text = _("How did they end up?")
    table = end_table(placed, caption=_("Micro projects by end"))
    source = with_help(end_source(placed), "end-state", _("About the ends"))
    return question(text, end_counts(placed), name="ends", reads=end_says(placed), table=table, source=source)


def _time(times: Sequence[PhaseTime]):
    text = _("How long do they stay in a phase?")
    rule = _("Only dated steps count; of two stays in the middle the shorter one is given. A stay goes on until an end is recorded.")
    source = with_help(rule, "time-in-phase", _("About time in a phase"))
    table = phase_time_table(times, caption=_("Time in each phase"))
    return question(text, phase_times(times), name="times", reads=phase_time_says(times), table=table, source=source)


def _whom(placed: Sequence[Standing]):
    found = spread(placed)
    text = _("For whom are they, and where?")
    source = with_help(spread_source(found), "target-group", _("About target groups"))
    return question(text, spread_bars(found), name="spread", reads=spread_says(found), table=spread_tables(found), source=source)
