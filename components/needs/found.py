"""What was found out that service users need: the list in order of priority, and what it says."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Protocol

from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _
from flask_babel import ngettext

from components.content import Content, listed
from components.editing.edit_button import with_edit
from components.field_note import NoteOnField, field_lines, field_marks
from components.flag import flag
from components.formats import number, share, vague_date
from components.link import link
from components.persons import is_hidden, persons
from components.projects.standing import capital
from components.table import Column, Row, paged_table
from components.unknown import unknown
from components.vocabulary import label, labels

Notes = Mapping[tuple[str, int], Sequence[NoteOnField]]


class Need(Protocol):
    """A need as `data_layer.needs.need` gives it; None is unknown, `participants` and `votes` count persons."""

    @property
    def id(self) -> int: ...
    @property
    def network(self) -> str: ...
    @property
    def what(self) -> str: ...
    @property
    def target_groups(self) -> Sequence[str]: ...
    @property
    def found_by(self) -> str | None: ...
    @property
    def method(self) -> str | None: ...
    @property
    def event_id(self) -> int | None: ...
    @property
    def event(self) -> str | None: ...
    @property
    def day_first(self) -> date | None: ...
    @property
    def day_last(self) -> date | None: ...
    @property
    def participants(self) -> int | None: ...
    @property
    def votes(self) -> int | None: ...
    @property
    def status(self) -> str | None: ...
    @property
    def provider_id(self) -> int | None: ...
    @property
    def provider(self) -> str | None: ...
    @property
    def micro_project_id(self) -> int | None: ...
    @property
    def micro_project(self) -> str | None: ...
    @property
    def source(self) -> str | None: ...
    @property
    def invented(self) -> bool: ...


def needs_table(
    needs: Sequence[Need], notes: Notes, *, caption: str, masked: bool, editable: bool, page: int, total: int, href: Callable[[int], str]
) -> Component:
    """One page of the list; `needs` are those on it, of `total`. `masked` hides small counts of persons, `notes` are on (table, id)."""
    columns = [
        Column(_("Need"), header=True),
        Column(_("For whom")),
        Column(_("How it was found out")),
        Column(_("Asked"), numeric=True),
        Column(_("Votes"), numeric=True),
        Column(_("What became of it")),
    ]
    groups = labels("target_group")
    rows = [_row(need, notes.get(("need", need.id), ()), groups, masked=masked, editable=editable) for need in needs]
    return paged_table(columns, rows, caption=caption, page=page, total=total, href=href)


def needs_say(needs: Sequence[Need], *, masked: bool) -> Content:
    """How many needs there are, for how many the votes are known, and which has most; `needs` are in order of priority."""
    voted = [need for need in needs if need.votes is not None]
    parts: list[str | Component] = [ngettext("%(num)s need is recorded.", "%(num)s needs are recorded.", len(needs)), " "]
    if not voted:
        return [*parts, _("How many voted for each is unknown.")]
    parts.append(_("Votes are known for %(share)s.", share=share(len(voted), len(needs))))
    most = max(voted, key=lambda need: need.votes or 0)
    if not is_hidden(most.votes, masked=masked):
        words = ngettext("“%(what)s” has most, %(num)s vote", "“%(what)s” has most, %(num)s votes", most.votes or 0, what=most.what)
        parts += [" ", words, f" ({label('need_status', most.status)})" if most.status else "", "."]
    made_up = sum(need.invented for need in needs)
    if made_up:
        words = ngettext("%(num)s need is invented for demonstration.", "%(num)s needs are invented for demonstration.", made_up)
        parts += [" ", flag(_("demo needs"), "invented"), " ", words]
    return parts


def way_words(way: str) -> str:
    """How a need was found out in words: a method, "event" for one of which only the event is known, or "unknown"."""
    if way == "event":
        return _("at an event")
    return _("how is unknown") if way == "unknown" else label("need_method", way)


def status_words(status: str) -> str:
    """What became of a need in words."""
    return _("what became of it is unknown") if status == "unknown" else label("need_status", status)


def apart(lines: Sequence[Component]) -> list[str | Component]:
    """Each line after a space, so that they are words of their own where they are not drawn one below the other."""
    return [part for line in lines for part in (" ", line)]


def _row(need: Need, notes: Sequence[NoteOnField], groups: Mapping[str, str], *, masked: bool, editable: bool) -> Row:
    source = [html.Small(_("Source: %(source)s", source=need.source))] if need.source else []
    return [
        [html.Span([need.what, *field_marks(notes, "what")]), *apart([html.Small(need.network), *field_lines(notes, "what"), *source])],
        [", ".join(groups[code] for code in need.target_groups), *field_marks(notes, "target_groups")] if need.target_groups else None,
        _found(need, notes),
        _count(need.participants, "participants", notes, masked=masked),
        _count(need.votes, "votes", notes, masked=masked),
        with_edit(_became(need, notes), "need", need.id, need.what, editable=editable),
    ]


def _found(need: Need, notes: Sequence[NoteOnField]) -> Content:
    method = label("need_method", need.found_by) if need.found_by else None
    # The source's own words stand where they say more than the method.
    words = need.method if need.method and need.method.casefold() not in ((method or "").casefold(), _plain(need.found_by)) else None
    own = words if method in (None, label("need_method", "other")) else method
    parts: list[str | int | Component] = [capital(own)] if own else [] if need.event else [unknown()]
    parts += field_marks(notes, "found_by", "method", "event_id")
    if words and words != own:
        parts += [" ", html.Small(words)]
    if need.event:
        parts += [" ", html.Span(_("At: %(event)s", event=need.event), className="cell-line")]
    day = unknown(_("date unknown")) if need.day_first is None else vague_date(need.day_first, need.day_last)
    when = html.Span([day, *field_marks(notes, "day_first", "day_last")], className="cell-line")
    return [*parts, " ", when, *apart(field_lines(notes, "found_by"))]


def _plain(code: str | None) -> str:
    """A method as English sources write it, which says no more in any language than its code."""
    return (code or "").replace("_", " ")


def _count(count: int | None, field: str, notes: Sequence[NoteOnField], *, masked: bool) -> Content | None:
    words = persons(count, masked=masked)
    # What another source says may itself be a small number.
    lines = [] if masked else field_lines(notes, field)
    return None if words is None else [words, *field_marks(notes, field), *apart(lines)]


def _became(need: Need, notes: Sequence[NoteOnField]) -> Content | None:
    if need.status is None:
        return None
    parts: list[str | int | Component] = [capital(label("need_status", need.status)), *field_marks(notes, "status")]
    lines = [html.Span(listed(to), className="cell-line") for to in _where(need)]
    return [*parts, *apart([*lines, *field_lines(notes, "status")])]


def _where(need: Need) -> list[Content]:
    """Which provider or micro project it went to."""
    if need.status == "taken_up":
        known = link(need.provider, f"/stakeholders/{need.provider_id}") if need.provider else unknown(_("provider unknown"))
        return [known]
    if need.status == "micro_project":
        project = need.micro_project
        return [link(project, f"/micro-projects/{need.micro_project_id}") if project else unknown(_("micro project unknown"))]
    return []


def needs_rule(needs: Sequence[Need], *, year: str) -> str:
    """In which order they stand; where a year is chosen, how many without a date stay in it."""
    undated = sum(need.day_first is None for need in needs)
    order = _("Open needs stand first, within each status those with most votes; unknown votes stand last.")
    if not year or not undated:
        return order
    words = ngettext(
        "%(num)s without a date stays in every year.", "%(num)s without a date stay in every year.", undated, n=number(undated)
    )
    return f"{order} {words}"
