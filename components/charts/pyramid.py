"""The participation pyramid: seven steps in three bands, professionals on the left, service users on the right."""

from collections.abc import Mapping
from dataclasses import dataclass

import dash_bootstrap_components as dbc
from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _
from flask_babel import ngettext

from components.formats import number
from components.marks import staff_mark, users_mark
from components.participation_steps import Band, Step, bands, shows_originals, steps

MOST_MARKS = 6


@dataclass(frozen=True, slots=True)
class Readings:
    """How many readings stand on a step: exactly on it, and between it and a higher one."""

    exact: int = 0
    spans: int = 0

    @property
    def total(self) -> int:
        """All readings counted at this step."""
        return self.exact + self.spans


def pyramid(staff: Mapping[int, Readings], users: Mapping[int, Readings], *, name: str) -> html.Div:
    """The stairs with the number of readings on each step; steps that are not in a mapping have none.

    `name` is unique on the page: the ids of the band headings begin with it.
    """
    most = max([1, *(readings.total for side in (staff, users) for readings in side.values())])
    drawing = _Drawing(staff, users, steps(), most)
    return html.Div(
        [_side_heads(), *(_band(band, drawing, name=name) for band in bands()), html.P(_incomplete_note(), className="stairs-note")],
        className="pyramid" if most <= MOST_MARKS else "pyramid with-bars",
    )


def german_switch(component_id: str) -> Component | None:
    """The tick box that shows or hides the German originals in the same question block; none for readers of German."""
    if not shows_originals():
        return None
    return dbc.Checkbox(id=component_id, label=_("Show the German originals"), value=True, class_name="check german-switch")


@dataclass(frozen=True, slots=True)
class _Drawing:
    staff: Mapping[int, Readings]
    users: Mapping[int, Readings]
    steps: Mapping[int, Step]
    most: int


def _incomplete_note() -> str:
    return _(
        "* The page of the authors that we could read breaks off before these three titles; "
        "they agree with other descriptions of the pyramid."
    )


def _side_heads() -> Component:
    return html.Div(
        [
            html.P([html.B([_("Professionals’ side"), " ", staff_mark()]), html.Span(_("what staff offer, six steps"), className="small")]),
            html.P(
                [html.B([users_mark(), " ", _("Service users’ side")]), html.Span(_("what people use, seven steps"), className="small")]
            ),
        ],
        className="side-heads",
    )


def _band(band: Band, drawing: _Drawing, *, name: str) -> Component:
    heading_id = f"{name}-band-{band.key}"
    rows = [_step(drawing.steps[number_], drawing) for number_ in band.numbers]
    return html.Section(
        [
            html.Div(html.P([html.B(band.title, id=heading_id), " ", band.about]), className="band-line"),
            html.Ol(rows, className="stairs", reversed=True, start=str(band.numbers[0])),
        ],
        className=f"band band-{band.key}",
        **{"aria-labelledby": heading_id},
    )


def _step(step: Step, drawing: _Drawing) -> Component:
    return html.Li(
        [
            _staff_side(step, drawing),
            html.Div([html.Span(_("Step "), className="sr"), str(step.number)], className="stair-no"),
            _users_side(step, drawing),
        ],
        className=f"stair st-{step.number}",
        value=str(step.number),
    )


def _staff_side(step: Step, drawing: _Drawing) -> Component:
    if step.staff is None:
        return html.Div(html.Span(_("Professionals have no step here")), className="no-side")
    tread = _tread(_("Professionals"), step.staff, german=step.staff_german, marked=False)
    return html.Div([tread, _standing(drawing.staff.get(step.number), drawing, staff=True)], className="stair-side left")


def _users_side(step: Step, drawing: _Drawing) -> Component:
    tread = _tread(_("Service users"), step.users, german=step.users_german, marked=step.source_incomplete)
    return html.Div([tread, _standing(drawing.users.get(step.number), drawing, staff=False)], className="stair-side right")


def _tread(side: str, title: str, *, german: str | None, marked: bool) -> Component:
    star = [html.Span("*", className="star")] if marked else []
    original = [html.Span(german, lang="de", className="german")] if german and shows_originals() else []
    return html.Div([html.Span(side, className="side-name"), html.B([title, *star]), *original], className="tread")


def _standing(readings: Readings | None, drawing: _Drawing, *, staff: bool) -> Component:
    if readings is None or readings.total == 0:
        return html.Div(html.Span(_("none"), className="zero"), className="standing")
    words = ngettext(" reading", " readings", readings.total)
    count = html.Span([number(readings.total), html.Span(words, className="sr")], className="n")
    return html.Div([count, _marks(readings, drawing, staff=staff)], className="standing")


def _marks(readings: Readings, drawing: _Drawing, *, staff: bool) -> Component:
    if readings.total > MOST_MARKS:
        fill = f"count-bar {'staff' if staff else 'users'}"
        return html.Span(className=fill, style={"--v": round(readings.total / drawing.most, 3)}, **{"aria-hidden": "true"})
    mark = staff_mark if staff else users_mark
    return html.Span([*[mark(span=True)] * readings.spans, *[mark()] * readings.exact], className="stand-marks", **{"aria-hidden": "true"})
