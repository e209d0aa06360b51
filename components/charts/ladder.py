"""The small pyramid of one micro project."""

from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _

from components.level import Level, has_no_role
from components.marks import staff_mark, users_mark
from components.participation_steps import TOP, Step, steps


def ladder(staff: Level | None, users: Level | None) -> html.Div:
    """Seven short steps with the marks of both sides; None is unknown. A hollow mark stands on each step of a span."""
    titles = steps()
    rows = [_step(titles[number], staff, users) for number in range(TOP, 0, -1)]
    return html.Div(
        [html.Ol(rows, className="ladder", reversed=True, start=str(TOP)), html.P(_sentence(staff, users), className="ladder-says")]
    )


def _step(step: Step, staff: Level | None, users: Level | None) -> Component:
    standing = [*_standing(step.number, staff, side="staff"), *_standing(step.number, users, side="users")]
    return html.Li(
        [html.Span(str(step.number), className="no"), html.Span(step.short, className="bar"), html.Span(standing, className="who-stands")],
        className=f"st-{step.number}",
        value=str(step.number),
    )


def _standing(number: int, level: Level | None, *, side: str) -> list[Component]:
    if level is None or not level.low <= number <= level.top:
        return []
    if side == "staff":
        return [staff_mark(span=level.is_span), html.Span(_(" professionals stand here"), className="sr")]
    return [users_mark(span=level.is_span), html.Span(_(" service users stand here"), className="sr")]


def _sentence(staff: Level | None, users: Level | None) -> str:
    unknown = _("unknown")
    staff_words = _("no role") if has_no_role(staff, users) else str(staff or unknown)
    return _("Professionals: %(staff)s. Service users: %(users)s.", staff=staff_words, users=str(users or unknown))
