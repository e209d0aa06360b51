"""Deadlines of funding sources that come soon."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar

import sqlalchemy as sa
from sqlalchemy.orm import Session

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


def deadlines(session: Session, networks: Sequence[NetworkStanding], *, time_zone: str) -> list[Deadline]:
    """The deadlines from today on and within 90 days, the nearest first. One statement.

    The catalogue is read by all LENs. Today is that of the LEN which entered the source, else of `time_zone` (IANA name).
    """
    here = today(time_zone)
    entered_by = {network.id: network for network in networks}
    query = (
        sa.select(FundingSource)
        .where(FundingSource.deadline >= here - MARGIN, FundingSource.deadline <= here + AHEAD + MARGIN)
        .order_by(FundingSource.deadline, FundingSource.funder, FundingSource.id)
    )
    found = [_deadline(source, entered_by.get(source.entered_by_id or 0), here) for source in session.scalars(query)]
    return [item for item in found if 0 <= item.days <= AHEAD.days]


def _deadline(source: FundingSource, network: NetworkStanding | None, here: date) -> Deadline:
    assert source.deadline is not None
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
