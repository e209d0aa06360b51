"""What an attacker can work out of what is shown: whether every hidden figure stays uncertain enough."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from data_layer.disclosure.nearby import Nearby
from data_layer.disclosure.program import Bounds, Equation, Point, Program
from data_layer.disclosure.system import Need, System
from data_layer.disclosure.whole import NEAR

# How many points are looked for with all open needs at once, before each gets points of its own.
ROUNDS = 6
# With more unknowns, whole points are not searched for besides: what was not found counts as impossible.
LARGE = 600


@dataclass(frozen=True, slots=True)
class Broken:
    """A need that is not met, with the bounds that an attacker finds."""

    need: Need
    least: float
    most: float


class Audit:
    """The attacker's program over unknowns that hang together.

    He looks for points that fit everything shown. Only whole points count for counts, so that what is found uncertain is uncertain for
    an attacker who knows that people are whole, too. `seen`: the least and most of each unknown at the points found so far; the truth is
    one of them. A need is met as soon as what was seen is wide enough; most figures never get a program of their own.
    """

    def __init__(self, system: System, variables: Sequence[int], shown: Mapping[int, tuple[int, int]]) -> None:
        self.column = {variable: place for place, variable in enumerate(variables)}
        self.variables = variables
        self.counted = all(system.counted[variable] for variable in variables)
        self.figures = np.array([system.figure[variable] for variable in variables])
        self.truth = np.array([system.truth[variable] for variable in variables], dtype=np.float64)
        self._cap = 2.0 * float(self.truth.sum()) + 1000
        self.rigid: list[Bounds] = [self._known(system, variable) for variable in variables]
        self.equations = [
            Equation(tuple((self.column[variable], factor) for variable, factor in row), right, right)
            for row, right in system.rows.items()
            if row[0][0] in self.column
        ]
        self.bounds = list(self.rigid)
        for variable, (least, most) in shown.items():
            self._narrow(self.column[variable], least, most)
        self.low, self.high = self.truth.copy(), self.truth.copy()
        self._program: Program | None = None
        self._whole: Program | None = None
        self._nearby: Nearby | None = None

    def _known(self, system: System, variable: int) -> Bounds:
        most = system.most[variable]
        return float(system.least[variable]), self._cap if most is None else float(most)

    def _narrow(self, column: int, least: float, most: float) -> None:
        before = self.bounds[column]
        self.bounds[column] = max(before[0], least), min(before[1], most)

    def hide(self, variable: int) -> None:
        """From now on the figure is not shown; everything seen stays possible."""
        column = self.column[variable]
        self.bounds[column] = self.rigid[column]
        for program in (self._program, self._whole):
            if program is not None:
                program.bound(column, *self.rigid[column])
        if self._nearby is not None:
            self._nearby.bound(column, *self.rigid[column])

    def floor(self, variable: int) -> float:
        """The least that a figure can be, known whatever is hidden now."""
        return self.rigid[self.column[variable]][0]

    def met(self, need: Need) -> bool:
        """Whether what was seen is wide enough."""
        column = self.column[need.variable]
        return need.met(self.low[column], self.high[column])

    def broken(self, needs: Sequence[Need]) -> list[Broken]:
        """The needs that are not met, with their bounds."""
        pending = [need for need in needs if not self.met(need)]
        pending = self._together(pending)
        found = []
        for need in pending:
            if not self.met(need):
                least, most = self._extremes(need)
                if not self.met(need):
                    found.append(Broken(need, least, most))
        return found

    def _together(self, pending: list[Need]) -> list[Need]:
        chance = random.Random(0)  # noqa: S311 - directions to look into, no secret
        for turn in range(ROUNDS):
            if len(pending) < 2:
                break
            signs = {self.column[need.variable]: 1.0 if turn < 2 else chance.choice((-1.0, 1.0)) for need in pending}
            for side in (-1.0, 1.0):
                self._look({column: side * sign for column, sign in signs.items()})
            pending = [need for need in pending if not self.met(need)]
        return pending

    def _extremes(self, need: Need) -> Bounds:
        """The bounds of one figure, as far as they have to be looked for; where only broken people reach them, whole points are too."""
        column = self.column[need.variable]
        found = []
        for side, seen, bound in zip((1.0, -1.0), (self.low, self.high), self.bounds[column], strict=True):
            point = None if seen[column] == bound else self._look({column: side})
            found.append(seen[column] if point is None else point[column])
            if self.met(need):
                return found[0], found[-1]
        least, most = found
        if self.counted and need.met(np.ceil(least - NEAR), np.floor(most + NEAR)):
            least, most = self._whole_extremes(need, column)
        return least, most

    def _whole_extremes(self, need: Need, column: int) -> Bounds:
        self._near(need)
        if len(self.variables) > LARGE or self.met(need):
            return self.low[column], self.high[column]
        if self._whole is None:
            self._whole = Program(self.bounds, self.equations, whole=self.figures.tolist())
        for side in (1.0, -1.0):
            point = self._whole.least({column: side})
            if point is not None:
                self.see(point)
            if self.met(need):
                break
        return self.low[column], self.high[column]

    def _near(self, need: Need) -> None:
        """Look for whole points close to the truth at which the need is met."""
        if self._nearby is None:
            self._nearby = Nearby(self.bounds, self.equations, self.truth, self.figures)
        for end in self._ends(need):
            point = self._nearby.with_at(self.column[need.variable], end)
            if point is not None:
                self.see(point)
            if self.met(need):
                break

    def _ends(self, need: Need) -> list[float]:
        """Where a count must be seen too so that its need is met, the closer end first."""
        column = self.column[need.variable]
        least, most = self.bounds[column]
        up, down = self.low[column] + need.width, self.high[column] - need.width
        if self.high[column] < need.high and self.low[column] > need.low:
            up, down = max(up, need.high), min(down, need.low)
        return sorted((float(end) for end in (up, down) if least <= end <= most), key=lambda end: abs(end - self.truth[column]))

    def _look(self, costs: Mapping[int, float]) -> Point | None:
        if self._program is None:
            self._program = Program(self.bounds, self.equations)
        point = self._program.least(costs)
        if point is not None:
            self.see(point)
        return point

    def see(self, point: Point) -> None:
        """Remember a point that fits everything shown."""
        if self.counted:
            whole = np.rint(point)
            if np.abs(point - whole)[self.figures].max() > NEAR:
                return
            point = whole
        self.low, self.high = np.minimum(self.low, point), np.maximum(self.high, point)
