"""What became of a network between two days: ties and stakeholders that were kept, came and went, as far as dates tell."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from data_layer.analysis.network import Figures, figures
from data_layer.analysis.selection import Selection
from data_layer.cache import results
from data_layer.network.network_map import NetworkMap
from data_layer.network.stakeholder import Span
from data_layer.network.tie import TieLine

UNDATED_SPAN: Span = (None, None)
SECTOR_UNKNOWN = "unknown"


class There(StrEnum):
    """Whether something with vague dates is there on a day; `UNDATED`: neither its beginning nor its end is known."""

    YES = "yes"
    PERHAPS = "perhaps"
    NO = "no"
    UNDATED = "undated"


class Fate(StrEnum):
    """What became of something between two days. `PASSED`: it came and went in between; `OUTSIDE`: it was over before or begins later;
    `PERHAPS`: the dates are too vague to tell.
    """

    KEPT = "kept"
    WON = "won"
    LOST = "lost"
    PASSED = "passed"
    PERHAPS = "perhaps"
    OUTSIDE = "outside"
    UNDATED = "undated"


@dataclass(frozen=True)
class Change:
    """A network on two days: the fate of each tie and each stakeholder by its id, and the seven figures of both days.

    The figures count the ties that are surely there, and all stakeholders that are not surely gone or not yet come.
    """

    before: date
    after: date
    ties: Mapping[int, Fate]
    members: Mapping[int, Fate]
    figures: tuple[Figures, Figures]

    @property
    def tie_counts(self) -> Counter[str]:
        """How many ties have which fate."""
        return Counter(self.ties.values())

    @property
    def member_counts(self) -> Counter[str]:
        """How many stakeholders have which fate."""
        return Counter(self.members.values())


def there(start: Span, end: Span, day: date) -> There:
    """Whether what begins and ends on these vague days is there on `day`.

    Surely, when its latest possible beginning is not after the day and its earliest possible end not before it; without a recorded end it
    goes on. Surely not, when it begins later or ended before in any case. An unknown beginning leaves "perhaps".
    """
    if start == UNDATED_SPAN and end == UNDATED_SPAN:
        return There.UNDATED
    if (start[0] is not None and day < start[0]) or (end[1] is not None and end[1] < day):
        return There.NO
    begun = start[1] is not None and start[1] <= day
    goes_on = end[0] is None or day <= end[0]
    return There.YES if begun and goes_on else There.PERHAPS


def fate(start: Span, end: Span, before: date, after: date) -> Fate:
    """What became of it between two days, the earlier one first."""
    first, second = there(start, end, before), there(start, end, after)
    if first is There.UNDATED:
        return Fate.UNDATED
    if There.PERHAPS in (first, second):
        return Fate.PERHAPS
    if first is There.YES:
        return Fate.KEPT if second is There.YES else Fate.LOST
    if second is There.YES:
        return Fate.WON
    begins_later = start[0] is None or start[0] > before
    return Fate.PASSED if begins_later and end[1] is not None and before <= end[1] < after else Fate.OUTSIDE


def network_change(network: NetworkMap, before: date, after: date) -> Change:
    """The network on two days, the earlier one first; kept per revision."""
    key = ("network_change", network.network_id, network.revision, before, after)
    return results.get(key, lambda: _change(network, before, after))


def _change(network: NetworkMap, before: date, after: date) -> Change:
    return Change(
        before,
        after,
        {tie.id: fate(tie.start, tie.end, before, after) for tie in network.ties},
        {member.id: fate(member.start, member.end, before, after) for member in network.members},
        (figures(_on(network, before)), figures(_on(network, after))),
    )


def _on(network: NetworkMap, day: date) -> Selection:
    members = tuple(member for member in network.members if there(member.start, member.end, day) is not There.NO)
    ids = {member.id for member in members}
    ties = tuple(tie for tie in network.ties if there(tie.start, tie.end, day) is There.YES and tie.from_id in ids and tie.to_id in ids)
    return Selection(members, ties, 0)


def by_relation(network: NetworkMap, change: Change) -> list[tuple[str, Counter[str]]]:
    """How the ties of each relation fared, the relation with most ties first."""
    return _counted(network, change, lambda tie: {tie.relation})


def by_sector(network: NetworkMap, change: Change) -> list[tuple[str, Counter[str]]]:
    """The same by sector; a tie between two sectors counts in both. `SECTOR_UNKNOWN` where nobody has recorded one."""
    sectors = {member.id: member.sector or SECTOR_UNKNOWN for member in network.members}
    return _counted(network, change, lambda tie: {sectors[tie.from_id], sectors[tie.to_id]})


def _counted(network: NetworkMap, change: Change, groups: Callable[[TieLine], Iterable[str]]) -> list[tuple[str, Counter[str]]]:
    found: dict[str, Counter[str]] = {}
    for tie in network.ties:
        for group in groups(tie):
            found.setdefault(group, Counter())[change.ties[tie.id]] += 1
    return sorted(found.items(), key=lambda item: (-item[1].total(), item[0]))


def year_ends(network: NetworkMap) -> tuple[date, date] | None:
    """The last days of the first and of the last year that the dated ties name; None where no tie has a date."""
    years = [day.year for tie in network.ties for day in (*tie.start, *tie.end) if day is not None]
    return (date(min(years), 12, 31), date(max(years), 12, 31)) if years else None
