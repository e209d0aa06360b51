"""The five steps of a pilot as a small track, and where it stands in words."""

from collections.abc import Sequence
from datetime import date

from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _

from components.formats import some_day
from components.pilots.roadmap import CODES
from components.pilots.rows import Step
from components.vocabulary import label, labels

DONE = "done"


def track(steps: Sequence[Step]) -> Component:
    """Five marks in a row, each with its number, its title and how far it is."""
    begun = {step.step: step for step in steps}
    return html.Ol([_mark(number, code, begun.get(code)) for number, code in enumerate(CODES, 1)], className="step-track")


def _mark(number: int, code: str, step: Step | None) -> Component:
    state = "open" if step is None else "done" if step.state == DONE else "now"
    said = _("not begun") if step is None else label("step_state", step.state)
    return html.Li(
        [
            html.Span(className="step-bar", **{"aria-hidden": "true"}),
            html.B(str(number)),
            html.Span([" ", labels("roadmap_step")[code]], className="step-title"),
            html.Span(f": {said}", className="sr"),
        ],
        className=f"step-{state}",
    )


def furthest(steps: Sequence[Step]) -> Step | None:
    """The furthest step that was begun; None before the first."""
    return max(steps, key=lambda step: CODES.index(step.step), default=None)


def stands(steps: Sequence[Step]) -> str:
    """Where it stands, as a sentence."""
    step = furthest(steps)
    if step is None:
        return _("No step has begun yet.")
    name, number = labels("roadmap_step")[step.step], CODES.index(step.step) + 1
    if step.state != DONE:
        return _("Step %(number)s of 5, %(name)s: %(dates)s.", number=number, name=name, dates=step_dates(step))
    if number == len(CODES):
        return _("The last of the five steps is done: it is through.")
    return _(
        "Step %(number)s of 5, %(name)s, is done (%(dates)s); the next has not begun.", number=number, name=name, dates=step_dates(step)
    )


def step_dates(step: Step) -> str:
    """Since when a step is under way, or from when to when it was."""
    start = day(step.start_first, step.start_last)
    if step.state != DONE:
        return _("under way since %(date)s", date=start) if start else _("under way, since when is unknown")
    end = day(step.end_first, step.end_last)
    if start and end:
        return _("%(start)s to %(end)s", start=start, end=end)
    return _("done on %(date)s", date=end) if end else _("when is unknown")


def day(first: date | None, last: date | None) -> str | None:
    """A vague date in words; None where it is unknown."""
    return None if first is None else some_day(first, last)
