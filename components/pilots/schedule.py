"""Tasks along the time: a bar from the day on which one begins to the day on which it is due."""

from collections.abc import Sequence
from datetime import date, timedelta

from babel.dates import format_date
from dash import html
from dash.development.base_component import Component
from flask_babel import get_locale
from flask_babel import gettext as _

from components.content import Content
from components.field_note import field_marks
from components.formats import vague_date
from components.pilots.due import is_overdue, thing_buttons
from components.pilots.rows import Notes, Thing
from components.unknown import unknown

MOST_TICKS = 7
MONTHS_APART = (1, 3, 6, 12, 24, 60, 120)


def schedule(things: Sequence[Thing], notes: Notes, *, today: date, editable: bool) -> Component | None:
    """Tasks on a line of time with a mark at today; None where no day is known at all."""
    days = [day for thing in things for day in (thing.begins, thing.due, thing.done) if day is not None]
    if not days:
        return None
    first, last = _ends(min([*days, today]), max([*days, today]))
    marks = [(_share(tick, first, last), words) for tick, words in _ticks(first, last)]
    ticks = [html.Span(words, style={"--at": at}) for at, words in marks if at <= 0.93]
    now = _share(today, first, last)
    head = html.Div(
        [*ticks, html.Span(_("today"), className="is-today", style={"--at": now})], className="schedule-head", **{"aria-hidden": "true"}
    )
    rows = html.Ol([_row(thing, _marked(thing, notes), _line(thing, first, last), today, editable=editable) for thing in things])
    return html.Div([head, rows], className="schedule", style={"--today": now})


def _ends(first: date, last: date) -> tuple[date, date]:
    """From the first day of the first month to the end of the last one."""
    after = (last.replace(day=1) + timedelta(days=32)).replace(day=1)
    return first.replace(day=1), after


def _ticks(first: date, last: date) -> list[tuple[date, str]]:
    """Beginnings of months, at most seven, with their names."""
    months = (last.year - first.year) * 12 + last.month - first.month
    apart = next((each for each in MONTHS_APART if months / each <= MOST_TICKS), MONTHS_APART[-1])
    found = [date(first.year + (first.month - 1 + n) // 12, (first.month - 1 + n) % 12 + 1, 1) for n in range(0, months, apart)]
    return [(tick, format_date(tick, "y" if apart >= 12 else "MMM y", locale=get_locale())) for tick in found]


def _share(day: date, first: date, last: date) -> float:
    return round(min(max((day - first).days / max((last - first).days, 1), 0), 1), 4)


def _row(thing: Thing, name: Content, line: Component, today: date, *, editable: bool) -> Component:
    state = "done" if thing.done else "late" if is_overdue(thing, today) else "open"
    says = html.Span([_says(thing, today), *thing_buttons(thing, today, editable=editable)], className="task-says")
    return html.Li([html.Span(name, className="task-name"), line, says], className=f"task-{state}")


def _marked(thing: Thing, notes: Notes) -> Content:
    return [thing.what, *field_marks(notes.get((thing.table, thing.id), ()), "what")]


def _line(thing: Thing, first: date, last: date) -> Component:
    begins, ends = thing.begins or thing.due or thing.done, thing.due or thing.done
    if begins is None:
        return html.Span(className="task-line", **{"aria-hidden": "true"})
    start = _share(begins, first, last)
    parts = [html.I(className="task-bar", style={"--from": start, "--to": 1 if ends is None else max(_share(ends, first, last), start)})]
    if ends is not None:
        parts.append(html.I(className="task-due", style={"--at": _share(ends, first, last)}))
    return html.Span(parts, className="task-line" if ends is not None else "task-line is-endless", **{"aria-hidden": "true"})


def _says(thing: Thing, today: date) -> Component:
    if thing.done is None and thing.due is None:
        return unknown(_("no date"))
    return html.Span(_when(thing, today), className="task-when")


def _when(thing: Thing, today: date) -> str:
    if thing.done is not None:
        return _("done on %(date)s", date=vague_date(thing.done, thing.done))
    due = vague_date(thing.due, thing.due)
    return _("overdue since %(date)s", date=due) if is_overdue(thing, today) else _("due on %(date)s", date=due)
