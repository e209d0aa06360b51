"""What the blocks on change take: rows and counts as the data layer gives them."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Literal, Protocol

from components.network.terms import Bond, Counts, Span

Answer = Literal["influence", "power", "interest"]
Wished = Literal["power", "interest"]

# What became of a tie or a stakeholder, in the order of the tables.
FATES = ("kept", "won", "lost", "passed", "perhaps", "outside", "undated")


class Tie(Bond, Protocol):
    """A tie, and what it came out of."""

    @property
    def micro_project_id(self) -> int | None: ...
    @property
    def event_id(self) -> int | None: ...


class Change(Protocol):
    """A network on two days: what became of each tie and stakeholder by its id, and the seven figures of both days."""

    @property
    def before(self) -> date: ...
    @property
    def after(self) -> date: ...
    @property
    def ties(self) -> Mapping[int, str]: ...
    @property
    def members(self) -> Mapping[int, str]: ...
    @property
    def tie_counts(self) -> Mapping[str, int]: ...
    @property
    def member_counts(self) -> Mapping[str, int]: ...
    @property
    def figures(self) -> tuple[Counts, Counts]: ...


class Project(Protocol):
    """A micro project: how it ended (code), and when."""

    @property
    def id(self) -> int: ...
    @property
    def name(self) -> str: ...
    @property
    def end_state(self) -> str: ...
    @property
    def ended(self) -> Span: ...


class Occasion(Protocol):
    """An event out of which ties came."""

    @property
    def id(self) -> int: ...
    @property
    def title(self) -> str: ...
    @property
    def day(self) -> Span: ...
    @property
    def micro_project_id(self) -> int | None: ...


class Beginnings(Protocol):
    """The micro projects and events of a network by id."""

    @property
    def projects(self) -> Mapping[int, Project]: ...
    @property
    def occasions(self) -> Mapping[int, Occasion]: ...


class Held(Protocol):
    """Ties on a day: how many hold surely, perhaps, no longer or not yet, and how many have no date."""

    @property
    def ties(self) -> int: ...
    @property
    def hold(self) -> int: ...
    @property
    def perhaps(self) -> int: ...
    @property
    def over(self) -> int: ...
    @property
    def undated(self) -> int: ...


class Legacy(Protocol):
    """What a micro project left behind on the day looked at; `partners` are ids of those who still cooperate through it."""

    @property
    def project(self) -> Project: ...
    @property
    def held(self) -> Held: ...
    @property
    def partners(self) -> Sequence[int]: ...
    @property
    def over(self) -> bool: ...
    @property
    def yet(self) -> bool: ...


class Seen(Protocol):
    """What a mapping says of a stakeholder."""

    @property
    def power(self) -> int | None: ...
    @property
    def wished_power(self) -> int | None: ...
    @property
    def wished_interest(self) -> int | None: ...


class Pair(Protocol):
    """One stakeholder in two mappings."""

    @property
    def stakeholder_id(self) -> int: ...
    @property
    def before(self) -> Seen | None: ...
    @property
    def after(self) -> Seen | None: ...
    @property
    def new(self) -> bool: ...
    @property
    def gone(self) -> bool: ...
    def values(self, answer: Answer, /) -> tuple[int | None, int | None]: ...
    def move(self, answer: Answer, /) -> str: ...
    def wish(self, answer: Wished, /) -> str: ...
