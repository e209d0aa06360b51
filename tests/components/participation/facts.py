"""Plain data as the participation page gets it from the data layer."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class Standing:
    exact: Mapping[int, int] = field(default_factory=dict)
    spans: Mapping[int, int] = field(default_factory=dict)
    middle: int | None = None
    upper: int = 0
    total: int = 0


@dataclass(frozen=True)
class Reading:
    low: int
    high: int
    id: int = 1
    kind: str = "micro_project"
    subject_id: int = 6
    name: str = "Sewing room"
    micro_project_id: int | None = 6
    place: str | None = "Luleå"
    country: str | None = "SE"
    network: str = "Northern Valley"
    stage: str = "needs"
    day_first: date | None = None
    day_last: date | None = None
    judges: int | None = None


@dataclass(frozen=True)
class Pair:
    staff: Reading | None
    users: Reading | None
    claimed: bool = False

    @property
    def stages_differ(self) -> bool:
        return self.staff is not None and self.users is not None and self.staff.stage != self.users.stage

    @property
    def subject(self) -> Reading:
        return self.users or self.staff


@dataclass(frozen=True)
class Coverage:
    projects: int = 17
    unread: int = 0
    unread_staff: int = 0
    unread_users: int = 0
    no_role: int = 0


@dataclass(frozen=True)
class Comparison:
    compared: int
    apart: int = 0
    users_lower: int = 0
    claimed: int = 0
    stages_differ: int = 0


@dataclass(frozen=True)
class Steps:
    low: int
    high: int


@dataclass(frozen=True)
class Agreement:
    pairs: int = 0
    agree: int = 0
    staff_higher: int = 0
    users_higher: int = 0
    claimed: int = 0
    no_role: int = 0
    widest: tuple[Steps, Steps] | None = None


NONE = Standing()
SIX_OF_EIGHT = Standing({4: 3, 6: 3, 2: 1}, {2: 1}, 4, 6, 8)
FIVE_OF_SEVEN = Standing({5: 5, 3: 2}, {}, 5, 5, 7)
