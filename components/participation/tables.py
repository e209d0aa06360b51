"""The tables of the participation page: the same facts as its pictures."""

from collections.abc import Mapping, Sequence

from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _

from components.charts.gaps import finding
from components.charts.steps_by_kind import Kind
from components.content import Content
from components.editing.edit_button import with_edit
from components.editing.table_words import row_kind
from components.formats import number, vague_date
from components.level import Level, has_no_role
from components.link import link
from components.participation.findings import Coverage
from components.participation.pairs import Pair, SideReading, address, level, special_origin, stages
from components.participation.standing import Standing, middle_step, upper_share
from components.participation_steps import TOP, Step, shows_originals, steps
from components.table import Column, Row, table
from components.unknown import unknown
from components.vocabulary import label
from components.words_only import words_only


def steps_table(staff: Standing, users: Standing, coverage: Coverage, *, caption: str) -> Component:
    """The seven steps with both titles (to others than readers of German with the German original) and the readings on each side.

    The last rows count the micro projects without a reading on a side, and those where professionals have no role.
    """
    columns = [
        Column(_("Step"), header=True),
        Column(_("Professionals’ side")),
        Column(_("Readings of professionals"), numeric=True),
        Column(_("Service users’ side")),
        Column(_("Readings of service users"), numeric=True),
    ]
    titles = steps()
    rows: list[Row] = [_step_row(titles[step], staff, users) for step in range(TOP, 0, -1)]
    nothing = unknown(_("unknown (micro projects)"))
    rows.append([nothing, _("no reading"), number(coverage.unread_staff), _("no reading"), number(coverage.unread_users)])
    if coverage.no_role:
        rows.append([_("no role (micro projects)"), _("service users stand on step 7"), number(coverage.no_role), "–", "–"])
    return table(columns, rows, caption=caption)


def gaps_table(pairs: Sequence[Pair], origins: Mapping[int, str], *, caption: str, with_judges: bool, editable: bool = False) -> Component:
    """Both sides per micro project, event and pilot; the numbers of people who judged only where `with_judges` says so."""
    judges = [
        Column(_("Professionals who judged"), numeric=True),
        Column(_("Service users who judged"), numeric=True),
    ]
    columns = [
        Column(_("What was judged"), header=True),
        Column(_("Kind")),
        Column(_("Network")),
        Column(_("Professionals")),
        Column(_("Service users")),
        Column(_("Stage")),
        Column(_("Gap")),
        Column(_("Origin")),
        *(judges if with_judges else []),
    ]
    return table(columns, [_pair_row(pair, origins, with_judges=with_judges, editable=editable) for pair in pairs], caption=caption)


def years_table(years: Sequence[tuple[int | None, Standing, Standing]], *, caption: str) -> Component:
    """One row per year with the standing of professionals and service users; a year of None is "no date"."""
    rows: list[Row] = [
        [unknown(_("no date")) if year is None else str(year), *_standing_cells(staff, users)] for year, staff, users in years
    ]
    return table([Column(_("Year"), header=True), *_standing_columns()], rows, caption=caption)


def kinds_table(kinds: Sequence[Kind], *, head: str, caption: str) -> Component:
    """One row per kind with the standing of both sides; `head` names the kind of kind ("Stage")."""
    rows: list[Row] = [[unknown(kind.label) if kind.unknown else kind.label, *_standing_cells(kind.staff, kind.users)] for kind in kinds]
    return table([Column(head, header=True), *_standing_columns()], rows, caption=caption)


def _step_row(step: Step, staff: Standing, users: Standing) -> list[Content | None]:
    users_cells: Row = [_title(step.users, step.users_german, marked=step.source_incomplete), _count(users, step.number)]
    if step.staff is None or step.staff_german is None:
        return [str(step.number), _("no step"), "–", *users_cells]
    return [str(step.number), _title(step.staff, step.staff_german), _count(staff, step.number), *users_cells]


def _title(title: str, german: str, *, marked: bool = False) -> Component:
    original = [html.Br(), html.Small(german, lang="de")] if shows_originals() else []
    return html.Span([title, "*" if marked else "", *original])


def _count(standing: Standing, step: int) -> str:
    exact, spans = standing.exact.get(step, 0), standing.spans.get(step, 0)
    if not spans:
        return number(exact)
    return _("%(n)s, of these %(spans)s up to a higher step", n=number(exact + spans), spans=number(spans))


def _pair_row(pair: Pair, origins: Mapping[int, str], *, with_judges: bool, editable: bool) -> Row:
    staff, users = level(pair.staff), level(pair.users)
    no_role = _("no role") if has_no_role(staff, users) else None
    page = address(pair)
    return [
        link(pair.subject.name, page) if page else pair.subject.name,
        row_kind(pair.subject.kind),
        pair.subject.network,
        no_role or _level_and_day(pair.staff, editable),
        _level_and_day(pair.users, editable),
        stages(pair),
        _gap(pair, staff, users),
        _origin(special_origin(pair, origins)),
        *([_judges(pair.staff, no_role), _judges(pair.users, None)] if with_judges else []),
    ]


def _gap(pair: Pair, staff: Level | None, users: Level | None) -> Content:
    says = finding(staff, users, stages=stages(pair) if pair.stages_differ else None).says
    return [says, " ", words_only()] if pair.claimed else says


def _level_and_day(reading: SideReading | None, editable: bool) -> Content | None:
    if reading is None:
        return None
    day = unknown(_("no date")) if reading.day_last is None else vague_date(reading.day_first, reading.day_last)
    return with_edit(html.Span([str(level(reading)), ", ", day]), "assessment", reading.id, reading.name, editable=editable)


def _judges(reading: SideReading | None, instead: str | None) -> Content | None:
    if reading is None:
        return instead or unknown(_("no reading"))
    return None if reading.judges is None else number(reading.judges)


def _origin(kind: str | None) -> str:
    return _("as recorded") if kind is None else label("note_kind", kind)


def _standing_columns() -> list[Column]:
    return [
        Column(_("Readings of professionals"), numeric=True),
        Column(_("Professionals at step 4 or above"), numeric=True),
        Column(_("Middle step of professionals"), numeric=True),
        Column(_("Readings of service users"), numeric=True),
        Column(_("Service users at step 4 or above"), numeric=True),
        Column(_("Middle step of service users"), numeric=True),
    ]


def _standing_cells(staff: Standing, users: Standing) -> list[Content | None]:
    return [cell for side in (staff, users) for cell in (number(side.total), upper_share(side), middle_step(side))]
