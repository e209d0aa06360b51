"""Interreg's own indicators of 2021-2027, counted from what is recorded, with what stands behind each figure.

Definitions: European Commission, SWD(2021) 198, as the programme manuals give them: RCO 84 pilot actions developed jointly and implemented,
RCO 87 organisations cooperating across borders, RCR 84 the same after the end of the project. "Jointly" is two countries at least.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from data_layer.indicators.across import AcrossTie, Carrying, Coming, Part
from data_layer.indicators.indicator import IndicatorLine
from data_layer.vocabulary import StakeholderKind

JOINT = 2


@dataclass(frozen=True, slots=True)
class Together:
    """An organisation with those of other countries: ties `with_whom`, `events` to which both came; its LENs are in `homes`."""

    name: str
    homes: frozenset[str]
    with_whom: frozenset[str]
    events: frozenset[str]


@dataclass(frozen=True, slots=True)
class JointPilot:
    """A pilot with the countries of those who carry it; it counts when they are two at least and its outcomes are assessed."""

    id: int
    name: str
    countries: frozenset[str]
    assessed: bool

    @property
    def counts(self) -> bool:
        """Whether it is a pilot action developed jointly and implemented."""
        return self.assessed and len(self.countries) >= JOINT


@dataclass
class _Body:
    name: str
    homes: set[str] = field(default_factory=set)
    with_whom: set[str] = field(default_factory=set)
    events: set[str] = field(default_factory=set)


Key = tuple[str, int]


def cooperating(ties: Iterable[AcrossTie], bodies: Iterable[Part], came: Iterable[Coming]) -> list[Together]:
    """RCO 87: each organisation once, over all LENs, that has a tie across a border, is in LENs of two countries, or came to an event
    together with an organisation of another country. By name.
    """
    found: dict[Key, _Body] = {}
    _add_bodies(found, bodies)
    _add_ties(found, ties)
    _add_events(found, came)
    joint = [body for body in found.values() if body.with_whom or body.events or len(body.homes) >= JOINT]
    return [
        Together(body.name, frozenset(body.homes), frozenset(body.with_whom), frozenset(body.events))
        for body in sorted(joint, key=lambda body: body.name.casefold())
    ]


def cooperating_after(end: date, ties: Iterable[AcrossTie], came: Iterable[Coming]) -> list[Together]:
    """RCR 84: the organisations that cooperate across a border after this day: by a tie that had begun by then and is not known to have
    ended by then, or by an event after it.
    """
    kept = [tie for tie in ties if tie.begins is not None and tie.begins <= end and (tie.ends is None or tie.ends > end)]
    return cooperating(kept, (), [coming for coming in came if coming.day is not None and coming.day > end])


def undated(ties: Iterable[AcrossTie]) -> int:
    """Of how many ties nobody knows when they began, so that they cannot be placed before or after a day."""
    return sum(tie.begins is None for tie in ties)


def joint_pilots(carrying: Iterable[Carrying]) -> list[JointPilot]:
    """RCO 84: the pilots with the countries of their providers and key stakeholders, those that count first."""
    found: dict[int, tuple[str, bool, set[str]]] = {}
    for each in carrying:
        _name, _assessed, countries = found.setdefault(each.pilot_id, (each.pilot, each.assessed, set()))
        if each.part is not None and each.part.country is not None:
            countries.add(each.part.country)
    pilots = [JointPilot(number, name, frozenset(countries), assessed) for number, (name, assessed, countries) in found.items()]
    return sorted(pilots, key=lambda pilot: (not pilot.counts, pilot.name.casefold()))


def noted(lines: Collection[IndicatorLine], code: str) -> list[IndicatorLine]:
    """The counted indicators that people keep themselves under this code, however they write it ("RCO116", "rco 116")."""
    return [line for line in lines if _plain(line.code or "") == _plain(code)]


def noted_sum(lines: Sequence[IndicatorLine], last: Callable[[IndicatorLine], int | None]) -> int | None:
    """What they show last, taken together; None where nothing was observed."""
    values = [value for line in lines if (value := last(line)) is not None]
    return sum(values) if values else None


def _plain(code: str) -> str:
    return code.replace(" ", "").upper()


def _body(found: dict[Key, _Body], part: Part) -> _Body:
    key = ("body", part.body) if part.body is not None else ("row", part.id)
    body = found.setdefault(key, _Body(part.name))
    if part.home is not None:
        body.homes.add(part.home)
    return body


def _is_organisation(part: Part) -> bool:
    return part.kind == StakeholderKind.ORGANISATION


def _add_bodies(found: dict[Key, _Body], bodies: Iterable[Part]) -> None:
    for part in bodies:
        if _is_organisation(part):
            _body(found, part)


def _add_ties(found: dict[Key, _Body], ties: Iterable[AcrossTie]) -> None:
    for tie in ties:
        if _is_organisation(tie.one) and _is_organisation(tie.two):
            _body(found, tie.one).with_whom.add(tie.two.name)
            _body(found, tie.two).with_whom.add(tie.one.name)


def _add_events(found: dict[Key, _Body], came: Iterable[Coming]) -> None:
    by_event: dict[int, list[Coming]] = {}
    for coming in came:
        if _is_organisation(coming.part) and coming.part.country is not None:
            by_event.setdefault(coming.event_id, []).append(coming)
    for comings in by_event.values():
        if len({coming.part.country for coming in comings}) >= JOINT:
            for coming in comings:
                _body(found, coming.part).events.add(coming.title)
