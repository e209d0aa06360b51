"""Readiness to stand alone: one row per dimension, and all looks as a table."""

from collections.abc import Callable, Sequence

from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _
from flask_babel import ngettext

from components.cited import cited
from components.content import Content
from components.editing.edit_button import with_edit
from components.field_note import field_lines, field_marks
from components.formats import listing, vague_date
from components.projects.life import Notes
from components.projects.ownership.terms import Dimension, Look
from components.projects.standing import capital
from components.table import Column, Row, paged_table
from components.unknown import unknown, unknown_box
from components.vocabulary import label

HIGHEST = 4


def step_words(step: int) -> str:
    """What a step means."""
    return {1: _("not begun"), 2: _("begun"), 3: _("with support"), 4: _("on its own")}[step]


def readiness_picture(dimensions: Sequence[Dimension], notes: Notes) -> Component:
    """The four dimensions with the step of the latest look and how it moved; "not asked yet" where nobody has looked."""
    return html.Ul([_dimension(one, notes) for one in dimensions], className="ready")


def readiness_says(dimensions: Sequence[Dimension]) -> str:
    """How many dimensions stand alone, which are unknown, which fell back."""
    seen = [one for one in dimensions if one.latest is not None]
    if not seen:
        return _("Nobody has looked at its readiness yet: ask the group and its team together.")
    alone = sum(one.latest is not None and one.latest.step == HIGHEST for one in seen)
    parts = [
        ngettext(
            "One of %(all)s dimensions stands on its own.", "%(num)s of %(all)s dimensions stand on their own.", alone, all=len(dimensions)
        )
        if alone
        else _("No dimension stands on its own yet, as far as is recorded.")
    ]
    back = [label("readiness_dimension", one.dimension) for one in seen if one.moved == -1]
    parts += [_("It fell back in: %(names)s.", names=listing(back))] if back else []
    unseen = [label("readiness_dimension", one.dimension) for one in dimensions if one.latest is None]
    parts += [_("Not looked at yet: %(names)s.", names=listing(unseen))] if unseen else []
    return " ".join(parts)


def readiness_table(
    looks: Sequence[Look], notes: Notes, *, caption: str, page: int, href: Callable[[int], str], editable: bool
) -> Content | None:
    """One row per look, in the order given; None without any."""
    if not looks:
        return None
    columns = [Column(_("When")), Column(_("Dimension"), header=True), Column(_("Step")), Column(_("Seen from")), Column(_("Source"))]
    rows: list[Row] = [
        [
            _day(one),
            capital(label("readiness_dimension", one.dimension)),
            [f"{one.step} · {step_words(one.step)}", *_marks(one, notes), *field_lines(notes.get(("readiness", one.id), ()), "step")],
            one.evidence,
            with_edit(cited(one.source), "readiness", one.id, label("readiness_dimension", one.dimension), editable=editable),
        ]
        for one in looks
    ]
    return paged_table(columns, rows, caption=caption, page=page, href=href)


def _dimension(one: Dimension, notes: Notes) -> Component:
    words = html.Span(capital(label("readiness_dimension", one.dimension)), className="lab")
    if one.latest is None:
        return html.Li([words, html.Span(unknown_box(_("not asked yet")), className="val")])
    step = one.latest.step
    cells = [html.I(className="on" if place <= step else "") for place in range(1, HIGHEST + 1)]
    value = [
        html.Span(cells, className="steps4", **{"aria-hidden": "true"}),
        html.Span([html.B(step_words(step)), *_marks(one.latest, notes)]),
        html.Small(_moved(one)),
    ]
    return html.Li([words, html.Span(value, className="val")])


def _moved(one: Dimension) -> Content:
    if one.latest is None:
        return unknown()
    day = _day(one.latest)
    if one.before is None or one.moved is None:
        return day
    before = vague_date(one.before.day_first, one.before.day_last)
    moved = {
        1: _("higher than before (%(before)s)", before=before),
        0: _("as before (%(before)s)", before=before),
        -1: _("lower than before (%(before)s)", before=before),
    }[one.moved]
    return [day, " · ", moved]


def _day(look: Look) -> str | Component:
    return unknown(_("date unknown")) if look.day_first is None else vague_date(look.day_first, look.day_last)


def _marks(look: Look, notes: Notes) -> list[Component]:
    return field_marks(notes.get(("readiness", look.id), ()), "step")
