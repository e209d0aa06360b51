"""Time in phase: picture, table, sentence."""

from collections.abc import Sequence
from typing import Protocol

from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _
from flask_babel import ngettext

from components.charts.durations import Durations, Stay, days, durations
from components.empty import empty
from components.formats import number
from components.projects.standing import phase_name
from components.table import Column, Row, table
from components.unknown import unknown
from components.vocabulary import label


class Days(Protocol):
    """The lower median of some stays, in days."""

    @property
    def least(self) -> int: ...
    @property
    def most(self) -> int: ...
    @property
    def number(self) -> int: ...


class PhaseTime(Protocol):
    """The stays in one phase: over, going on, and how many have no known beginning or end."""

    @property
    def phase(self) -> str: ...
    @property
    def over(self) -> Days | None: ...
    @property
    def so_far(self) -> Days | None: ...
    @property
    def undated(self) -> int: ...


def phase_times(times: Sequence[PhaseTime]) -> Component:
    """A row per phase; where no step has a date, the sentence that says so stands above the counts."""
    picture = durations([_durations(time) for time in times])
    if _dated(times):
        return picture
    then = _("The time in a phase can be told once the day of a step is known. No day is guessed.")
    return html.Div([empty(_("How long is unknown: no step has a date."), then), picture])


def phase_time_table(times: Sequence[PhaseTime], *, caption: str) -> Component:
    """A row per phase with the middle stays and the counts."""
    columns = [
        Column(_("Phase"), header=True),
        Column(_("Stays that are over"), numeric=True),
        Column(_("middle")),
        Column(_("Stays that go on"), numeric=True),
        Column(_("middle so far")),
        Column(_("Without a date"), numeric=True),
    ]
    rows: list[Row] = [
        [phase_name(time.phase), _count(time.over), _days(time.over), _count(time.so_far), _days(time.so_far), number(time.undated)]
        for time in times
    ]
    return table(columns, rows, caption=caption)


def phase_time_says(times: Sequence[PhaseTime]) -> str:
    """In which phase a stay that is over took longest, and how many stays have no date."""
    undated = sum(time.undated for time in times)
    over = [time for time in times if time.over]
    without = ngettext("%(num)s stay has no date and is left out.", "%(num)s stays have no date and are left out.", undated)
    if not over:
        first = _("No stay in a phase has a known beginning and end.")
        return f"{first} {without}" if undated else first
    slowest = max(over, key=lambda time: _most(time.over))
    assert slowest.over is not None
    first = _(
        "Micro projects stayed longest in %(phase)s: %(days)s in the middle.",
        phase=label("phase", slowest.phase),
        days=days(_stay(slowest.over)),
    )
    return f"{first} {without}" if undated else first


def _dated(times: Sequence[PhaseTime]) -> bool:
    return any(time.over or time.so_far for time in times)


def _durations(time: PhaseTime) -> Durations:
    over = _stay(time.over) if time.over else None
    return Durations(phase_name(time.phase), over, _stay(time.so_far) if time.so_far else None, time.undated)


def _stay(found: Days) -> Stay:
    return Stay(found.least, found.most, found.number)


def _most(found: Days | None) -> int:
    return found.most if found else 0


def _count(found: Days | None) -> str:
    return number(found.number) if found else number(0)


def _days(found: Days | None) -> str | Component:
    return days(_stay(found)) if found else unknown()
