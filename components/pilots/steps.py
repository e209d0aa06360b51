"""The five steps of one pilot: how far each is, what it needs, what is recorded for it."""

from collections.abc import Mapping, Sequence
from datetime import date

from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _

from components.editing.edit_button import edit_button, fill_button
from components.field_note import field_marks
from components.flag import flag
from components.pilots.roadmap import CODES, Needs, needs
from components.pilots.rows import Notes, Step
from components.pilots.track import DONE, step_dates
from components.unknown import unknown
from components.vocabulary import labels

# Words for what is recorded, and the anchor of the block on the page that shows it.
Recorded = Sequence[tuple[str, str]]


def steps_picture(
    pilot_id: int, steps: Sequence[Step], notes: Notes, *, recorded: Mapping[str, Recorded], editable: bool, today: date
) -> Component:
    """The steps in their order; `recorded` says for each step what the page holds for it, `today` is the day of the LEN."""
    begun = {step.step: step for step in steps}
    following = next((code for code in CODES if code not in begun), None)
    asked = needs()
    items = []
    for number, code in enumerate(CODES, 1):
        step = begun.get(code)
        button = _button(pilot_id, number, code, step, today, is_next=code == following) if editable else None
        body = [*([html.P(button, className="step-button")] if button else []), *_needs(asked[code]), _recorded(recorded.get(code, ()))]
        items.append(_step(number, code, step, notes, body, editable=editable))
    return html.Ol(items, className="roadmap")


def _step(number: int, code: str, step: Step | None, notes: Notes, body: Sequence[Component], *, editable: bool) -> Component:
    state = "open" if step is None else "done" if step.state == DONE else "now"
    title = labels("roadmap_step")[code]
    heading = html.H3([html.Span(str(number), className="step-number"), " ", title])
    head = html.Div([heading, *_state(step, notes, title, editable=editable)], className="step-head")
    return html.Li([head, *body], className=f"step-{state}")


def _state(step: Step | None, notes: Notes, title: str, *, editable: bool) -> list[Component]:
    if step is None:
        return [html.P(unknown(_("not begun")))]
    words = [flag(labels("step_state")[step.state], "good")] if step.state == DONE else []
    marks = field_marks(notes.get(("pilot_step", step.id), ()), "state", "step", "start_first", "end_first")
    correct = [" ", edit_button("pilot_step", step.id, title)] if editable else []
    lines = [html.P([*words, *marks, " ", step_dates(step), *correct])]
    if step.reason:
        lines.append(html.P(_("Begun before an earlier step: %(reason)s", reason=step.reason), className="step-reason"))
    return lines


def _button(pilot_id: int, number: int, code: str, step: Step | None, today: date, *, is_next: bool) -> Component | None:
    """What comes next for this step: it begins, or it is done."""
    if step is None:
        words = _("Begin step %(number)s", number=number)
        return fill_button(words, "pilot_step", pilot=pilot_id, step=code, start=today.isoformat()) if is_next else None
    if step.state == DONE:
        return None
    return fill_button(_("Step %(number)s is done", number=number), "pilot_step", step.id, state=DONE, end=today.isoformat())


def _needs(asked: Needs) -> list[Component]:
    tools = html.Ul([html.Li(tool) for tool in asked.tools])
    return [html.P(asked.about, className="step-about"), html.Div([html.H4(_("What it needs")), tools], className="step-needs")]


def _recorded(recorded: Recorded) -> Component:
    lines = [html.Li(html.A(words, href=f"#{anchor}")) for words, anchor in recorded]
    shown = html.Ul(lines) if lines else html.P(unknown(_("Nothing is recorded for it yet.")))
    return html.Div([html.H4(_("What is recorded for it")), shown], className="step-recorded")
