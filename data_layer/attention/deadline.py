"""Deadlines of funding sources that come soon."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, ClassVar

import sqlalchemy as sa

from data_layer.attention.kind import Kind
from data_layer.clock import today
from data_layer.models import FundingSource
from data_layer.network.standing import NetworkStanding

AHEAD = timedelta(days=90)
# Somewhere on earth it is a day earlier or later than here.
MARGIN = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Deadline:
    """A funding source whose deadline is `days` after today (0: today); `name` is what the funder calls it, where that is known."""

    kind: ClassVar[Kind] = Kind.DEADLINE
    network: str | None
    funding_source_id: int
    funder: str
    name: str | None
    country: str | None
    day: date
    days: int


def deadline_part(time_zone: str) -> sa.Select[*tuple[Any, ...]]:
    """The sources whose deadline lies from today in `time_zone` on within 90 days, a day more at either end, as a part of a statement."""
    here = today(time_zone)
    columns = (FundingSource.id, FundingSource.funder, FundingSource.name, FundingSource.country, FundingSource.deadline)
    return sa.select(sa.literal(Kind.DEADLINE.value).label("kind"), *columns, FundingSource.entered_by_id).where(
        FundingSource.deadline >= here - MARGIN, FundingSource.deadline <= here + AHEAD + MARGIN
    )


def deadlines(rows: Iterable[Any], networks: Sequence[NetworkStanding], *, time_zone: str) -> list[Deadline]:
    """The deadlines among the rows of `deadline_part` from today on and within 90 days, the nearest first.

    The catalogue is read by all LENs. Today is that of the LEN which entered the source, else of `time_zone` (IANA name).
    """
    here = today(time_zone)
    entered_by = {network.id: network for network in networks}
    found = [_deadline(row, entered_by.get(row.entered_by_id or 0), here) for row in rows if row.kind == Kind.DEADLINE]
    inside = (item for item in found if 0 <= item.days <= AHEAD.days)
    return sorted(inside, key=lambda item: (item.day, item.funder, item.funding_source_id))


def _deadline(source: Any, network: NetworkStanding | None, here: date) -> Deadline:
    day = network.today if network else here
    return Deadline(
        network=network.name if network else None,
        funding_source_id=source.id,
        funder=source.funder,
        name=source.name,
        country=source.country,
        day=source.deadline,
        days=(source.deadline - day).days,
    )
