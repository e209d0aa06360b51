"""Indicators: what networks, micro projects and pilots want to see change, what was seen, and what Interreg asks for."""

import re
from dataclasses import dataclass
from datetime import date

import dash
from dash import html
from flask_babel import gettext as _
from flask_babel import ngettext

from components.editing.edit_button import add_button, edit_row
from components.empty import empty
from components.filters import Choice, Filters, page_address, within
from components.help.help_link import help_link
from components.indicators.card import card
from components.indicators.interreg import Answer, interreg, organisations, pilots
from components.indicators.interreg_words import CODES
from components.indicators.library import library
from components.link import link
from components.page import page
from components.question import question
from components.scope_line import NETWORK, chosen, read_scope, scope_line
from components.table import page_links, pages_of
from components.vocabulary import labels
from dashboard.permissions import Permission
from dashboard.security import actor, may_edit
from data_layer.access import reading
from data_layer.analysis.interreg import cooperating, cooperating_after, joint_pilots, noted, noted_sum, undated
from data_layer.analysis.progress import Way, progress
from data_layer.indicators.across import AcrossTie, Carrying, Coming, Part, across_ties, carryings, comings, shared_bodies
from data_layer.indicators.indicator import IndicatorLine, indicators, subject_name, with_seen
from data_layer.indicators.library import LIBRARY
from data_layer.note import field_notes
from data_layer.scope import Scope, choices
from data_layer.vocabulary import AccountRole, EvaluationLevel

PATH = "/indicators"
ABOUT, LEVEL, ENDED, PAGE = "about", "level", "ended", "page"
WHOLE = "network"
SUBJECT = re.compile(r"(micro_project|pilot)-([1-9]\d{0,9})", re.ASCII)
PER_PAGE = 20
PAGES = [str(n) for n in range(1, 1000)]

dash.register_page(__name__, path=PATH, title=lambda **_variables: _("Indicators"), permission=Permission.INDICATOR_READ)


@dataclass(frozen=True, slots=True)
class _Shown:
    """All that the page shows: the chosen indicators (`lines`), those on this page with what was seen, and what goes across borders."""

    everything: list[IndicatorLine]
    lines: list[IndicatorLine]
    here: list[IndicatorLine]
    special: dict[int, str]
    ties: list[AcrossTie]
    bodies: list[Part]
    came: list[Coming]
    carrying: list[Carrying]
    filters: Filters

    @property
    def begins(self):
        """What a new indicator is of, as the form takes it."""
        subject = SUBJECT.fullmatch(self.filters.get(ABOUT))
        return {"network": self.filters.get(NETWORK) or None, **({subject[1]: subject[2]} if subject else {})}


def layout(**query):
    with reading(actor()) as session:
        offered = choices(session)
        scope = Scope(**chosen(read_scope(query, offered, more={})))
        everything = with_seen(session, indicators(session, scope))
        subjects = _subjects(session, everything, query.get(ABOUT))
        years = [str(year) for year in offered.years]
        more = {ABOUT: [WHOLE, *subjects], LEVEL: list(EvaluationLevel), ENDED: years, PAGE: PAGES}
        shown = _read(session, scope, everything, read_scope(query, offered, more=more))
    filters = shown.filters
    about = Choice(ABOUT, _("About"), [("", _("everything")), (WHOLE, _("whole networks")), *subjects.items()], filters.get(ABOUT))
    levels = Choice(LEVEL, _("Level"), [("", _("every level")), *labels("evaluation_level").items()], filters.get(LEVEL))
    ended = Choice(ENDED, _("Year"), [("", _("not chosen")), *((year, year) for year in years)], filters.get(ENDED))
    return page(
        eyebrow=[link(_("Participation"), "/participation"), " · ", _("Indicators")],
        title=_("What changes, and how would we know?"),
        lede=_("Each project chooses what fits it: counted, or described in words."),
        filters=scope_line(
            filters,
            offered,
            reset=PATH,
            keys=(NETWORK,),
            more=[_("and"), about, _("on"), levels, _("with a project that ended in"), ended],
        ),
        ignored=filters.ignored,
        children=[_watched(shown), _interreg(shown), *([_library(shown)] if may_edit("indicator") else [])],
    )


def _subjects(session, lines, asked):
    """ "micro_project-12" -> name, of those that have indicators, and of the one that is asked for."""
    found = {f"micro_project-{line.micro_project_id}": line.micro_project for line in lines if line.micro_project_id}
    found |= {f"pilot-{line.pilot_id}": line.pilot for line in lines if line.pilot_id}
    subject = SUBJECT.fullmatch(asked) if isinstance(asked, str) and asked not in found else None
    name = subject_name(session, subject[1], int(subject[2])) if subject else None
    return {**found, **({asked: name} if name else {})}


def _read(session, scope, everything, filters):
    lines = [line for line in everything if _fits(line, filters)]
    filters = within(filters, **{PAGE: pages_of(len(lines), PER_PAGE)})
    first = (int(filters.get(PAGE, "1")) - 1) * PER_PAGE
    here = lines[first : first + PER_PAGE]
    notes = field_notes(session, indicator=[line.id for line in here])
    return _Shown(
        everything=everything,
        lines=lines,
        here=here,
        special={note.row_id: note.kind for note in notes if note.kind in ("reading", "invented")},
        ties=across_ties(session, scope),
        bodies=shared_bodies(session),
        came=comings(session, scope),
        carrying=carryings(session, scope),
        filters=filters,
    )


def _fits(line, filters):
    about = filters.get(ABOUT)
    subjects = {"", f"micro_project-{line.micro_project_id}", f"pilot-{line.pilot_id}"}
    if line.micro_project_id is None and line.pilot_id is None:
        subjects.add(WHOLE)
    return about in subjects and filters.get(LEVEL) in ("", line.level)


def _watched(shown):
    editable, masked = may_edit("indicator"), actor().role == AccountRole.LEADER
    caption = _("Indicators")
    cards = [card(line, progress(line), masked=masked, editable=editable, special=shown.special.get(line.id)) for line in shown.here]
    numbered = page_links(
        int(shown.filters.get(PAGE, "1")),
        len(shown.lines),
        href=lambda n: page_address(PATH, shown.filters, n),
        caption=caption,
        per_page=PER_PAGE,
    )
    tools = [
        add_button(_("Add one of our own"), "indicator", **shown.begins),
        html.A(_("Choose from the library"), href="#library-heading"),
    ]
    return question(
        _("What do we want to see change, and what did we see?"),
        [html.Div(cards, className="indicators"), *numbered] if cards else _nothing(),
        name="indicators",
        tools=edit_row(*tools) if editable else None,
        how=_("In a bar, the line is what is to be reached, the dot where it began."),
        reads=_watched_now(shown.lines, masked=masked) if shown.lines else None,
        source=help_link("indicator", _("About indicators")),
    )


def _watched_now(lines, *, masked):
    """How many are watched, seen, and reached; what counts persons is left out for those who may not see small numbers."""
    ways = [progress(line).way for line in lines if not (masked and line.of_persons)]
    told = [ngettext("One indicator is chosen.", "%(num)s indicators are chosen.", len(lines))]
    unseen, reached = ways.count(Way.UNSEEN), ways.count(Way.REACHED)
    if unseen:
        told.append(ngettext("For one nothing was observed yet.", "For %(num)s nothing was observed yet.", unseen))
    if reached:
        told.append(ngettext("One has reached its target.", "%(num)s have reached their target.", reached))
    return " ".join(told)


def _nothing():
    return empty(
        _("No indicator is chosen here."),
        _("Coordinators choose from the library below or write one of their own, together with those whom it concerns."),
    )


def _interreg(shown):
    answers = {"RCO 84": _joint(shown), "RCO 87": _across(shown), "RCR 84": _after(shown)}
    add = shown.begins if may_edit("indicator") else None
    told = []
    for code in CODES:
        kept = noted(shown.everything, code)
        value, rows, instead, also = answers.get(code, (None, None, None, None))
        told.append(Answer(code, value, rows, instead, also, (kept, noted_sum(kept, _last_number)), add))
    return question(
        _("What can be told for Interreg?"),
        interreg(told),
        name="interreg",
        how=_("Interreg programmes of 2021–2027 ask for these five. They are counted from what is recorded; check them before you report."),
        source=help_link("interreg", _("About these five")),
    )


def _last_number(line):
    last = progress(line).last
    return None if last is None else last.value


def _joint(shown):
    found = joint_pilots(shown.carrying)
    if not found:
        return None, None, _("No pilot is recorded, so there is none to count."), None
    return sum(pilot.counts for pilot in found), pilots(found, caption=_("Pilots and who carries them")), None, None


def _across(shown):
    found = cooperating(shown.ties, shown.bodies, shown.came)
    if not found:
        return None, None, _("No organisation is recorded that cooperates across a border."), None
    return len(found), organisations(found, caption=_("Organisations that cooperate across borders")), None, None


def _after(shown):
    year = shown.filters.get(ENDED)
    if not year:
        return None, None, _("Choose above in which year the project ended."), None
    found = cooperating_after(date(int(year), 12, 31), shown.ties, shown.came)
    open_ = undated(shown.ties)
    also = (
        ngettext(
            "One tie across a border has no date and is left out.", "%(num)s ties across a border have no date and are left out.", open_
        )
        if open_
        else None
    )
    if not found:
        return None, None, _("No organisation is recorded that cooperates across a border after the end of %(year)s.", year=year), also
    return len(found), organisations(found, caption=_("Organisations that cooperate after the end of %(year)s", year=year)), None, also


def _library(shown):
    return question(
        _("Which indicators can we choose?"),
        library(LIBRARY, begins=shown.begins),
        name="library",
        how=_("“Choose” opens the form, filled in: change what does not fit, and talk it over with those whom it concerns."),
        source=_("Levels after Zimmerman (1995, 2000), as SEMPRE uses them; the words are ours."),
    )
