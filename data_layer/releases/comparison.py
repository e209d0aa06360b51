"""Two releases for one reader, side by side."""

from dataclasses import dataclass
from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.analysis.release_change import TableChange, changes
from data_layer.models import Release
from data_layer.problem import NotFound
from data_layer.releases.released import ReleasedTables, from_json


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two releases: what it is called, of which day and period it is, at which instant it was made, and how much is in it.

    `names` has networks of unclear status, too, which `networks` does not count.
    """

    id: int
    title: str
    as_of: date
    made_at: datetime
    period: tuple[date | None, date | None]
    names: tuple[str, ...]
    networks: int
    micro_projects: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """The earlier release, the later one, and what changed in the tables that both have."""

    before: Side
    after: Side
    tables: tuple[TableChange, ...]


def comparison(session: Session, one: int, two: int) -> Comparison:
    """Two releases that the session sees, the earlier one first; NotFound where it does not see both. One statement."""
    query = sa.select(Release).where(Release.id.in_([one, two])).order_by(Release.as_of, Release.id)
    rows = session.scalars(query).all()
    if len(rows) != 2:
        raise NotFound(Release.__name__)
    (before, earlier), (after, later) = ((row, from_json(row.tables)) for row in rows)
    return Comparison(_side(before, earlier), _side(after, later), tuple(changes(earlier, later)))


def _side(row: Release, tables: ReleasedTables) -> Side:
    names = tuple(line.name for line in (*tables.networks, *tables.unclear))
    period = (row.period_first, row.period_last)
    return Side(row.id, row.title, row.as_of, row.made_at, period, names, len(tables.networks), tables.micro_projects)
