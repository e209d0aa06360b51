"""Needs in order of what people voted for, the way from how they were found to what became of them, and whose needs are known."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from data_layer.vocabulary import NeedMethod, NeedStatus, TargetGroup

AT_EVENT, UNKNOWN = "event", "unknown"
# In the order in which they ask for something to be done.
STATUSES: tuple[str, ...] = (NeedStatus.OPEN, NeedStatus.MICRO_PROJECT, NeedStatus.TAKEN_UP, NeedStatus.PARKED, UNKNOWN)
WAYS: tuple[str, ...] = (*NeedMethod, AT_EVENT, UNKNOWN)


class Need(Protocol):
    """A need as `data_layer.needs.need` gives it; None is unknown."""

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


N = TypeVar("N", bound=Need)


@dataclass(frozen=True, slots=True)
class Way:
    """How many needs came on one way (a code of NeedMethod, "event" or "unknown") to one status (of NeedStatus, or "unknown").

    `providers` took them up, `micro_projects` came out of them: (id, name), each once, by name. `unnamed`: needs of which no source
    says which provider or micro project it was.
    """

    way: str
    status: str
    needs: int
    providers: tuple[tuple[int, str], ...] = ()
    micro_projects: tuple[tuple[int, str], ...] = ()
    unnamed: int = 0


@dataclass(frozen=True, slots=True)
class GroupNeeds:
    """How many needs of one target group are known, by the way they were found out; a need of several groups counts in each."""

    group: str
    by_way: Mapping[str, int]
    needs: int


def by_priority(needs: Iterable[N], *, least: int = 0) -> list[N]:
    """The needs by status and, within it, by votes: most first, unknown last. Votes under `least` count as equally many."""

    def rank(need: N) -> tuple[int, bool, int, str]:
        votes = need.votes if need.votes is None or need.votes >= least else 0
        return STATUSES.index(need.status or UNKNOWN), votes is None, -(votes or 0), need.what.casefold()

    return sorted(needs, key=rank)


def way_found(need: Need) -> str:
    """How a need was found out: its method; "event" if only the event is known; "other" if only the source's own words are."""
    if need.found_by is not None:
        return need.found_by
    if need.event_id is not None:
        return AT_EVENT
    return NeedMethod.OTHER if need.method else UNKNOWN


def ways(needs: Iterable[Need]) -> list[Way]:
    """The ways that needs went, in the order of `WAYS` and `STATUSES`."""
    found: dict[tuple[str, str], list[Need]] = {}
    for need in needs:
        found.setdefault((way_found(need), need.status or UNKNOWN), []).append(need)
    return [_way(*key, found[key]) for key in sorted(found, key=lambda key: (WAYS.index(key[0]), STATUSES.index(key[1])))]


def _way(way: str, status: str, needs: Sequence[Need]) -> Way:
    providers = {(need.provider_id, need.provider) for need in needs if need.provider_id is not None and need.provider is not None}
    projects = {
        (need.micro_project_id, need.micro_project)
        for need in needs
        if need.micro_project_id is not None and need.micro_project is not None
    }
    names = {NeedStatus.TAKEN_UP: "provider", NeedStatus.MICRO_PROJECT: "micro_project"}
    unnamed = sum(getattr(need, names[NeedStatus(status)]) is None for need in needs) if status in names else 0
    return Way(way, status, len(needs), _by_name(providers), _by_name(projects), unnamed)


def _by_name(named: Collection[tuple[int, str]]) -> tuple[tuple[int, str], ...]:
    return tuple(sorted(named, key=lambda each: (each[1].casefold(), each[0])))


def by_group(needs: Iterable[Need], *, groups: Collection[str] = ()) -> list[GroupNeeds]:
    """The needs of each target group in the order of the vocabulary, also of those among `groups` of which no need is known."""
    counts: dict[str, Counter[str]] = {group: Counter() for group in groups}
    for need in needs:
        for group in need.target_groups or (UNKNOWN,):
            counts.setdefault(group, Counter())[way_found(need)] += 1
    order = [*TargetGroup, UNKNOWN]
    return [GroupNeeds(group, counts[group], counts[group].total()) for group in sorted(counts, key=order.index)]
