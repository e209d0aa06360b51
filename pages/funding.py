"""Funding: where money can come from, how far each case came, and what hangs on one source."""

from dataclasses import dataclass

import dash
from flask_babel import get_timezone
from flask_babel import gettext as _

from components.columns import split
from components.content import listed
from components.downloads import downloads
from components.editing.edit_button import add_button, edit_row
from components.empty import empty
from components.filters import Choice, Filters, address_with, within
from components.funding.cases import cases_by_state, cases_now, cases_table, money_figures, money_now, money_table, states_now, states_table
from components.funding.flow import dependence_now, dependence_table, flows_now, gifts_table, money_flows, shares_of_largest
from components.funding.rules import cases_rule, flow_rule, shares_rule, sources_rule, states_rule, totals_rule
from components.funding.sources import deadlines, deadlines_now, source_list, sources_now
from components.help.help_link import help_link
from components.link import link
from components.page import page
from components.question import question
from components.scope_line import NETWORK, chosen, read_scope, scope_line
from components.table import ROWS_PER_PAGE, page_links, pages_of
from components.vocabulary import labels
from dashboard.permissions import Permission
from dashboard.security import actor, allowed
from data_layer.access import reading
from data_layer.analysis.funding import by_state, dependencies, flows, largest, totals, without_amount
from data_layer.funding import Case, Source, cases, sources
from data_layer.note import FieldNote, catalogue_notes, field_notes
from data_layer.projects.micro_project import micro_projects
from data_layer.scope import Scope, choices
from data_layer.vocabulary import Instrument

PATH = "/funding"
KIND, SOURCES, CASES, SHARES = "kind", "sources", "cases", "shares"
PAGES = [str(n) for n in range(1, 1000)]
# Three long lists stand on this page: bars and entries are tall, rows of the table are not.
ROWS = {SOURCES: 20, SHARES: 20, CASES: ROWS_PER_PAGE}

dash.register_page(
    __name__,
    path=PATH,
    title=lambda **_variables: _("Funding"),
    order=40,
    label=lambda: _("Funding"),
    permission=Permission.FUNDING_READ,
)


@dataclass(frozen=True, slots=True)
class _Shown:
    """All that the page shows; `notes` are those on the rows of the two lists, by table and id."""

    cases: list[Case]
    sources: list[Source]
    notes: dict[str, dict[int, list[FieldNote]]]
    projects: int
    filters: Filters

    def here(self, rows, key):
        """The rows of a long list that are on the asked page of it."""
        first = (self.number(key) - 1) * ROWS[key]
        return rows[first : first + ROWS[key]]

    def links(self, rows, key, caption):
        """The links to the other pages of a long list."""
        number, href = self.number(key), lambda n: address_with(PATH, self.filters, **{key: str(n)})
        return page_links(number, len(rows), href=href, caption=caption, per_page=ROWS[key])

    def number(self, key):
        """The asked page of a long list."""
        return int(self.filters.get(key, "1"))


def layout(**query):
    with reading(actor()) as session:
        offered = choices(session)
        filters = read_scope(query, offered, more={KIND: list(Instrument), SOURCES: PAGES, CASES: PAGES, SHARES: PAGES})
        catalogue = sources(session, time_zone=str(get_timezone()))
        shown = _read(session, filters, catalogue)
    kinds = {source.instrument for source in catalogue} | {filters.get(KIND)}
    options = [(code, words) for code, words in labels("instrument").items() if code in kinds]
    choice = Choice(KIND, _("Kind of source"), [("", _("every kind of source")), *options], filters.get(KIND))
    return page(
        eyebrow=_("Funding"),
        title=_("Where can money come from, and where did it go?"),
        filters=scope_line(filters, offered, reset=PATH, more=[_("from"), choice]),
        ignored=shown.filters.ignored,
        children=[
            split(_states(shown), _deadlines(shown)),
            _totals(shown),
            _flow(shown),
            _dependence(shown),
            _catalogue(shown),
            _list(shown),
        ],
    )


def _read(session, filters, catalogue):
    scope, kind = Scope(**chosen(filters)), filters.get(KIND) or None
    cases_ = cases(session, scope, instrument=kind)
    sources_ = [source for source in catalogue if kind in (None, source.instrument)]
    lists = {SOURCES: sources_, CASES: cases_, SHARES: dependencies(cases_)}
    shown = _Shown(
        cases=cases_,
        sources=sources_,
        notes={"funding_source": {}, "funding_case": {}},
        projects=len(micro_projects(session, scope).lines),
        filters=within(filters, **{key: pages_of(len(rows), ROWS[key]) for key, rows in lists.items()}),
    )
    source_ids = [source.id for source in shown.here(shown.sources, SOURCES)]
    case_ids = [case.id for case in shown.here(shown.cases, CASES)]
    for note in (*catalogue_notes(session, source_ids), *field_notes(session, funding_case=case_ids)):
        shown.notes[note.table_name].setdefault(note.row_id, []).append(note)
    return shown


def _files():
    return {"grants.json": _("awards as 360Giving"), "funding_case.csv": _("cases as CSV")}


def _tools(words, table, filters):
    network = filters.get(NETWORK) or None
    return edit_row(add_button(words, table, network=network)) if allowed(Permission.DATA_EDIT) else None


def _editable(sources_):
    """The sources that the account may change: those that its own networks entered."""
    person = actor()
    return {each.id for each in sources_ if allowed(Permission.DATA_EDIT) and each.entered_by and person.sees(each.entered_by)}


def _states(shown):
    counts = by_state(shown.cases)
    return question(
        _("How far did each case get?"),
        cases_by_state(counts) if shown.cases else empty(_("No funding case is recorded.")),
        name="funding-states",
        how=_("A case is one micro project and one source."),
        reads=states_now(counts, given=sum(case.given for case in shown.cases)) if shown.cases else None,
        table=states_table(counts, caption=_("Cases by state")) if shown.cases else None,
        source=states_rule(undated=sum(not case.dated for case in shown.cases)),
    )


def _deadlines(shown):
    return question(
        _("Which deadlines lie ahead?"),
        deadlines(shown.sources),
        name="funding-deadlines",
        reads=deadlines_now(shown.sources),
        source=help_link("deadline", _("About deadlines")),
    )


def _totals(shown):
    sums = totals(shown.cases)
    counts = {"without_amount": len(without_amount(shown.cases)), "given": sum(case.given and not case.in_kind for case in shown.cases)}
    return question(
        _("How much money is stated?"),
        money_figures(sums, **counts, in_kind=sum(case.given and case.in_kind for case in shown.cases)),
        name="funding-totals",
        reads=money_now(sums, largest(shown.cases, sums[0].currency) if sums else None, **counts) if counts["given"] else None,
        table=money_table(sums, caption=_("Sums by currency")) if sums else None,
        source=totals_rule(),
    )


def _flow(shown):
    found = flows(shown.cases)
    return question(
        _("Who gave to whom?"),
        money_flows(found),
        name="funding-flow",
        how=_(
            "Ribbons are as thick as the sums of one currency. Without a sum, each case is equally thick: "
            "hatched where the sum is unknown, plain where help came in kind."
        ),
        reads=flows_now(found) if found else None,
        table=gifts_table(found, caption=_("From whom to whom")) if found else None,
        source=flow_rule(),
    )


def _dependence(shown):
    lines = dependencies(shown.cases)
    caption = _("Largest source of each micro project")
    here = shown.here(lines, SHARES)
    return question(
        _("What hangs on one source?"),
        [shares_of_largest(here, name=caption), *shown.links(lines, SHARES, caption)]
        if lines
        else empty(_("Nothing is recorded as given.")),
        name="funding-shares",
        how=_("The bar is the part that comes from the largest source."),
        reads=dependence_now(lines, projects=shown.projects) if lines else None,
        table=dependence_table(here, caption=caption) if lines else None,
        source=shares_rule(),
    )


def _catalogue(shown):
    caption = _("Sources of money and help")
    here = shown.here(shown.sources, SOURCES)
    return question(
        _("Which source fits whom?"),
        [
            source_list(here, shown.notes["funding_source"], name=caption, editable=_editable(here)),
            *shown.links(shown.sources, SOURCES, caption),
        ]
        if shown.sources
        else empty(_("No source is recorded.")),
        name="funding-sources",
        tools=_tools(_("Add a funding source"), "funding_source", shown.filters),
        how=[
            _("All networks share this list. What nobody has asked yet is unknown."),
            " ",
            link(_("What fits one micro project stands on its page."), "/micro-projects?view=list"),
        ],
        reads=sources_now(shown.sources) if shown.sources else None,
        source=sources_rule(),
    )


def _list(shown):
    caption = _("Funding cases")
    here = shown.here(shown.cases, CASES)
    return question(
        _("What was applied for, awarded, received and refused?"),
        [
            cases_table(here, shown.notes["funding_case"], caption=caption, editable=allowed(Permission.DATA_EDIT)),
            *shown.links(shown.cases, CASES, caption),
        ]
        if shown.cases
        else empty(_("No funding case is recorded.")),
        name="funding-cases",
        tools=_tools(_("Add a funding case"), "funding_case", shown.filters),
        reads=cases_now(shown.cases, projects=shown.projects) if shown.cases else None,
        source=[*listed(cases_rule()), " ", downloads(_files(), shown.filters)],
    )
