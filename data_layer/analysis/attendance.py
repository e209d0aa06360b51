"""Who came to an event for the first time, and who stayed away that used to come."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

from data_layer.vocabulary import Presence


class Happening(Protocol):
    """An event of a LEN on a day between `day_first` and `day_last`, None where the date is unknown."""

    @property
    def id(self) -> int: ...
    @property
    def network_id(self) -> int: ...
    @property
    def day_first(self) -> date | None: ...
    @property
    def day_last(self) -> date | None: ...


class Attending(Protocol):
    """That a stakeholder came to an event or stayed away (`presence`), with the days of the event."""

    @property
    def id(self) -> int: ...
    @property
    def network_id(self) -> int: ...
    @property
    def event_id(self) -> int: ...
    @property
    def day_first(self) -> date | None: ...
    @property
    def day_last(self) -> date | None: ...
    @property
    def stakeholder_id(self) -> int: ...
    @property
    def stakeholder(self) -> str: ...
    @property
    def presence(self) -> str: ...


class Time(StrEnum):
    """Whether somebody was there for the first time, as far as it is recorded; PERHAPS where dates are too vague to tell."""

    FIRST = "first"
    PERHAPS = "perhaps"
    AGAIN = "again"


@dataclass(frozen=True, slots=True)
class Visitor:
    """A stakeholder that came; `row` is the id of its attendance."""

    id: int
    name: str
    row: int
    time: Time


@dataclass(frozen=True, slots=True)
class Absent:
    """A stakeholder that was not there; `before`: it was at an earlier event. `row` is None where nothing is recorded of it here."""

    id: int
    name: str
    row: int | None
    before: bool


@dataclass(frozen=True, slots=True)
class Gathering:
    """Who came to an event, who was expected and stayed away, and of whom nothing is recorded though they came to an earlier one."""

    came: tuple[Visitor, ...] = ()
    stayed_away: tuple[Absent, ...] = ()
    not_recorded: tuple[Absent, ...] = ()

    @property
    def recorded(self) -> bool:
        """Whether anything is recorded of who was there; if not, nobody is said to be missing."""
        return bool(self.came or self.stayed_away)


def gatherings(events: Iterable[Happening], rows: Sequence[Attending]) -> dict[int, Gathering]:
    """Event -> who was there, each list in the order of `rows`, which are those of all events of the LENs.

    An event is earlier than another one if its last day lies before the first day of the other.
    """
    at: dict[int, list[Attending]] = {}
    presences: dict[int, dict[int, list[Attending]]] = {}
    for row in rows:
        at.setdefault(row.event_id, []).append(row)
        if row.presence == Presence.CAME:
            presences.setdefault(row.network_id, {}).setdefault(row.stakeholder_id, []).append(row)
    return {event.id: _gathering(event, at.get(event.id, ()), presences.get(event.network_id, {})) for event in events}


def _gathering(event: Happening, here: Sequence[Attending], presences: Mapping[int, Sequence[Attending]]) -> Gathering:
    if not here:
        return Gathering()
    known = {row.stakeholder_id for row in here}
    return Gathering(
        came=tuple(
            Visitor(row.stakeholder_id, row.stakeholder, row.id, _time(event, presences[row.stakeholder_id]))
            for row in here
            if row.presence == Presence.CAME
        ),
        stayed_away=tuple(
            Absent(row.stakeholder_id, row.stakeholder, row.id, _was_before(event, presences.get(row.stakeholder_id, ())))
            for row in here
            if row.presence == Presence.STAYED_AWAY
        ),
        not_recorded=tuple(
            Absent(stakeholder_id, found[0].stakeholder, None, True)
            for stakeholder_id, found in presences.items()
            if stakeholder_id not in known and _was_before(event, found)
        ),
    )


def _time(event: Happening, presences: Iterable[Attending]) -> Time:
    others = [row for row in presences if row.event_id != event.id]
    if any(_earlier(row, event) for row in others):
        return Time.AGAIN
    return Time.FIRST if all(_earlier(event, row) for row in others) else Time.PERHAPS


def _was_before(event: Happening, presences: Iterable[Attending]) -> bool:
    return any(_earlier(row, event) for row in presences)


def _earlier(one: Happening | Attending, other: Happening | Attending) -> bool:
    return one.day_last is not None and other.day_first is not None and one.day_last < other.day_first
