"""Whole numbers where a program found broken ones: made whole in turns, the least broken first."""

import numpy as np
import numpy.typing as npt

from data_layer.disclosure.program import Point

NEAR = 1e-6
# This share of what is broken and one more in each turn, and so many turns at most.
SHARE = 0.25
TURNS = 30


def next_whole(point: Point, counted: npt.NDArray[np.bool_]) -> dict[int, float]:
    """What to make whole in the next turn: columns of those counted, each with the nearest whole number; none where all are whole."""
    far = np.where(counted, np.abs(point - np.rint(point)), 0.0)
    broken = np.flatnonzero(far > NEAR)
    least = broken[np.argsort(far[broken], kind="stable")][: 1 + int(SHARE * len(broken))]
    return {int(column): float(np.rint(point[column])) for column in least}
