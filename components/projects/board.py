"""The micro projects by phase: as a board, as a table, and what both say."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _
from flask_babel import ngettext

from components.charts.board import Card, Lane, board
from components.content import Content
from components.editing.edit_button import move_button
from components.flag import flag, note_mark
from components.formats import number, share
from components.help.help_link import help_link
from components.level import has_no_role
from components.link import link
from components.marks import key, staff_mark, users_mark
from components.projects.standing import PHASES, Standing, capital, for_whom, phase_name, where
from components.table import ROWS_PER_PAGE, Column, Row, paged_table, pages_of, table
from components.unknown import unknown
from components.vocabulary import label, labels

MOST_CARDS = 8
FAR = ("support", "start_up")


def phase_board(projects: Sequence[Standing], *, phase: str = "", more: Callable[[str], str], editable: bool = False) -> Component:
    """One lane per phase, or the lane of `phase` alone; up to eight cards each, `more` makes the address of a phase's whole list.

    Cards that are `editable` can be moved, by a button or by dragging them to another lane or to an end.
    """
    groups = labels("target_group")
    inside = {each: [project for project in projects if project.phase == each] for each in ([phase] if phase else PHASES)}
    lanes = [_lane(each, found, more, groups, editable) for each, found in inside.items()]
    return html.Div([_legend(), board(lanes, name="phases"), *([_ends()] if editable else [])])


def board_table(projects: Sequence[Standing], *, href: Callable[[int], str]) -> Content:
    """The same as the board: the list itself where it fits on one page, else the count per phase and a link to the list."""
    if len(projects) <= ROWS_PER_PAGE:
        return project_table(projects, page=1, href=href)
    counts = Counter(project.phase for project in projects)
    rows: list[Row] = [[phase_name(phase), number(counts[phase])] for phase in PHASES]
    columns = [Column(_("Phase"), header=True), Column(_("Micro projects"), numeric=True)]
    words = _("All %(n)s micro projects as a list", n=number(len(projects)))
    return [table(columns, rows, caption=_("Micro projects by phase")), html.P(link(words, href(1)))]


def project_table(projects: Sequence[Standing], *, page: int, href: Callable[[int], str]) -> Component:
    """All micro projects as a table, 50 on a page; `href` makes the address of a page."""
    columns = [
        Column(_("Micro project"), header=True),
        Column(_("Place")),
        Column(_("For whom")),
        Column(_("Phase")),
        Column(_("What it became, and its end")),
        Column(_("Professionals")),
        Column(_("Service users")),
    ]
    page = min(page, pages_of(len(projects)))
    words = {name: labels(name) for name in ("target_group", "phase", "end_state")}
    rows = [_row(project, words) for project in projects[(page - 1) * ROWS_PER_PAGE : page * ROWS_PER_PAGE]]
    return paged_table(columns, rows, caption=_("Micro projects by name"), page=page, href=href, total=len(projects))


def board_says(projects: Sequence[Standing]) -> str:
    """How many have reached entrepreneurial support or a start-up, and of how many the phase is unknown; all in one phase is said so."""
    if len({project.phase for project in projects}) == 1:
        phase = label("phase", projects[0].phase)
        return ngettext(
            "One micro project stands here: %(phase)s.", "%(num)s micro projects stand here: %(phase)s.", len(projects), phase=phase
        )
    far = sum(project.phase in FAR for project in projects)
    nowhere = sum(project.phase == "unknown" for project in projects)
    says = _(
        "%(share)s micro projects have reached entrepreneurial support or a social start-up.", share=capital(share(far, len(projects)))
    )
    if not nowhere:
        return says
    rest = ngettext("For one the phase is unknown.", "For %(num)s the phase is unknown.", nowhere)
    return f"{says} {rest}"


def board_source(projects: Sequence[Standing], *, undated: int, year: str) -> Content:
    """Whose reading the phases are, and what the choice of a year means; `undated` of the micro projects have no dated fact."""
    ours = sum(project.is_reading for project in projects)
    parts: list[str | Component] = []
    if ours:
        words = ngettext(
            "One phase is our reading of what its source says that the micro project became.",
            "%(share)s phases are our reading of what the sources say that the micro projects became.",
            ours,
            share=capital(share(ours, len(projects))),
        )
        parts += [flag(_("our reading"), "reading"), " ", words, " "]
    parts.append(_("The phase is the last one recorded; the steps on the pyramid are those of the latest date."))
    if year:
        parts += [" ", _year_rule(undated, year)]
    return [*parts, " ", help_link("phase", _("About the phases"))]


def _year_rule(undated: int, year: str) -> str:
    rule = _("Shown are those whose first dated fact is not after %(year)s and whose last is not before it.", year=year)
    if not undated:
        return rule
    rest = ngettext("One without any date stays in every year.", "%(num)s without any date stay in every year.", undated)
    return f"{rule} {rest}"


def _ends() -> Component:
    """Where a card can be dropped that has come to an end; shown while one is dragged."""
    ends = [html.Li(words, **{"data-end": code}) for code, words in labels("end_state").items()]
    return html.Div(
        [html.P(_("Or drop it where it ended:")), html.Ul(ends)], className="board-ends", hidden=True, **{"aria-hidden": "true"}
    )


def _lane(phase: str, projects: Sequence[Standing], more: Callable[[str], str], groups: Mapping[str, str], editable: bool) -> Lane:
    rest = len(projects) - MOST_CARDS
    words = ngettext("and one more", "and %(num)s more", rest) if rest > 0 else ""
    return Lane(
        phase,
        phase_name(phase),
        _about(phase),
        [_card(project, groups, editable) for project in projects[:MOST_CARDS]],
        (_("Nothing here now."), _nothing(phase)),
        unknown=phase == "unknown",
        total=len(projects),
        more=link(words, more(phase), spoken_after=phase_name(phase)) if words else None,
    )


def _card(project: Standing, groups: Mapping[str, str], editable: bool) -> Card:
    line = project.project
    lines = [where(line.place, line.country), for_whom(line.for_whom, line.target_groups, groups)]
    move = move_button(line.id, line.name) if editable else None
    return Card(line.name, project.href, lines, line.became, project.staff, project.users, move=move)


def _about(phase: str) -> str:
    return {
        "needs": _("finding out what people need"),
        "design": _("trying out a service of their own"),
        "support": _("finding a form, a plan and money"),
        "start_up": _("standing alone"),
        "unknown": _("no source lets us tell"),
    }[phase]


def _nothing(phase: str) -> str:
    if phase == "unknown":
        return _("The phase of every micro project is recorded.")
    return _("No micro project is recorded in this phase.")


def _legend() -> Component:
    marks = [(staff_mark(), _("professionals")), (users_mark(), _("service users")), (users_mark(span=True), _("between two steps"))]
    return key([(None, _("How much say, step 1 to 7:")), *marks], name=_("Marks"))


def _row(project: Standing, words: Mapping[str, Mapping[str, str]]) -> Row:
    line = project.project
    no_role = has_no_role(project.staff, project.users)
    staff = _("no role") if no_role else str(project.staff) if project.staff else None
    return [
        [link(line.name, project.href), html.Small(line.network)],
        where(line.place, line.country),
        for_whom(line.for_whom, line.target_groups, words["target_group"]),
        _phase_cell(project, words["phase"]),
        [line.became or unknown(), html.Small(_("end unknown") if line.end_state == "unknown" else words["end_state"][line.end_state])],
        staff,
        str(project.users) if project.users else None,
    ]


def _phase_cell(project: Standing, phases: Mapping[str, str]) -> Content | None:
    if project.phase == "unknown":
        return unknown()
    words = phases[project.phase]
    return [words, note_mark(_("our reading"), kind="reading")] if project.is_reading else words
