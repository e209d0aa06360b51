"""Tasks and decisions: how they stand, and the tables that hold them."""

from collections.abc import Callable, Sequence
from datetime import date

from dash.development.base_component import Component
from flask_babel import gettext as _
from flask_babel import ngettext

from components.content import Content
from components.editing.done_button import done_button
from components.editing.edit_button import edit_button
from components.field_note import field_marks
from components.flag import flag
from components.formats import vague_date
from components.link import link
from components.pilots.rows import Notes, Thing
from components.table import Column, Row, paged_table
from components.unknown import unknown
from components.vocabulary import labels

Marked = Callable[[int], Sequence[Component]]


def is_overdue(thing: Thing, today: date) -> bool:
    """Whether it was due before today and is not done."""
    return thing.done is None and thing.due is not None and thing.due < today


def state(thing: Thing, today: date) -> Component:
    """Done, overdue or open, as a word with an edge."""
    if thing.done is not None:
        return flag(_("done on %(date)s", date=_day(thing.done)), "good")
    return flag(_("overdue"), "bad") if is_overdue(thing, today) else flag(_("open"))


def due_table(
    things: Sequence[Thing], *, today: Callable[[Thing], date], marks: Marked, editable: bool, page: int, href: Callable[[int], str]
) -> Component:
    """What is due in several pilots; `marks` gives what stands behind a pilot's name."""
    columns = [Column(_("Due on")), Column(_("What is to be done"), header=True), Column(_("Pilot")), Column(_("Who sees to it"))]
    rows = [_due_row(thing, today(thing), marks, editable=editable) for thing in things]
    return paged_table([*columns, Column(_("State"))], rows, caption=_("What is due"), page=page, href=href)


def _due_row(thing: Thing, today: date, marks: Marked, *, editable: bool) -> Row:
    about = [link(thing.pilot, f"/pilots/{thing.pilot_id}"), *marks(thing.pilot_id)]
    return [_day(thing.due), [kind(thing), " ", thing.what], about, who(thing), _state_cell(thing, today, editable=editable)]


def task_table(
    things: Sequence[Thing], notes: Notes, *, caption: str, today: date, editable: bool, page: int, href: Callable[[int], str]
) -> Component:
    """The tasks of one pilot."""
    columns = [
        *(Column(_("What is to be done"), header=True), Column(_("Step of the Roadmap")), Column(_("Begins on")), Column(_("Due on"))),
        *(Column(_("Who sees to it")), Column(_("State"))),
    ]
    rows: list[Row] = [
        [
            [thing.what, *_marks(notes, thing)],
            labels("roadmap_step")[thing.step] if thing.step else None,
            _day(thing.begins),
            _day(thing.due),
            who(thing),
            _state_cell(thing, today, editable=editable, edit=True),
        ]
        for thing in things
    ]
    return paged_table(columns, rows, caption=caption, page=page, href=href)


def decision_table(
    things: Sequence[Thing],
    notes: Notes,
    *,
    origins: Callable[[Thing], Content | None],
    today: date,
    editable: bool,
    page: int,
    href: Callable[[int], str],
) -> Component:
    """What was decided; `origins` says what led to it."""
    columns = [Column(_("What was decided"), header=True), Column(_("What led to it")), Column(_("Due on")), Column(_("Who sees to it"))]
    rows: list[Row] = [
        [
            [thing.what, *_marks(notes, thing)],
            origins(thing),
            _day(thing.due),
            who(thing),
            _state_cell(thing, today, editable=editable, edit=True),
        ]
        for thing in things
    ]
    return paged_table([*columns, Column(_("State"))], rows, caption=_("What was decided"), page=page, href=href)


def things_say(things: Sequence[Thing], today: date) -> str | None:
    """How many are done, overdue and open, as a sentence; None where there are none."""
    if not things:
        return None
    done = sum(thing.done is not None for thing in things)
    late = sum(is_overdue(thing, today) for thing in things)
    undated = sum(thing.done is None and thing.due is None for thing in things)
    parts = [
        ngettext("%(done)s of one is done.", "%(done)s of %(num)s are done.", len(things), done=done),
        ngettext("One is overdue.", "%(num)s are overdue.", late) if late else _("None is overdue."),
        ngettext("One has no date yet.", "%(num)s have no date yet.", undated) if undated else "",
    ]
    return " ".join(part for part in parts if part)


def kind(thing: Thing) -> Component:
    """Whether it is a task or a decision."""
    return flag(_("decision") if thing.table == "decision" else _("task"))


def who(thing: Thing) -> Content | None:
    """The stakeholder that sees to it, as a link; None is unknown."""
    return link(thing.stakeholder or "", f"/stakeholders/{thing.stakeholder_id}") if thing.stakeholder_id else None


def thing_buttons(thing: Thing, today: date, *, editable: bool, edit: bool = True) -> list[str | Component]:
    """To say that it is done, and to change it, for those who may; each with a space before it."""
    if not editable:
        return []
    buttons: list[str | Component] = [" ", done_button(thing.table, thing.id, thing.what, done=thing.done, today=today)]
    return [*buttons, " ", edit_button(thing.table, thing.id, thing.what)] if edit else buttons


def _state_cell(thing: Thing, today: date, *, editable: bool, edit: bool = False) -> Content:
    return [state(thing, today), *thing_buttons(thing, today, editable=editable, edit=edit)]


def _marks(notes: Notes, thing: Thing) -> list[Component]:
    return field_marks(notes.get((thing.table, thing.id), ()), "what")


def _day(day: date | None) -> str | Component:
    return unknown(_("no date")) if day is None else vague_date(day, day)
