"""Which part of a network is looked at: by sector, kind, relation and year."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from data_layer.network.network_map import NetworkMap
from data_layer.network.stakeholder import Member, Span
from data_layer.network.tie import TieLine

UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class View:
    """What is chosen; None leaves nothing out, the sector `UNKNOWN` are those whose sector nobody has recorded.

    With `near`, those tied to a chosen stakeholder are shown with it.
    """

    sector: str | None = None
    kind: str | None = None
    relation: str | None = None
    year: int | None = None
    near: bool = False

    @property
    def everything(self) -> bool:
        """Whether nothing is left out."""
        return (self.sector, self.kind, self.relation, self.year) == (None, None, None, None)


@dataclass(frozen=True, slots=True)
class Selection:
    """The stakeholders and ties that a view shows, in the order of the map, and how many of its ties have no date."""

    members: tuple[Member, ...]
    ties: tuple[TieLine, ...]
    undated: int


def select(network: NetworkMap, view: View) -> Selection:
    """What a view shows of a network; a tie is shown where both its ends are. The browser draws by the same rule."""
    ties = [tie for tie in network.ties if view.relation in (None, tie.relation) and touches(tie.start, tie.end, view.year)]
    chosen = {member.id for member in network.members if _is_chosen(member, view)}
    shown = chosen | (_neighbours(chosen, ties) & _present(network, view.year) if view.near else set())
    kept = tuple(tie for tie in ties if tie.from_id in shown and tie.to_id in shown)
    return Selection(tuple(member for member in network.members if member.id in shown), kept, sum(not tie.dated for tie in kept))


def years(network: NetworkMap) -> tuple[int, ...]:
    """The years from the first to the last that a dated tie or stakeholder names, latest first."""
    spans = [(row.start, row.end) for row in network.ties] + [(row.start, row.end) for row in network.members]
    named = {day.year for start, end in spans for day in (*start, *end) if day is not None}
    return tuple(range(max(named), min(named) - 1, -1)) if named else ()


def touches(start: Span, end: Span, year: int | None) -> bool:
    """Whether a period touches a year; an unknown beginning or end leaves that side open."""
    if year is None:
        return True
    first, last = start[0], end[1]
    return (first is None or first <= date(year, 12, 31)) and (last is None or last >= date(year, 1, 1))


def _is_chosen(member: Member, view: View) -> bool:
    fits = view.sector in (None, member.sector or UNKNOWN) and view.kind in (None, member.kind)
    return fits and touches(member.start, member.end, view.year)


def _present(network: NetworkMap, year: int | None) -> set[int]:
    return {member.id for member in network.members if touches(member.start, member.end, year)}


def _neighbours(chosen: set[int], ties: Iterable[TieLine]) -> set[int]:
    ends = [(tie.from_id, tie.to_id) for tie in ties]
    return {end for pair in ends if not chosen.isdisjoint(pair) for end in pair}
