"""How many people a micro project reached, as dated counts."""

from collections.abc import Callable, Sequence
from datetime import date

from dash.development.base_component import Component
from flask_babel import gettext as _

from components.cited import cited
from components.content import Content
from components.editing.edit_button import with_edit
from components.empty import empty
from components.field_note import field_lines, field_marks
from components.formats import some_day, vague_date
from components.persons import is_hidden, persons
from components.projects.life import Notes
from components.projects.ownership.terms import Reached
from components.table import Column, paged_table
from components.unknown import unknown
from components.vocabulary import label


def reached_picture(
    counts: Sequence[Reached], notes: Notes, *, caption: str, page: int, href: Callable[[int], str], masked: bool, editable: bool
) -> Component:
    """The counts as a table, the latest first; `masked` hides small ones."""
    if not counts:
        return empty(_("No count of people is recorded."), _("Count each person once, not each visit; how many, never who."))
    columns = [
        Column(_("When, or until when")),
        Column(_("People"), numeric=True),
        Column(_("Target groups")),
        Column(_("With what"), header=True),
        Column(_("Source")),
    ]
    rows = [
        [
            unknown(_("date unknown")) if one.day_first is None else vague_date(one.day_first, one.day_last),
            _people(one, notes, masked),
            ", ".join(label("target_group", code) for code in one.target_groups) or None,
            one.what,
            with_edit(cited(one.source), "people_reached", one.id, one.what or "", editable=editable),
        ]
        for one in _in_order(counts)
    ]
    return paged_table(columns, rows, caption=caption, page=page, href=href)


def reached_says(counts: Sequence[Reached], *, masked: bool) -> str | None:
    """The latest count; counts are never added up."""
    if not counts:
        return None
    latest = _in_order(counts)[0]
    many = _number(latest, masked)
    if latest.day_first is None:
        return _("%(people)s people were reached; when is unknown.", people=many)
    return _("The latest count: %(people)s people, %(day)s.", people=many, day=some_day(latest.day_first, latest.day_last))


def _in_order(counts: Sequence[Reached]) -> list[Reached]:
    return sorted(counts, key=lambda one: (one.day_last or date.min, one.day_first or date.min, one.id), reverse=True)


def _people(one: Reached, notes: Notes, masked: bool) -> Content:
    own = notes.get(("people_reached", one.id), ())
    if is_hidden(one.persons, masked=masked):
        return _number(one, masked)  # What a note says of the count may hold the number that is hidden.
    return [_number(one, masked), *field_marks(own, "persons"), *field_lines(own, "persons")]


def _number(one: Reached, masked: bool) -> str:
    shown = persons(one.persons, masked=masked) or _("unknown")
    return _("about %(n)s", n=shown) if one.about and not is_hidden(one.persons, masked=masked) else shown
