"""Events: when, what and where, who came and who did not, and the needs that were found out there."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _
from flask_babel import ngettext

from components.content import Content, listed
from components.editing.edit_button import add_button, edit_button
from components.field_note import field_lines, field_marks
from components.formats import share, vague_date
from components.link import link
from components.needs.found import Notes, apart
from components.needs.presence import Gathering, presence
from components.persons import persons
from components.projects.standing import capital
from components.table import Column, Row, paged_table
from components.unknown import unknown
from components.vocabulary import label

MOST_NEEDS = 6


class Event(Protocol):
    """An event as `data_layer.needs.event` gives it; None is unknown, `participants` is a count in its own unit."""

    @property
    def id(self) -> int: ...
    @property
    def network(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def day_first(self) -> date | None: ...
    @property
    def day_last(self) -> date | None: ...
    @property
    def place(self) -> str | None: ...
    @property
    def participants(self) -> int | None: ...
    @property
    def participants_unit(self) -> str | None: ...
    @property
    def about(self) -> bool: ...
    @property
    def outcome(self) -> str | None: ...
    @property
    def micro_project_id(self) -> int | None: ...
    @property
    def micro_project(self) -> str | None: ...
    @property
    def source(self) -> str | None: ...
    @property
    def attended(self) -> bool: ...


class Invited(Protocol):
    """An event of another network to which one was invited: all that guests see of it."""

    @property
    def title(self) -> str: ...
    @property
    def day_first(self) -> date | None: ...
    @property
    def day_last(self) -> date | None: ...
    @property
    def place(self) -> str | None: ...
    @property
    def host(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Around:
    """What belongs to events, by their ids: who was there, needs found there as (id, what), guests as (id of the invitation, name or None).

    `notes` are on (table, id). `masked` hides small counts of persons; `editable`: rows have buttons, with `inviting` one for guests.
    """

    gatherings: Mapping[int, Gathering]
    needs: Mapping[int, Sequence[tuple[int, str]]]
    guests: Mapping[int, Sequence[tuple[int, str | None]]]
    notes: Notes
    masked: bool
    editable: bool = False
    inviting: bool = False


def event_list(events: Sequence[Event], around: Around, *, name: str) -> Component:
    """The events in their order, each with what belongs to it."""
    return html.Ol([_event(event, around) for event in events], className="events", **{"aria-label": name})


def events_say(events: Sequence[Event]) -> str:
    """How many events there are, how many without a date, and of how many it is recorded who was there."""
    undated = sum(event.day_first is None for event in events)
    parts = [ngettext("%(num)s event is recorded.", "%(num)s events are recorded.", len(events))]
    if undated:
        parts.append(ngettext("%(num)s has no date.", "%(num)s have no date.", undated))
    parts.append(_("Who was there is recorded for %(share)s.", share=share(sum(event.attended for event in events), len(events))))
    return " ".join(parts)


def invitations_table(invited: Sequence[Invited], *, caption: str, page: int, total: int, href: Callable[[int], str]) -> Component:
    """Events of other networks: title, date, place and whose."""
    columns = [Column(_("Event"), header=True), Column(_("When")), Column(_("Place")), Column(_("Network that invites"))]
    return paged_table(columns, [_invited_row(each) for each in invited], caption=caption, page=page, total=total, href=href)


def _invited_row(each: Invited) -> Row:
    return [each.title, None if each.day_first is None else vague_date(each.day_first, each.day_last), each.place, each.host]


def _event(event: Event, around: Around) -> Component:
    notes = around.notes.get(("event", event.id), ())
    day = unknown(_("date unknown")) if event.day_first is None else vague_date(event.day_first, event.day_last)
    facts = [*_participants(event, around), *_outcome(event), *presence(event, around), *_needs(event, around), *_guests(event, around)]
    body = [
        html.H3([event.title, *field_marks(notes, "title")]),
        html.P(_about(event), className="small"),
        html.Dl([part for term, content in facts for part in (html.Dt(term), html.Dd(listed(content)))]),
        *([html.P(_("Source: %(source)s", source=event.source), className="from")] if event.source else []),
        *_buttons(event, around),
    ]
    when = html.P([html.B(day), *field_marks(notes, "day_first", "day_last"), *field_lines(notes, "day_first")], className="when")
    return html.Li([when, html.Div(body)], className="" if event.day_first else "undated")


def _about(event: Event) -> list[Content]:
    parts: list[Content] = [
        capital(label("event_kind", event.kind)),
        ", ",
        event.place or unknown(_("place unknown")),
        " · ",
        event.network,
    ]
    if event.micro_project:
        parts += [" · ", link(event.micro_project, f"/micro-projects/{event.micro_project_id}")]
    return parts


def _participants(event: Event, around: Around) -> list[tuple[str, Content]]:
    notes = around.notes.get(("event", event.id), ())
    count = persons(event.participants, masked=around.masked)
    if count is None:
        return [(_("How many"), unknown())]
    unit = event.participants_unit or _("people")
    words = _("about %(n)s %(unit)s", n=count, unit=unit) if event.about else f"{count} {unit}"
    # What another source says may itself be a small number.
    lines = [] if around.masked else field_lines(notes, "participants")
    return [(_("How many"), [words, *field_marks(notes, "participants"), *apart(lines)])]


def _outcome(event: Event) -> list[tuple[str, Content]]:
    return [(_("What came of it"), event.outcome)] if event.outcome else []


def _needs(event: Event, around: Around) -> list[tuple[str, Content]]:
    found = around.needs.get(event.id, ())
    if not found:
        return []
    lines = [html.Span(what, className="line") for _need_id, what in found[:MOST_NEEDS]]
    rest = len(found) - MOST_NEEDS
    if rest > 0:
        lines.append(html.Span(ngettext("and one more", "and %(num)s more", rest), className="line"))
    return [(_("Needs found there"), apart(lines))]


def _guests(event: Event, around: Around) -> list[tuple[str, Content]]:
    invited = around.guests.get(event.id, ())
    if not invited:
        return []
    return [(_("Guest networks"), apart([_guest(guest_id, name, around) for guest_id, name in invited]))]


def _guest(guest_id: int, name: str | None, around: Around) -> Component:
    words = name or _("a network that you do not see")
    marks = field_marks(around.notes.get(("event_guest", guest_id), ()), "guest_id")
    # Only those who see both networks can say anew which one is meant.
    button = [" ", edit_button("event_guest", guest_id, words)] if around.editable and name else []
    return html.Span([words, *marks, *button], className="line")


def _buttons(event: Event, around: Around) -> list[Component]:
    if not around.editable:
        return []
    invite = [add_button(_("Invite a network"), "event_guest", event=event.id)] if around.inviting else []
    buttons = [
        edit_button("event", event.id, event.title),
        add_button(_("Add who was there"), "attendance", event=event.id),
        add_button(_("Add a need found there"), "need", event=event.id),
        *invite,
    ]
    return [html.P(buttons, className="edit-row")]


def events_rule(*, group: bool) -> str:
    """How events are ordered, and which ones a chosen group leaves out."""
    order = _("The latest stand first, those without a date last.")
    if not group:
        return order
    return order + " " + _("Events that name no target group stay with every group.")
