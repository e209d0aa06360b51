"""Points close to the truth: one figure elsewhere, and as little else changed as that takes."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from data_layer.disclosure.program import Bounds, Equation, Point, Program
from data_layer.disclosure.whole import TURNS, next_whole


class Nearby:
    """The attacker's program in which each figure is the truth and what it has more, or less, than that; either costs one.

    Few figures have to move then, and they move by whole numbers almost always. Only bounds change from one question to the next, so
    that each begins where the last one ended.
    """

    def __init__(self, bounds: Sequence[Bounds], equations: Sequence[Equation], truth: Point, figures: npt.NDArray[np.bool_]) -> None:
        self._truth, self._figures = np.where(figures, truth, 0.0), figures
        self._bounds = list(bounds)
        self._less = {int(column): len(bounds) + place for place, column in enumerate(np.flatnonzero(figures))}
        sides = {column: self._sides(column, *bounds[column]) for column in self._less}
        columns = [sides[column][0] if column in sides else each for column, each in enumerate(bounds)]
        lines = [self._moved(line) for line in equations]
        self._program = Program([*columns, *(less for _more, less in sides.values())], lines)
        self._program.least({place: 1.0 for sides_of in self._less.items() for place in sides_of})

    def bound(self, column: int, least: float, most: float) -> None:
        """Other bounds of a figure from now on."""
        self._bounds[column] = least, most
        self._set(column, least, most)

    def with_at(self, column: int, value: float) -> Point | None:
        """The closest point that was found at which a figure has this whole value and all others are whole; None where none was."""
        fixed: set[int] = set()
        fresh, found = {column: value}, None
        for _turn in range(TURNS):
            for place, each in fresh.items():
                self._set(place, each, each)
            fixed |= fresh.keys()
            point = self._nearest()
            if point is None:
                break
            fresh = next_whole(point, self._figures)
            if not fresh:
                found = point
                break
        for place in fixed:
            self._set(place, *self._bounds[place])
        return found

    def _nearest(self) -> Point | None:
        moved = self._program.least(None, bounded=True)
        if moved is None:
            return None
        size = len(self._bounds)
        point = moved[:size] + self._truth
        point[self._figures] -= moved[size:]
        return point

    def _set(self, column: int, least: float, most: float) -> None:
        for place, sides in zip((column, self._less[column]), self._sides(column, least, most), strict=True):
            self._program.bound(place, *sides)

    def _sides(self, column: int, least: float, most: float) -> tuple[Bounds, Bounds]:
        """How much more and how much less than in truth a figure within bounds is."""
        low, high = least - self._truth[column], most - self._truth[column]
        return (max(0.0, low), max(0.0, high)), (max(0.0, -high), max(0.0, -low))

    def _moved(self, line: Equation) -> Equation:
        truth = float(sum(factor * self._truth[column] for column, factor in line.terms))
        less = ((self._less[column], -factor) for column, factor in line.terms if column in self._less)
        return Equation((*line.terms, *less), line.least - truth, line.most - truth)
