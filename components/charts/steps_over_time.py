"""Change over time: readings on the seven steps by year, undated ones beside."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _

from components.empty import empty
from components.formats import number
from components.level import Level
from components.marks import key, staff_mark, users_mark
from components.participation_steps import PARTICIPATION_BEGINS, TOP
from components.table import scroll

MOST_MARKS = 6


@dataclass(frozen=True, slots=True)
class DatedReading:
    """A reading of one side, or `n` that agree; `year` None is undated."""

    side: Literal["staff", "users"]
    level: Level
    year: int | None = None
    n: int = 1


def steps_over_time(readings: Sequence[DatedReading], *, says: str) -> html.Div:
    """One column per year from the first to the last, one row per step, and a column for undated readings.

    Each reading is a mark; where more than six would share a place, bars stand for all of them.
    `says` is the sentence that stands for the picture in a screen reader; the facts are in the table below it.
    """
    if not readings:
        return empty(_("No reading is recorded yet."))
    years = _years(readings)
    most = _most(readings)
    columns: list[int | None] = [*years, *([None] if any(reading.year is None for reading in readings) else [])]
    drawing = html.Div(
        [
            *_steps(),
            html.Span(className="begins"),
            *(part for i, year in enumerate(columns) for part in _column(readings, year, position=i + 1, most=most)),
        ],
        className="over-time",
        role="img",
        style={"--years": len(columns)},
        **{"aria-label": says},
    )
    return html.Div([scroll(drawing, name=_("Readings by year")), _legend()])


def _years(readings: Sequence[DatedReading]) -> list[int]:
    dated = [reading.year for reading in readings if reading.year is not None]
    return list(range(min(dated), max(dated) + 1)) if dated else []


def _steps() -> list[Component]:
    names = [html.Span(str(step), className=f"step-name st-{step}") for step in range(1, TOP + 1)]
    return [*names, *(html.Span(className=f"step-ground st-{step}") for step in range(1, TOP + 1))]


def _column(readings: Sequence[DatedReading], year: int | None, *, position: int, most: int) -> list[Component]:
    here = [reading for reading in readings if reading.year == year]
    ground = html.Span(className="year-ground undated" if year is None else "year-ground", style={"--at": position})
    name = html.Span(_("no date") if year is None else str(year), className="year-name", style={"--at": position})
    content = _marks(here, position=position) if most <= MOST_MARKS else _bars(here, position=position, most=most)
    return [ground, *content, name]


def _most(readings: Sequence[DatedReading]) -> int:
    """The most readings that one side has on one step in one year."""
    counts: Counter[tuple[str, int, int | None]] = Counter()
    for reading in readings:
        counts[reading.side, reading.level.low, reading.year] += reading.n
    return max(counts.values())


def _bars(readings: Sequence[DatedReading], *, position: int, most: int) -> list[Component]:
    """Too many for marks: a bar for each side on each step, the part that lies between two steps hollow."""
    counts: Counter[tuple[str, int, bool]] = Counter()
    for reading in readings:
        counts[reading.side, reading.level.low, reading.level.is_span] += reading.n
    places = sorted({(side, low) for side, low, _is_span in counts})
    return [
        _bar(side, counts[side, low, False], counts[side, low, True], style={"--at": position, "--low": low}, most=most)
        for side, low in places
    ]


def _bar(side: str, exact: int, spans: int, *, style: Mapping[str, int], most: int) -> Component:
    """The style sheet draws the number above the bar."""
    parts = [html.I(className=name, style={"--v": round(n / most, 3)}) for name, n in (("exact", exact), ("spans", spans)) if n]
    return html.Span(parts, className=f"held {side}", style=dict(style), **{"data-n": number(exact + spans)})


def _marks(readings: Sequence[DatedReading], *, position: int) -> list[Component]:
    counts: Counter[tuple[str, int, int]] = Counter()
    for reading in readings:
        counts[reading.side, reading.level.low, reading.level.top] += reading.n
    return [_place(side, low, top, n, position=position) for (side, low, top), n in sorted(counts.items())]


def _place(side: str, low: int, top: int, n: int, *, position: int) -> Component:
    is_span = top > low
    mark = staff_mark(span=is_span) if side == "staff" else users_mark(span=is_span)
    return html.Span(
        [mark] * n, className=f"place {side}{' tall' if is_span else ''}", style={"--at": position, "--low": low, "--top": top}
    )


def _legend() -> Component:
    return key(
        [
            (staff_mark(), _("professionals")),
            (users_mark(), _("service users")),
            ([staff_mark(span=True), users_mark(span=True)], _("a reading between two steps")),
            (
                html.Span(className="begins-sample", **{"aria-hidden": "true"}),
                _("participation begins at step %(n)s", n=PARTICIPATION_BEGINS),
            ),
        ],
        name=_("Marks"),
    )
