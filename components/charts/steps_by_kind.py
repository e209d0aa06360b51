"""Readings per step for each kind (a stage, a target group): a small stack of bars for each side, and the finding in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _

from components.charts.pyramid import Readings
from components.formats import number
from components.marks import key, staff_mark, users_mark
from components.participation.standing import Standing, in_words, readings
from components.participation_steps import PARTICIPATION_BEGINS, TOP
from components.unknown import unknown_box

LEAST_SCALE = 3


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind with the standing of both sides; `unknown` says that its readings do not name a kind."""

    label: str
    staff: Standing
    users: Standing
    unknown: bool = False


def steps_by_kind(kinds: Sequence[Kind], *, head: str, name: str) -> html.Div:
    """One row per kind; bars of all rows share one scale. `head` names the kind of kind ("Stage"), `name` the list for screen readers."""
    counts = [step.total for kind in kinds for side in (kind.staff, kind.users) for step in readings(side).values()]
    most = max([LEAST_SCALE, *counts])
    rows = [_row(kind, most) for kind in kinds]
    return html.Div([_head(head), html.Ul(rows, className="kinds", **{"aria-label": name}), _legend()], className="kinds-picture")


def _head(head: str) -> Component:
    sides = [
        html.Span([staff_mark(), html.Span(_("Professionals"))]),
        html.Span([users_mark(), html.Span(_("Service users"))]),
    ]
    return html.Div([html.Span(head), *sides], className="kinds-head", **{"aria-hidden": "true"})


def _row(kind: Kind, most: int) -> Component:
    return html.Li(
        [
            html.P(kind.label, className="kind-name kind-unknown" if kind.unknown else "kind-name"),
            _side(kind.staff, most, side="staff"),
            _side(kind.users, most, side="users"),
        ],
        className="kind",
    )


def _side(standing: Standing, most: int, *, side: str) -> Component:
    who = [staff_mark(), html.Span(_("professionals"))] if side == "staff" else [users_mark(), html.Span(_("service users"))]
    if standing.total == 0:
        content = [html.P(unknown_box(_("no reading")), className="kind-none")]
    else:
        content = [_bars(standing, most, side=side), html.P(in_words(standing), className="kind-says")]
    return html.Div([html.P(who, className="kind-side-name"), *content], className=f"kind-side {side}")


def _bars(standing: Standing, most: int, *, side: str) -> Component:
    steps = readings(standing)
    columns = [_bar(step, steps[step], most, axis="–" if side == "staff" and step == TOP else str(step)) for step in range(1, TOP + 1)]
    return html.Div(columns, className="kind-bars", **{"aria-hidden": "true"})


def _bar(step: int, counted: Readings, most: int, *, axis: str) -> Component:
    """The style sheet draws the number above the bar and `axis` under it: many elements would make the page slow."""
    parts = [
        html.I(className=name, style={"--v": round(n / most, 3)}) for name, n in (("spans", counted.spans), ("exact", counted.exact)) if n
    ]
    shown = {"data-n": number(counted.total)} if counted.total else {}
    return html.Span(parts, className="kind-step enters" if step == PARTICIPATION_BEGINS else "kind-step", **shown, **{"data-k": axis})


def _legend() -> Component:
    return key(
        [
            (staff_mark(), _("professionals")),
            (users_mark(), _("service users")),
            ([staff_mark(span=True), users_mark(span=True)], _("readings between this step and a higher one")),
            (html.Span(className="enters-sample", **{"aria-hidden": "true"}), _("participation begins")),
        ],
        name=_("Marks"),
    )
