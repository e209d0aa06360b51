"""Where stakeholders stand in the picture of their network."""

import math
from collections.abc import Sequence

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.action import acting
from data_layer.models import Stakeholder
from data_layer.problem import NotFound, Problem

PLACE = "place"
# As far from the middle as anybody can drag.
FARTHEST = 1_000_000


def place_stakeholders(session: Session, places: Sequence[tuple[int, float | None, float | None]]) -> int | None:
    """Keep the places (id, x, y; in units of the picture, both None where the ties decide again) in one action; returns its number, None
    where all stand there already. Of two people who drag the same one, the later one says where it stands: it is no fact about anybody.

    Raises NotFound when the session does not see one of the stakeholders, Problem("out_of_range") for a place beyond all bounds.
    """
    for _id, x, y in places:
        for value in (x, y):
            if value is not None and (not math.isfinite(value) or abs(value) > FARTHEST):
                raise Problem("out_of_range", "x", value=value, low=-FARTHEST, high=FARTHEST)
    wanted = {row_id: (x, y) for row_id, x, y in places}
    rows = list(session.scalars(sa.select(Stakeholder).where(Stakeholder.id.in_(wanted))))
    if len(rows) != len(wanted):
        raise NotFound(Stakeholder.__name__)
    moved = [(row, dict(zip("xy", wanted[row.id], strict=True))) for row in rows if (row.x, row.y) != wanted[row.id]]
    if not moved:
        return None
    with acting(session, PLACE) as recorder:
        recorder.update_all(moved)
        return recorder.action.id
