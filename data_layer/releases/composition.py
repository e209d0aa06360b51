"""What a leader chose for a release, and what would come of it."""

from calendar import monthrange
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from data_layer.models import Network
from data_layer.releases.released import ReleasedTables
from data_layer.releases.word import ChosenWord

# Beside these, one table of money for each currency: "money_EUR".
NETWORKS, PHASES, ENDS, FORMATS = "networks_by_country", "projects_by_phase", "projects_by_end", "projects_by_format"
SAY, REACHED, REACHED_YEARS, JOBS = "say_by_side", "reached", "reached_by_group", "jobs"
MONEY, TIES, INDICATORS = "money", "ties", "indicators_by_level"
TABLES = (NETWORKS, PHASES, ENDS, FORMATS, SAY, REACHED, REACHED_YEARS, JOBS, MONEY, TIES, INDICATORS)

# What hidden values of indicators stand under.
VALUES = "indicator_values"

# What has no date is in every period.
UNDATED = "undated"
# Between the codes of a merged group.
AND = "+"


@dataclass(frozen=True, slots=True)
class Period:
    """Whole months, so that two releases never differ by the few people of some days; `first` and `last` are days."""

    first: date
    last: date

    @property
    def months(self) -> tuple[str, ...]:
        """The months as "2017-01", in order."""
        count = (self.last.year - self.first.year) * 12 + self.last.month - self.first.month + 1
        start = self.first.year * 12 + self.first.month - 1
        return tuple(f"{number // 12:04}-{number % 12 + 1:02}" for number in range(start, start + count))

    @property
    def atoms(self) -> tuple[str, ...]:
        """The smallest parts by which two periods are compared."""
        return (*self.months, UNDATED)

    @property
    def years(self) -> Mapping[str, tuple[str, ...]]:
        """The years that it touches, each with its months in the period; last what has no date."""
        years = dict.fromkeys(month[:4] for month in self.months)
        return {year: tuple(month for month in self.months if month.startswith(year)) for year in years} | {UNDATED: (UNDATED,)}

    def holds(self, day: date | None) -> bool:
        """Whether a dated fact is in the period, by the last day that it may have been on; one without a date is."""
        return day is None or self.first <= day <= self.last

    def year_of(self, day: date | None) -> str:
        """The code of the year."""
        return UNDATED if day is None else f"{day.year:04}"


def whole_months(first: date, last: date) -> Period:
    """The months that two days and what is between them touch."""
    return Period(first.replace(day=1), last.replace(day=monthrange(last.year, last.month)[1]))


@dataclass(frozen=True, slots=True, order=True)
class Merge:
    """Codes of a dimension that a release shows as one; networks by their ids."""

    dimension: str
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Composition:
    """A release as a leader composes it. `readers` are ids of accounts; all lists are sorted and hold nothing twice.

    `indicators` are ids of indicators whose values are in it. `words` are keys of statements and stories, `told` the micro projects whose
    biographies are told; neither changes a figure.
    """

    title: str
    period: Period
    network_ids: tuple[int, ...]
    tables: tuple[str, ...]
    readers: tuple[int, ...]
    merges: tuple[Merge, ...] = ()
    words: tuple[str, ...] = ()
    told: tuple[int, ...] = ()
    indicators: tuple[int, ...] = ()

    @property
    def key(self) -> Hashable:
        """What decides about the figures."""
        return (self.period, self.network_ids, self.tables, self.merges, self.indicators)


@dataclass(frozen=True, slots=True)
class Hidden:
    """A figure that is hidden, by the codes of its row and column ("" is a total), and why (`data_layer.disclosure.primary.Reason`).

    Of an indicator the table is VALUES, the row its name with whose it is, the column "baseline" or "value".
    """

    table: str
    row: str
    column: str
    reason: str


@dataclass(frozen=True, slots=True)
class MergeOffer:
    """A merge that would show figures again, and how many more than now."""

    merge: Merge
    shown_again: int


@dataclass(frozen=True, slots=True)
class Preview:
    """What a release would be. `tables` is what its readers get; `hidden`, `offers` and `unnamed` (tables that would name too few
    networks) are for the leader; `basis` is for the audit of later releases and leaves the data layer with nobody.

    `earlier`: how many earlier releases it was checked against; `same`: whether one of them shows and hides exactly these figures;
    `sample`: whether sample data is in it. `seal` is the same as long as
    all that is shown here is.
    """

    tables: ReleasedTables
    hidden: tuple[Hidden, ...]
    offers: tuple[MergeOffer, ...]
    unnamed: tuple[str, ...]
    earlier: int
    same: bool
    sample: bool
    seal: str
    basis: Mapping[str, Any] = field(repr=False)
    words: tuple[ChosenWord, ...] = ()


@dataclass(frozen=True, slots=True)
class NetworkOffer:
    """A network that a leader can choose."""

    id: int
    name: str
    is_len: bool


@dataclass(frozen=True, slots=True)
class FunderOffer:
    """An account that can read a release."""

    id: int
    email: str


@dataclass(frozen=True, slots=True)
class PeriodOffer:
    """A reporting period."""

    id: int
    name: str
    period: Period


@dataclass(frozen=True, slots=True)
class Offer:
    """All that can be chosen from, `rows` the networks as they are recorded; `state` rises with every change of the data."""

    networks: tuple[NetworkOffer, ...]
    funders: tuple[FunderOffer, ...]
    periods: tuple[PeriodOffer, ...]
    rows: tuple[Network, ...]
    state: int
