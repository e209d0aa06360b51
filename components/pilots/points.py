"""Objectives, success factors, agreements, scenarios and key stakeholders of a pilot."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _
from flask_babel import ngettext

from components.content import Content
from components.editing.edit_button import edit_button, with_edit
from components.field_note import NoteOnField, field_lines, field_marks
from components.flag import FlagKind, flag
from components.formats import listing, vague_date
from components.link import link
from components.marks import sector_mark
from components.pilots.rows import Key, Notes, Point
from components.table import Column, Row, table
from components.unknown import unknown
from components.vocabulary import label, labels

GOALS = ("objective", "success_factor")
AGREED = ("agreement", "scenario")
STATES: dict[str, FlagKind | None] = {"reached": "good", "partly": None, "open": None, "not_reached": "bad"}


def goal_list(points: Sequence[Point], notes: Notes, *, editable: bool) -> Component:
    """Objectives first, then success factors, each with what became of it."""
    items = []
    for point in sorted(points, key=lambda point: GOALS.index(point.kind)):
        kind = [html.Span(label("point_kind", point.kind), className="kind"), " ", _state(point)]
        edit = [" ", edit_button("pilot_point", point.id, point.what)] if editable else []
        remark = [html.P(point.remark, className="from")] if point.remark else []
        items.append(html.Li([html.P(_words(point, notes), className="what"), *remark, html.P([*kind, *edit], className="from")]))
    return html.Ul(items, className="needs")


def goals_say(points: Sequence[Point]) -> str | None:
    """How many are reached; None where there are none."""
    if not points:
        return None
    states = labels("point_state")
    counts = [(code, sum(point.state == code for point in points)) for code in STATES]
    parts = [_("%(state)s: %(n)s", state=states[code], n=n) for code, n in counts if n]
    return _("Of %(all)s recorded – %(parts)s.", all=len(points), parts=listing(parts))


def agreement_table(points: Sequence[Point], notes: Notes, *, editable: bool) -> Component:
    """Agreements with staff and stakeholders, and scenarios that were thought through."""
    columns = [
        *(Column(_("In words"), header=True), Column(_("Kind")), Column(_("With whom")), Column(_("Date"))),
        *(Column(_("What became of it")), Column(_("Remark"))),
    ]
    rows: list[Row] = [
        [
            _words(point, notes),
            label("point_kind", point.kind),
            _with(point),
            vague_date(point.day_first, point.day_last) if point.day_first else None,
            _state(point),
            _edit(point, editable=editable),
        ]
        for point in sorted(points, key=lambda point: AGREED.index(point.kind))
    ]
    return table(columns, rows, caption=_("Agreements and scenarios"))


def agreements_say(points: Sequence[Point]) -> str | None:
    """With whom something is agreed; None where nothing is recorded."""
    if not points:
        return None
    agreed = [point for point in points if point.kind == "agreement"]
    sides = [words for code, words in labels("point_with").items() if any(point.with_whom == code for point in agreed)]
    if not agreed:
        return _("Scenarios are recorded, no agreement yet.")
    said = ngettext("One agreement is recorded.", "%(num)s agreements are recorded.", len(agreed))
    missing = [words for code, words in labels("point_with").items() if code != "service_users" and words not in sides]
    if not missing:
        return said
    return _("%(said)s None yet with: %(missing)s.", said=said, missing=listing(missing))


def key_list(keys: Sequence[Key], notes: Notes, *, editable: bool) -> Component:
    """The stakeholders on whom the pilot depends, each with what it needs of them."""
    items = []
    for key in keys:
        name = [sector_mark(key.sector), " ", link(key.stakeholder, f"/stakeholders/{key.stakeholder_id}"), *_marks(notes, key)]
        part = html.B(label("pilot_part", key.part)) if key.part != "unknown" else unknown(_("its part is unknown"))
        edit = [" ", edit_button("key_stakeholder", key.id, key.stakeholder)] if editable else []
        why = [" – ", key.why] if key.why else []
        items.append(html.Li([html.P(name, className="what"), html.P([part, *why, *edit], className="from")]))
    return html.Ul(items, className="needs")


def keys_say(keys: Sequence[Key]) -> str | None:
    """Which parts nobody has yet; None where nobody is named at all."""
    if not keys:
        return None
    parts = {key.part for key in keys}
    missing = [words for code, words in labels("pilot_part").items() if code != "unknown" and code not in parts]
    said = ngettext("The pilot depends on one stakeholder.", "The pilot depends on %(num)s stakeholders.", len(keys))
    if not missing:
        return said
    return _("%(said)s Nobody is recorded yet for: %(missing)s.", said=said, missing=listing(missing))


def _words(point: Point, notes: Notes) -> Content:
    found = notes.get(("pilot_point", point.id), ())
    return [point.what, *field_marks(found, "what", "state"), *field_lines(found, "what")]


def _marks(notes: Notes, key: Key) -> list[Component]:
    found: Sequence[NoteOnField] = notes.get(("key_stakeholder", key.id), ())
    return field_marks(found, "stakeholder_id", "part")


def _state(point: Point) -> Component:
    return flag(label("point_state", point.state), STATES[point.state])


def _with(point: Point) -> Content | None:
    side = [label("point_with", point.with_whom)] if point.with_whom else []
    named = [link(point.stakeholder or "", f"/stakeholders/{point.stakeholder_id}")] if point.stakeholder_id else []
    return [*side, *([" · "] if side and named else []), *named] or None


def _edit(point: Point, *, editable: bool) -> Content | None:
    return with_edit(point.remark, "pilot_point", point.id, point.what, editable=editable)
