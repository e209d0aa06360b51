"""The timeline of a micro project: picture, table, sentence."""

from collections.abc import Sequence
from typing import Any, Protocol

from dash.development.base_component import Component
from flask_babel import gettext as _

from components.charts.timeline import Moment as Drawn
from components.charts.timeline import StoryPhase, timeline
from components.cited import cited
from components.editing.edit_button import with_edit
from components.empty import empty
from components.formats import period, share, some_day, vague_date
from components.projects.life import Span, Step
from components.projects.moment import Teller
from components.projects.standing import phase_name
from components.table import Column, Row, table
from components.unknown import unknown

TONES = {"needs": 1, "design": 2, "support": 3, "start_up": 4}


class Moment(Protocol):
    """Something that happened on a day between first and last (None: unknown); `rows` say the same."""

    @property
    def kind(self) -> str: ...
    @property
    def day(self) -> Span | None: ...
    @property
    def rows(self) -> Sequence[Any]: ...


class Spell(Protocol):
    """A stay in a phase."""

    @property
    def step(self) -> Step: ...
    @property
    def entered(self) -> Span | None: ...
    @property
    def left(self) -> Span | None: ...
    @property
    def lasts(self) -> bool: ...


class Chapter(Protocol):
    """Moments in order; `kind` is "needs", "before", "unknown_phase", "phase" (with its stay) or "undated"."""

    @property
    def kind(self) -> str: ...
    @property
    def moments(self) -> Sequence[Moment]: ...
    @property
    def spell(self) -> Spell | None: ...


def story_picture(chapters: Sequence[Chapter], teller: Teller) -> Component:
    """The chapters as a timeline; without any, that nothing is recorded."""
    if not chapters:
        return empty(_("How it came about is not recorded."), _("Neither a phase nor an event, a tie, money or a reading."))
    drawn = [(chapter, [_drawn(moment, teller) for moment in chapter.moments]) for chapter in chapters]
    return timeline([StoryPhase(_title(chapter), moments, _when(chapter), _tone(chapter)) for chapter, moments in drawn])


def story_table(chapters: Sequence[Chapter], teller: Teller, *, caption: str) -> Component | None:
    """One row per moment; None without any."""
    if not chapters:
        return None
    columns = [Column(_("Date")), Column(_("Phase")), Column(_("Kind")), Column(_("What happened")), Column(_("Source"))]
    rows = [_row(chapter, moment, teller) for chapter in chapters for moment in chapter.moments]
    return table(columns, rows, caption=caption)


def story_says(chapters: Sequence[Chapter]) -> str | None:
    """How many moments have a date and in which years they lie, and whether it is known when the phases began; None without any."""
    moments = [moment for chapter in chapters for moment in chapter.moments]
    if not moments:
        return None
    days = [moment.day for moment in moments if moment.day]
    steps = [chapter.spell for chapter in chapters if chapter.spell]
    says = [_dated(days, len(moments))]
    if not steps:
        says.append(_("Its phase is unknown."))
    elif not any(step.entered for step in steps):
        says.append(_("When it came into its phase, nobody has recorded."))
    return " ".join(says)


def _dated(days: Sequence[Span], of: int) -> str:
    if not days:
        return _("No moment of its way has a known date.")
    first, last = min(day[0].year for day in days), max(day[1].year for day in days)
    known = _("Known dates: %(share)s moments", share=share(len(days), of)) if of > 1 else _("The one moment has a date")
    years = _("in %(year)s", year=str(first)) if first == last else _("from %(first)s to %(last)s", first=str(first), last=str(last))
    return f"{known}, {years}."


def _title(chapter: Chapter) -> str:
    if chapter.spell:
        return phase_name(chapter.spell.step.phase)
    return {
        "needs": _("The need"),
        "before": _("Before its first phase"),
        "unknown_phase": _("Phase of that time unknown"),
        "undated": _("Date unknown"),
    }[chapter.kind]


def _when(chapter: Chapter) -> str | None:
    if chapter.kind == "needs":
        return _("date unknown, it came first")
    if chapter.kind == "undated":
        return _("in no order")
    if chapter.spell:
        return _stay(chapter.spell)
    days = [moment.day for moment in chapter.moments if moment.day]
    first, last = min(day[0].year for day in days), max(day[1].year for day in days)
    return str(first) if first == last else _("%(start)s to %(end)s", start=str(first), end=str(last))


def _stay(spell: Spell) -> str | None:
    if spell.entered is None and spell.left is None:
        return _("since an unknown date") if spell.lasts else None
    if spell.entered and spell.lasts:
        return _("since %(date)s", date=some_day(*spell.entered))
    return period(spell.entered or (None, None), spell.left or (None, None))


def _tone(chapter: Chapter) -> int:
    return TONES.get(chapter.spell.step.phase, 0) if chapter.spell else 0


def _drawn(moment: Moment, teller: Teller) -> Drawn:
    told = teller.tell(moment.kind, moment.rows)
    source = _("Source: %(source)s", source=told.source) if told.source else unknown(_("source unknown"))
    origin = with_edit(source, told.table, told.row_id, editable=bool(told.table))
    return Drawn(told.kind, told.what, vague_date(*moment.day) if moment.day else None, origin)


def _row(chapter: Chapter, moment: Moment, teller: Teller) -> Row:
    told = teller.tell(moment.kind, moment.rows)
    when = vague_date(*moment.day) if moment.day else unknown(_("date unknown"))
    phase = phase_name(chapter.spell.step.phase) if chapter.spell else unknown(_("phase unknown"))
    return [when, phase, told.kind, told.what, cited(told.source)]
