"""Which figures are left out, or made unclear, for readers who may not see small counts of service users."""

from collections.abc import Callable
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.exports.sheet import Cell
from data_layer.figures import Figure, figure
from data_layer.models import Indicator

FEWEST_SHOWN = 5
# Whether a field of this row counts persons.
Counts = Callable[[Any], bool]


def is_left_out(table: str, field: str, *, masked: bool) -> bool:
    """Whether the column does not exist for the reader."""
    return masked and figure(table, field) in (Figure.JUDGES, Figure.NEVER)


def is_about_counts(table: str, field: str) -> bool:
    """Whether what is noted on this field can tell a number of persons."""
    return figure(table, field) is not Figure.OPEN


def counts_of_persons(session: Session, table: str, field: str) -> Counts | None:
    """Which rows count persons in this field; None where no row does. One statement where that is for the indicator to say."""
    told = figure(table, field)
    if told is Figure.PERSONS:
        return lambda _row: True
    if told is not Figure.INDICATED:
        return None
    indicators = frozenset(session.scalars(sa.select(Indicator.id).where(Indicator.of_persons)))
    own = table == Indicator.__tablename__
    return lambda row: (row.id if own else row.indicator_id) in indicators


def shown_count(cell: Cell) -> Cell:
    """A count of persons as those may see it who may not see small ones."""
    return f"<{FEWEST_SHOWN}" if isinstance(cell, int) and cell < FEWEST_SHOWN else cell
