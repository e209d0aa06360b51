"""What an attacker can work out of what is shown: whether every hidden figure stays uncertain enough."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np

from data_layer.disclosure.program import Bounds, Equation, Point, Program
from data_layer.disclosure.system import Need, System

# How many points are looked for with all open needs at once, before each gets points of its own.
ROUNDS = 6
NEAR = 1e-6
# What is broken is made whole in so many turns, in each the least broken, this share of it and one more; first many at a time.
TURNS = 30
SHARES = (0.25, 0.0)
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
        self._diving: Program | None = None
        self._whole: Program | None = None

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
        for program in (self._program, self._diving, self._whole):
            if program is not None:
                program.bound(column, *self.rigid[column])

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
        """The bounds of one figure; where only broken people reach them, whole points are looked for too."""
        column = self.column[need.variable]
        found = []
        for side in (1.0, -1.0):
            point = self._look({column: side})
            found.append(self.truth[column] if point is None else point[column])
            if self.met(need):
                return found[0], found[-1]
        least, most = found
        if self.counted and need.met(np.ceil(least - NEAR), np.floor(most + NEAR)):
            least, most = self._whole_extremes(need, column, (least, most))
        return least, most

    def _whole_extremes(self, need: Need, column: int, ends: Bounds) -> Bounds:
        self._dive_for(need, column, ends)
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

    def _dive_for(self, need: Need, column: int, ends: Bounds) -> None:
        for share, (side, end) in product(SHARES, ((-1.0, np.floor(ends[1] + NEAR)), (1.0, np.ceil(ends[0] - NEAR)))):
            self._dive({column: side}, {column: float(end)}, share)
            if self.met(need):
                break

    def _dive(self, costs: Mapping[int, float], fixed: dict[int, float], share: float) -> None:
        """A whole point: what is broken is made whole in turns, the least broken first."""
        if self._diving is None:
            self._diving = Program(self.bounds, self.equations)
        self._diving.least(costs)
        fresh = list(fixed)
        for _turn in range(TURNS):
            for column in fresh:
                self._diving.bound(column, fixed[column], fixed[column])
            point = self._diving.least(costs, bounded=True)
            if point is None:
                break
            far = np.where(self.figures, np.abs(point - np.rint(point)), 0)
            broken = np.flatnonzero(far > NEAR)
            if not len(broken):
                self.see(point)
                break
            fresh = [int(place) for place in broken[np.argsort(far[broken], kind="stable")][: 1 + int(share * len(broken))]]
            fixed |= {column: float(np.rint(point[column])) for column in fresh}
        for column in fixed:
            self._diving.bound(column, *self.bounds[column])

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
