"""How much say service users have in one micro project: the small pyramid and each reading."""

from collections.abc import Callable, Sequence

from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _
from flask_babel import ngettext

from components.charts.gaps import finding
from components.charts.ladder import ladder
from components.cited import cited
from components.content import Content
from components.editing.edit_button import with_edit
from components.empty import empty
from components.field_note import NoteOnField, field_lines, field_marks
from components.flag import flag
from components.formats import vague_date
from components.level import Level
from components.marks import staff_mark, steps7, users_mark
from components.persons import persons
from components.projects.life import Notes, Reading
from components.table import Column, Row, paged_table
from components.unknown import unknown
from components.vocabulary import label
from components.words_only import is_words_only, words_only

LEVEL = ("level_from", "level_to")


def say_picture(staff: Level | None, users: Level | None) -> Component:
    """The small pyramid with both sides; without any reading, that nothing is known."""
    if staff is None and users is None:
        return empty(_("No reading is recorded."), _("How much say service users have is unknown."))
    return ladder(staff, users)


def say_says(staff: Level | None, users: Level | None, readings: Sequence[Reading], *, stages: str | None = None) -> Content | None:
    """The gap in words, with a warning where say is shared in words only, and how many readings there are; None without any.

    `stages`: which stages the sides judged, where they are not the same.
    """
    if not readings:
        return None
    found = finding(staff, users, stages=stages)
    said = ngettext(
        "%(gap)s (%(rests_on)s). One reading is recorded.",
        "%(gap)s (%(rests_on)s). %(num)s readings are recorded.",
        len(readings),
        gap=found.says,
        rests_on=found.rests_on,
    )
    return [said, " ", words_only()] if stages is None and is_words_only(staff, users) else said


def say_source(readings: Sequence[Reading], notes: Notes) -> Content | None:
    """Whose readings these are, and which of several is drawn; None without any."""
    if not readings:
        return None
    ours = sum(any(note.kind == "reading" for note in notes.get(("assessment", reading.id), ())) for reading in readings)
    parts: list[str | Component] = [flag(_("our reading"), "reading"), " "] if ours else []
    if len(readings) > 2:
        parts.append(_("Drawn is the stage that both sides judged last, else the latest reading of each side."))
    return parts or None


def readings_table(
    readings: Sequence[Reading],
    notes: Notes,
    *,
    no_role: bool,
    with_judges: bool,
    page: int,
    href: Callable[[int], str],
    editable: bool = False,
) -> Component:
    """One row per reading, the latest first, in pages; numbers of people who judged only with `with_judges`.

    `page` counts from 1, `href` makes the address of a page.
    """
    columns = [
        Column(_("Side"), header=True),
        Column(_("Step")),
        Column(_("Date and stage")),
        Column(_("Evidence")),
        Column(_("What was agreed")),
        *([Column(_("People who judged"), numeric=True)] if with_judges else []),
        Column(_("Source")),
    ]
    rows = [_row(reading, notes.get(("assessment", reading.id), ()), with_judges=with_judges, editable=editable) for reading in readings]
    if no_role:
        rows.append(_no_role_row(len(columns)))
    return paged_table(columns, rows, caption=_("Readings, the latest first"), page=page, href=href)


def _row(reading: Reading, notes: Sequence[NoteOnField], *, with_judges: bool, editable: bool) -> Row:
    staff = reading.side == "professionals"
    level = Level(reading.low, reading.high)
    mark = staff_mark(span=level.is_span) if staff else users_mark(span=level.is_span)
    steps = steps7(level.low, level.top, side="staff" if staff else "users")
    return [
        html.Span([mark, _("Professionals") if staff else _("Service users")], className="one-level"),
        [html.Span([steps, html.B(str(level)), *field_marks(notes, *LEVEL)], className="one-level"), *field_lines(notes, *LEVEL)],
        [
            unknown(_("date unknown")) if reading.day_first is None else vague_date(reading.day_first, reading.day_last),
            html.Small(label("stage", reading.stage)),
        ],
        [reading.evidence, *([html.Small(reading.method)] if reading.method else [])] if reading.evidence else reading.method,
        reading.agreed or unknown(_("not recorded")),
        *([persons(reading.judges, masked=False)] if with_judges else []),
        with_edit(cited(reading.source), "assessment", reading.id, editable=editable),
    ]


def _no_role_row(cells: int) -> Row:
    side = html.Span([staff_mark(), _("Professionals")], className="one-level")
    return [side, _("no role"), "–", _("Service users stand on step 7: professionals have no step there."), *(["–"] * (cells - 4))]
