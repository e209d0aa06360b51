"""Who came to an event and who did not, in words that say how sure that is."""

from collections.abc import Sequence
from typing import Any, Protocol

from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _
from flask_babel import ngettext

from components.content import Content
from components.editing.edit_button import edit_button
from components.field_note import field_marks
from components.link import link
from components.unknown import unknown

MOST_NAMES = 8


class Visitor(Protocol):
    """A stakeholder that came; `row` is the id of its attendance, `time` is "first", "perhaps" or "again"."""

    @property
    def id(self) -> int: ...
    @property
    def name(self) -> str: ...
    @property
    def row(self) -> int: ...
    @property
    def time(self) -> str: ...


class Absent(Protocol):
    """A stakeholder that was not there; `before`: it was at an earlier event."""

    @property
    def id(self) -> int: ...
    @property
    def name(self) -> str: ...
    @property
    def row(self) -> int | None: ...
    @property
    def before(self) -> bool: ...


class Gathering(Protocol):
    """Who came, who was expected and stayed away, and of whom nothing is recorded though they came to an earlier event."""

    @property
    def came(self) -> Sequence[Visitor]: ...
    @property
    def stayed_away(self) -> Sequence[Absent]: ...
    @property
    def not_recorded(self) -> Sequence[Absent]: ...
    @property
    def recorded(self) -> bool: ...


def presence(event: Any, around: Any) -> list[tuple[str, Content]]:
    """Terms and contents for one event of `components.needs.events`; where nothing is recorded, that is said and nobody is missed."""
    found: Gathering = around.gatherings[event.id]
    if not found.recorded:
        return [(_("Who was there"), unknown(_("not recorded")))]
    by_time = {time: [each for each in found.came if each.time == time] for time in ("first", "perhaps", "again")}
    used_to = [each for each in found.stayed_away if each.before]
    others = [each for each in found.stayed_away if not each.before]
    groups: list[tuple[str, Sequence[Any]]] = [
        (_("Came for the first time"), by_time["first"]),
        (_("Perhaps for the first time"), by_time["perhaps"]),
        (_("Came again"), by_time["again"]),
        (_("Used to come, stayed away"), used_to),
        (_("Was expected, stayed away"), others),
    ]
    shown: list[tuple[str, Content]] = [(term, _names(each, around)) for term, each in groups if each]
    if found.not_recorded:
        plain = [html.Span(_names(found.not_recorded, around), className="unknown")]
        shown.append((_("Came before, not recorded here"), plain))
    return [*shown, *_changing(found, around)]


def _names(people: Sequence[Any], around: Any) -> list[str | Component]:
    parts: list[str | Component] = []
    for each in people[:MOST_NAMES]:
        marks = field_marks(around.notes.get(("attendance", each.row), ()), "stakeholder_id", "presence")
        parts += [", "] if parts else []
        parts += [link(each.name, f"/stakeholders/{each.id}"), *marks]
    rest = len(people) - MOST_NAMES
    return [*parts, " ", ngettext("and one more", "and %(num)s more", rest)] if rest > 0 else parts


def _changing(found: Gathering, around: Any) -> list[tuple[str, Content]]:
    """The buttons that correct what is recorded, folded: they are many and seldom needed."""
    if not around.editable:
        return []
    rows = [(each.row, each.name) for each in found.came] + [(each.row, each.name) for each in found.stayed_away if each.row is not None]
    items = html.Ul([html.Li([name, " ", edit_button("attendance", row, name)]) for row, name in rows])
    return [(_("Correct"), html.Details([html.Summary(_("Who was there")), items], className="correct"))]
