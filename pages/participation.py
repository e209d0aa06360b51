"""Participation: how much say service users have, seen from both sides."""

from collections.abc import Sequence
from dataclasses import dataclass

import dash
from flask_babel import gettext as _

from components.charts.gaps import gaps
from components.charts.pyramid import german_switch, pyramid
from components.charts.steps_by_kind import Kind, steps_by_kind
from components.charts.steps_over_time import DatedReading, steps_over_time
from components.content import listed
from components.editing.edit_button import add_button, edit_row
from components.empty import empty
from components.filters import Choice, Filters, address_with, page_address, within
from components.level import Level
from components.link import link
from components.page import page
from components.participation.compared import compared_questions
from components.participation.findings import change_now, gaps_now, kinds_now, steps_now
from components.participation.notes import definition, gaps_source, kinds_source, steps_source, unread_list, years_source
from components.participation.pairs import both_sides
from components.participation.standing import readings
from components.participation.tables import gaps_table, kinds_table, steps_table, years_table
from components.participation.warnings import no_reading, no_warning, warnings_link
from components.question import question
from components.scope_line import NETWORK, chosen, read_scope, scope_line
from components.table import page_links, pages_of
from components.vocabulary import label, labels
from dashboard.permissions import Permission
from dashboard.security import actor, allowed
from data_layer.access import reading
from data_layer.analysis.both_sides import agreement, comparison
from data_layer.analysis.pair import Pair
from data_layer.analysis.participation import by, coverage, standing
from data_layer.note import field_notes
from data_layer.participation import (
    PairTally,
    Tally,
    Unread,
    origins,
    pair_tallies,
    tallies,
    tallies_by_group,
    unread_micro_projects,
)
from data_layer.said import said
from data_layer.scope import Scope, choices
from data_layer.vocabulary import AccountRole, Phase, Side, Stage, TargetGroup

PATH = "/participation"
PHASE, PAGE, SHOW, WARNINGS = "phase", "page", "show", "warnings"
GAPS_PER_PAGE = 25
PAGES = [str(n) for n in range(1, 1000)]

dash.register_page(
    __name__,
    path=PATH,
    title=lambda **_variables: _("Participation"),
    order=50,
    label=lambda: _("Participation"),
    permission=Permission.PARTICIPATION_READ,
)


@dataclass(frozen=True, slots=True)
class _Shown:
    """All that the page shows; `special` is the origin of the readings on this page of gaps."""

    counts: list[Tally]
    by_group: list[Tally]
    groups: tuple[str, ...]
    origins: dict[str, int]
    staged: Sequence[Pair]
    pairs: Sequence[Pair]
    listed: Sequence[Pair]
    years: list[PairTally]
    special: dict[int, str]
    unread: Unread
    filters: Filters
    page: int
    with_judges: bool

    @property
    def all_ours(self):
        return bool(self.counts) and self.origins.get("reading", 0) == sum(tally.number for tally in self.counts)


def layout(**query):
    with reading(actor()) as session:
        offered = choices(session)
        filters = read_scope(query, offered, more={PHASE: list(Phase), PAGE: PAGES, SHOW: [WARNINGS]})
        shown = _read(session, filters, offered)
    phases = Choice(PHASE, _("Phase"), [("", _("every phase")), *labels("phase").items()], filters.get(PHASE))
    return page(
        eyebrow=[_("Participation"), " · ", link(_("Voices"), "/voices"), " · ", link(_("Indicators"), "/indicators"), *_links()],
        title=_("How much say do service users have?"),
        filters=scope_line(filters, offered, reset=PATH, more=[_("in"), phases]),
        ignored=shown.filters.ignored,
        children=[_steps(shown), _gaps(shown), *_compared(shown), _change(shown), _stages(shown), _groups(shown)],
    )


def _links():
    """Where service users are asked themselves; coordinators only."""
    return [" · ", link(_("Links for service users"), "/surveys")] if allowed(Permission.DATA_EDIT) else []


def _read(session, filters, offered):
    scope, phase = Scope(**chosen(filters)), filters.get(PHASE) or None
    with_judges = actor().role == AccountRole.COORDINATOR
    both_sides = said(session, offered, scope, phase=phase, with_judges=with_judges)
    listed_pairs = [pair for pair in both_sides.pairs if pair.claimed] if filters.get(SHOW) else both_sides.pairs
    filters = within(filters, page=pages_of(len(listed_pairs), GAPS_PER_PAGE))
    number = int(filters.get(PAGE, "1"))
    ids = [side.id for pair in _on_page(listed_pairs, number) for side in (pair.staff, pair.users) if side is not None]
    return _Shown(
        counts=tallies(session, scope, phase=phase),
        by_group=tallies_by_group(session, scope, phase=phase),
        groups=offered.groups,
        origins=origins(session, scope, phase=phase),
        staged=both_sides.staged,
        pairs=both_sides.pairs,
        listed=listed_pairs,
        years=pair_tallies(session, scope, phase=phase),
        special={note.row_id: note.kind for note in field_notes(session, assessment=ids) if note.kind in ("reading", "invented")},
        unread=unread_micro_projects(session, scope, phase=phase),
        filters=filters,
        page=number,
        with_judges=with_judges,
    )


def _steps(shown):
    staff, users = standing(shown.counts, Side.PROFESSIONALS), standing(shown.counts, Side.USERS)
    covered = coverage(shown.pairs, unread=shown.unread.number)
    return question(
        _("Which step do both sides stand on?"),
        pyramid(readings(staff), readings(users), name="participation-steps"),
        name="participation-steps",
        how=definition(),
        tools=german_switch("participation-german"),
        reads=steps_now(staff, users, covered),
        table=steps_table(staff, users, covered, caption=_("The seven steps and the readings on each side")),
        source=steps_source(covered, total=staff.total + users.total, origins=shown.origins),
    )


def _gaps(shown):
    here = _on_page(shown.listed, shown.page)
    nothing = no_warning() if shown.filters.get(SHOW) else no_reading()
    caption = _("Both sides of each micro project, event and pilot")
    links = page_links(
        shown.page,
        len(shown.listed),
        href=lambda n: page_address(PATH, shown.filters, n),
        caption=caption,
        per_page=GAPS_PER_PAGE,
    )
    rows = [gaps([both_sides(pair, shown.special) for pair in here], name=caption), *links] if here else [nothing]
    return question(
        _("Do both sides see it the same way?"),
        [*rows, *listed(unread_list(shown.unread.number, shown.unread.named))],
        name="participation-gaps",
        tools=_tools(shown),
        how=_("Square: the step that professionals name. Circle: the step that service users name."),
        reads=gaps_now(comparison(shown.pairs), all_ours=shown.all_ours),
        table=gaps_table(here, shown.special, caption=caption, with_judges=shown.with_judges, editable=allowed(Permission.DATA_EDIT))
        if here
        else None,
        source=gaps_source(all_ours=shown.all_ours),
    )


def _tools(shown):
    filters, warnings = shown.filters, sum(pair.claimed for pair in shown.pairs)
    only, everything = (address_with(PATH, filters, **{SHOW: show}) for show in (WARNINGS, ""))
    ways = warnings_link(warnings, only=only, everything=everything, chosen=bool(filters.get(SHOW)))
    add = [add_button(_("Add a reading"), "assessment", network=filters.get(NETWORK) or None)] if allowed(Permission.DATA_EDIT) else []
    return edit_row(*ways, *add) if ways or add else None


def _compared(shown):
    """How both sides compare by stage, by target group and over time, one question each."""
    if not shown.staged:
        return []
    stages = by(shown.staged, lambda pair: [pair.subject.stage])
    groups = by(shown.staged, lambda pair: pair.subject.groups or [None])
    years = by(shown.years, lambda tally: [tally.year])
    found = [{key: agreement(pairs_) for key, pairs_ in kinds.items()} for kinds in (stages, groups, years)]
    return compared_questions(*found)


def _change(shown):
    years = by(shown.counts, lambda tally: [tally.year])
    dated = sorted(year for year in years if year is not None)
    undated = sum(tally.number for tally in years.get(None, []))
    says = change_now({year: standing(years[year], Side.USERS) for year in dated}, undated=undated)
    marks = [DatedReading(_side(tally), Level(tally.low, tally.high), tally.year, tally.number) for tally in shown.counts]
    order = [*dated, *([None] if undated else [])]
    rows = [(year, standing(years[year], Side.PROFESSIONALS), standing(years[year], Side.USERS)) for year in order]
    return question(
        _("How did it change over time?"),
        steps_over_time(marks, says=says) if dated else empty(_("No reading has a date yet."), _("Change shows once readings are dated.")),
        name="participation-change",
        how=_("Each column is a year. What moves up has gained say.") if dated else None,
        reads=says,
        table=years_table(rows, caption=_("Readings by year")) if rows else None,
        source=years_source(undated=undated),
    )


def _stages(shown):
    by_stage = by(shown.counts, lambda tally: [tally.stage])
    kinds = [_kind(label("stage", stage), by_stage[stage], unknown=stage == Stage.UNKNOWN) for stage in Stage if stage in by_stage]
    missing = [label("stage", stage) for stage in Stage if stage not in by_stage and stage != Stage.UNKNOWN]
    return question(
        _("At which stage do service users have a say?"),
        steps_by_kind(kinds, head=_("Stage"), name=_("Readings by stage")) if kinds else no_reading(),
        name="participation-stages",
        how=_("Bars show how many readings stand on each of the seven steps."),
        reads=kinds_now(kinds, nothing=_("Nothing can be compared yet: no reading of service users names its stage.")),
        table=kinds_table(kinds, head=_("Stage"), caption=_("Readings by stage")) if kinds else None,
        source=kinds_source(_("A reading belongs to the stage of the service that people judged."), missing),
    )


def _groups(shown):
    by_group = by(shown.by_group, lambda tally: tally.groups or [None])
    order = [*(group for group in TargetGroup if group in by_group), *([None] if None in by_group else [])]
    kinds = [_kind(label("target_group", group) if group else _("group unknown"), by_group[group], unknown=not group) for group in order]
    missing = [label("target_group", group) for group in shown.groups if group not in by_group]
    return question(
        _("Which groups have how much say?"),
        steps_by_kind(kinds, head=_("Target group"), name=_("Readings by target group")) if kinds else no_reading(),
        name="participation-groups",
        how=_("Bars show how many readings stand on each of the seven steps."),
        reads=kinds_now(kinds, nothing=_("Nothing can be compared yet: no reading of service users names its target group.")),
        table=kinds_table(kinds, head=_("Target group"), caption=_("Readings by target group")) if kinds else None,
        source=kinds_source(_("What is for several groups counts in each of them; a pilot names none."), missing),
    )


def _kind(words, found, *, unknown):
    return Kind(words, standing(found, Side.PROFESSIONALS), standing(found, Side.USERS), unknown=unknown)


def _side(tally):
    return "staff" if tally.side == Side.PROFESSIONALS else "users"


def _on_page(found, number):
    return found[(number - 1) * GAPS_PER_PAGE : number * GAPS_PER_PAGE]
