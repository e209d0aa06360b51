"""Change over time: readings on the seven steps by year, undated ones beside."""

from collections import Counter
from collections.abc import Sequence
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

    `says` is the sentence that stands for the picture in a screen reader; the facts are in the table below it.
    """
    if not readings:
        return empty(_("No reading is recorded yet."))
    years = _years(readings)
    columns: list[int | None] = [*years, *([None] if any(reading.year is None for reading in readings) else [])]
    drawing = html.Div(
        [
            *_steps(),
            html.Span(className="begins"),
            *(part for i, year in enumerate(columns) for part in _column(readings, year, position=i + 1)),
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


def _column(readings: Sequence[DatedReading], year: int | None, *, position: int) -> list[Component]:
    here = [reading for reading in readings if reading.year == year]
    ground = html.Span(className="year-ground undated" if year is None else "year-ground", style={"--at": position})
    name = html.Span(_("no date") if year is None else str(year), className="year-name", style={"--at": position})
    return [ground, *_marks(here, position=position), name]


def _marks(readings: Sequence[DatedReading], *, position: int) -> list[Component]:
    counts: Counter[tuple[str, int, int]] = Counter()
    for reading in readings:
        counts[reading.side, reading.level.low, reading.level.top] += reading.n
    return [_place(side, low, top, n, position=position) for (side, low, top), n in sorted(counts.items())]


def _place(side: str, low: int, top: int, n: int, *, position: int) -> Component:
    is_span = top > low
    mark = staff_mark(span=is_span) if side == "staff" else users_mark(span=is_span)
    marks = [mark] * n if n <= MOST_MARKS else [html.Span([mark, number(n)], className="many")]
    return html.Span(marks, className=f"place {side}{' tall' if is_span else ''}", style={"--at": position, "--low": low, "--top": top})


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
