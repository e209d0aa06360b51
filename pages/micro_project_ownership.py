"""One micro project: who runs it, how ready it is to stand alone, and which money fits."""

from dataclasses import dataclass
from datetime import date

import dash
from flask_babel import get_timezone
from flask_babel import gettext as _

from components.columns import split
from components.editing.edit_button import add_button, edit_button, edit_row
from components.filters import Filters, address_with, read_filters, within
from components.help.help_link import help_link, with_help
from components.link import link
from components.page import page
from components.projects.ownership.fit import fit_list, fit_says
from components.projects.ownership.in_hand import in_hand_picture, in_hand_says
from components.projects.ownership.leaving import leaving_picture, leaving_says, leaving_table
from components.projects.ownership.reached import reached_picture, reached_says
from components.projects.ownership.readiness import readiness_picture, readiness_says, readiness_table
from components.projects.ownership.running import handovers_picture, handovers_say, running, running_says
from components.question import question
from components.table import ROWS_PER_PAGE, page_links, pages_of
from dashboard.permissions import Permission
from dashboard.security import actor, allowed
from data_layer.access import reading
from data_layer.analysis.fit import Fit, fits
from data_layer.analysis.in_hand import InHand, in_hand
from data_layer.analysis.leaving import if_facilitators_leave
from data_layer.analysis.readiness import dimensions, in_order
from data_layer.clock import today
from data_layer.funding import sources
from data_layer.models import MicroProject
from data_layer.network.network_map import NetworkMap, network_map
from data_layer.projects.ownership import Ownership, ownership
from data_layer.vocabulary import AccountRole

PATH = "/ownership"
LOOKS, TASKS, COUNTS, SOURCES = "looks", "tasks", "counts", "sources"
PAGES = [str(n) for n in range(1, 1000)]
SOURCES_SHOWN = 10

dash.register_page(
    __name__,
    path_template=f"{PATH}/<micro_project_id>",
    title=lambda **_variables: _("Can it stand alone?"),
    permission=Permission.MICRO_PROJECT_READ,
    record=MicroProject,
    record_name=MicroProject.name,
)


@dataclass(frozen=True, slots=True)
class _Shown:
    """All that the page shows; `today` is the day where the micro project is."""

    own: Ownership
    network: NetworkMap
    fits: list[Fit]
    money: InHand
    today: date
    filters: Filters
    masked: bool

    def paged(self, key):
        """Which page of a long table is asked for, and the address of each."""
        path = f"{PATH}/{self.own.project.id}"
        return {"page": int(self.filters.get(key, "1")), "href": lambda number: address_with(path, self.filters, **{key: str(number)})}

    @property
    def leaving(self):
        """What each facilitator's leaving would take away from the group behind it."""
        group = self.own.project.group_id
        return () if group is None else if_facilitators_leave(self.network, group)


def layout(micro_project_id=0, **query):
    shown = _read(micro_project_id, query)
    project = shown.own.project
    return page(
        eyebrow=[
            link(_("Micro projects"), "/micro-projects"),
            " / ",
            link(project.network, f"/micro-projects?network={project.network_id}"),
            " / ",
            link(project.name, f"/micro-projects/{project.id}"),
        ],
        title=_("Can “%(name)s” stand alone?", name=project.name),
        lede=_("To stand alone is no test to pass: a micro project that stays small, or ends, can leave ties and trust behind."),
        ignored=shown.filters.ignored,
        children=[
            split([_readiness(shown), _handovers(shown)], [_running(shown), _money(shown)]),
            _leaving(shown),
            _reached(shown),
            _fits(shown),
        ],
    )


def _read(micro_project_id, query):
    person = actor()
    with reading(person) as session:
        own = ownership(session, micro_project_id)
        network = network_map(session, own.project.network_id)
        catalogue = sources(session, time_zone=str(get_timezone()))
    project, found = own.project, fits(own.project, catalogue)
    day = today(project.time_zone or str(get_timezone()))
    lists = {LOOKS: own.readiness, TASKS: own.handovers, COUNTS: own.reached}
    pages = {key: pages_of(len(rows), ROWS_PER_PAGE) for key, rows in lists.items()} | {SOURCES: pages_of(len(found), SOURCES_SHOWN)}
    filters = within(read_filters(query, allowed=dict.fromkeys(pages, PAGES)), **pages)
    money = in_hand(project.in_hand_minor, project.monthly_cost_minor, project.in_hand_on, day)
    return _Shown(own, network, found, money, day, filters, person.role == AccountRole.LEADER)


def _tools(*buttons):
    return edit_row(*buttons) if allowed(Permission.DATA_EDIT) else None


def _add(words, table, shown):
    return _tools(add_button(words, table, micro_project=shown.own.project.id))


def _edit(shown):
    return _tools(edit_button("micro_project", shown.own.project.id, shown.own.project.name))


def _readiness(shown):
    looks, notes = shown.own.readiness, shown.own.notes
    four = dimensions(looks)
    caption = _("Looks at its readiness, the latest first")
    return question(
        _("How ready is it?"),
        readiness_picture(four, notes),
        name="readiness",
        reads=readiness_says(four),
        table=readiness_table(in_order(looks), notes, caption=caption, editable=allowed(Permission.DATA_EDIT), **shown.paged(LOOKS)),
        source=with_help(_("The latest look at each; steps are never averaged."), "readiness", _("About readiness")),
        tools=_add(_("Add a look"), "readiness", shown),
    )


def _handovers(shown):
    tasks, caption = shown.own.handovers, _("Tasks that are handed over")
    return question(
        _("What is handed over, and to whom?"),
        handovers_picture(
            tasks, shown.own.notes, shown.today, caption=caption, editable=allowed(Permission.DATA_EDIT), **shown.paged(TASKS)
        ),
        name="handovers",
        reads=handovers_say(tasks, shown.today),
        source=help_link("hand-over", _("About handing over")),
        tools=_add(_("Add a task"), "handover", shown),
    )


def _running(shown):
    own = shown.own
    facts = running(own.project, own.changes, own.notes, masked=shown.masked)
    source = with_help(_("“Before” is what was recorded here earlier."), "run-by", _("About who runs it"))
    return question(_("Who runs it?"), facts, name="running", reads=running_says(own.project), source=source, tools=_edit(shown))


def _money(shown):
    return question(
        _("How long does the money last?"),
        in_hand_picture(shown.money, shown.own.project.currency),
        name="in-hand",
        reads=in_hand_says(shown.money),
        source=with_help(_("Money in hand divided by the cost of a month."), "money-in-hand", _("About money in hand")),
        tools=_edit(shown),
    )


def _leaving(shown):
    project, lines = shown.own.project, shown.leaving
    return question(
        _("What if the facilitator leaves?"),
        leaving_picture(lines, group=project.group, network_id=project.network_id),
        name="leaving",
        reads=leaving_says(lines, shown.network.names),
        table=leaving_table(lines, caption=_("Each facilitator of the network")),
        source=with_help(_("From the ties that are recorded; a conflict is no tie."), "facilitator-leaves", _("About this figure")),
    )


def _reached(shown):
    counts, caption = shown.own.reached, _("Counts of people reached")
    options = {"masked": shown.masked, "editable": allowed(Permission.DATA_EDIT), **shown.paged(COUNTS)}
    return question(
        _("How many people did it reach?"),
        reached_picture(counts, shown.own.notes, caption=caption, **options),
        name="reached",
        reads=reached_says(counts, masked=shown.masked),
        source=with_help(
            _("Counts of different times are not added up: the same person may be in both."), "small-numbers", _("About small numbers")
        ),
        tools=_add(_("Add a count"), "people_reached", shown),
    )


def _fits(shown):
    caption, paged = _("Sources and how they fit"), shown.paged(SOURCES)
    first = (paged["page"] - 1) * SOURCES_SHOWN
    here = shown.fits[first : first + SOURCES_SHOWN]
    links = page_links(paged["page"], len(shown.fits), href=paged["href"], caption=caption, per_page=SOURCES_SHOWN)
    rule = _("Fewest mismatches come first, then fewest unknowns. What nobody has recorded is unknown, not a mismatch.")
    return question(
        _("Which money fits?"),
        [fit_list(here, shown.own.project, name=caption), *links],
        name="fits",
        reads=fit_says(shown.fits),
        source=[rule, " ", help_link("source-fits", _("About what fits")), " ", link(_("All funding sources"), "/funding")],
        tools=_edit(shown),
    )
