"""The attacker: bounds of every hidden figure from everything that is shown, in one release or in several."""

import random
from dataclasses import dataclass

import highspy
import numpy as np

from tests.attacker.knowledge import Knowledge, Release, Target
from tests.attacker.release import Seen

WIDTH = 3
NEAR = 1e-6
# Cells whose sum lies between two numbers.
Shown = list[tuple[np.ndarray, float, float]]


@dataclass(frozen=True)
class Find:
    """Something that was worked out too closely."""

    target: Target
    least: float
    most: float


class Quiet(highspy.Highs):
    """The solver without its greeting, which it prints as soon as callbacks are on."""

    def enableCallbacks(self):  # noqa: N802 - the name of the library
        self.silent()


class Solver:
    """HiGHS over what is known, with the range of each target over all points met so far."""

    def __init__(self, known: Knowledge, targets: list[Target], shown: Shown) -> None:
        self.k, self.targets = known.k, targets
        cap = 2.0 * known.total + 1000
        self._highs = Quiet()
        self._highs.setOptionValue("threads", 1)
        self._highs.setOptionValue("simplex_strategy", 4)  # primal: goes on from the last point
        self._highs.passModel(_model(known, cap, shown))
        self._size = known.size
        self._cells = np.concatenate([target.cells for target in targets]) if targets else np.zeros(0, dtype=int)
        self._starts = np.cumsum([0, *(len(target.cells) for target in targets)])[:-1]
        self.low = np.array([target.truth for target in targets], dtype=float)
        self.high = self.low.copy()

    def look(self, costs) -> np.ndarray:
        """The values of all targets at the point where the costs by number of target are least."""
        vector = np.zeros(self._size)
        for number, cost in costs.items():
            vector[self.targets[number].cells] += cost
        self._highs.changeColsCost(self._size, np.arange(self._size, dtype=np.int32), vector)
        self._highs.run()
        if self._highs.getModelStatus() != highspy.HighsModelStatus.kOptimal:  # lost in arithmetic: once more from nothing, the other way
            self._highs.clearSolver()
            self._highs.setOptionValue("simplex_strategy", 1)
            self._highs.run()
            self._highs.setOptionValue("simplex_strategy", 4)
        assert self._highs.getModelStatus() == highspy.HighsModelStatus.kOptimal
        point = np.array(self._highs.getSolution().col_value)
        values = np.add.reduceat(point[self._cells], self._starts)
        self.low, self.high = np.minimum(self.low, values), np.maximum(self.high, values)
        return values

    def bounds(self, number: int) -> tuple[float, float]:
        """The least and the most that a target can be."""
        low, high = (float(self.look({number: side})[number]) for side in (1.0, -1.0))
        return (low, high) if self.targets[number].margin is not None else (float(np.ceil(low - NEAR)), float(np.floor(high + NEAR)))

    def open(self, number: int) -> bool:
        """Whether what was met so far is too close."""
        return self.close(number, float(np.ceil(self.low[number] - NEAR)), float(np.floor(self.high[number] + NEAR)))

    def close(self, number: int, low: float, high: float) -> bool:
        """Whether bounds tell too much."""
        target = self.targets[number]
        if target.margin is not None:
            return low > target.truth - target.margin + 1 or high < target.truth + target.margin - 1
        return high - low < WIDTH or (low >= 1 and high <= self.k - 1)

    def spread(self, rounds: int = 8) -> list[int]:
        """Look into many directions at once, so that few targets need a look of their own; which those are."""
        chance = random.Random(7)
        still = [number for number in range(len(self.targets)) if self.open(number)]
        for _ in range(rounds):
            if len(still) < 3:
                break
            signs = {number: chance.choice((-1.0, 1.0)) for number in still}
            self.look(signs)
            self.look({number: -sign for number, sign in signs.items()})
            still = [number for number in still if self.open(number)]
        return still


def _model(known: Knowledge, cap: float, shown: Shown) -> highspy.HighsLp:
    rows = [(cells, np.ones(len(cells)), low, high) for cells, low, high in shown]
    for before, after, change in known.changes:
        rows.append((np.concatenate([after, before]), np.repeat([1.0, -1.0], [len(after), len(before)]), change, change))
    model = highspy.HighsLp()
    model.num_col_, model.num_row_ = known.size, len(rows)
    model.col_cost_, model.col_lower_, model.col_upper_ = np.zeros(known.size), np.zeros(known.size), np.full(known.size, cap)
    model.row_lower_ = np.array([row[2] for row in rows], dtype=float)
    model.row_upper_ = np.array([row[3] for row in rows], dtype=float)
    model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    model.a_matrix_.start_ = np.cumsum([0, *(len(row[0]) for row in rows)], dtype=np.int32)
    model.a_matrix_.index_ = np.concatenate([row[0] for row in rows]).astype(np.int32) if rows else np.zeros(0, dtype=np.int32)
    model.a_matrix_.value_ = np.concatenate([row[1] for row in rows]) if rows else np.zeros(0)
    return model


def attack(k: int, releases: list[Release]) -> list[Find]:
    """What the last release gives away, alone or together with those before.

    Not what he knows without it: from those before and from the changes that he watched.
    """
    found = []
    for measure in sorted({table.measure for table in releases[-1].tables if table.unit != "organisations"}):
        known = Knowledge(k, measure, releases)
        solver = Solver(known, known.targets, [*known.bounds, *known.latest])
        finds = [(number, solver.bounds(number)) for number in solver.spread()] if known.targets else []
        finds = [(number, bounds) for number, bounds in finds if solver.close(number, *bounds)]
        if finds and len(releases) > 1:
            alone, watched = (Solver(known, known.targets, bounds) for bounds in (known.bounds, []))
            finds = [(number, bounds) for number, bounds in finds if not _knew(alone, watched, number, *bounds)]
        found += [Find(known.targets[number], *bounds) for number, bounds in finds]
    return found


def _knew(alone: Solver, watched: Solver, number: int, least: float, most: float) -> bool:
    """Whether he knew too much before the last release, and that tells nothing worse.

    Nothing worse: no narrower bounds; of money, on the side that is too close. And who saw one person come to a group knows that there is
    one: bounds that are wide enough may begin where what he watched makes them begin.
    """
    low, high = alone.bounds(number)
    begins, ends = least <= low + NEAR, most >= high - NEAR
    if alone.targets[number].margin is not None:
        return not alone.close(number, -np.inf if begins else least, np.inf if ends else most)
    if begins and alone.close(number, low, high) and (ends or most - least >= WIDTH):
        return True
    return most - least >= WIDTH and least <= watched.bounds(number)[0] + NEAR


def exact_differences(k: int, before: list[Seen], after: list[Seen]) -> list[Target]:
    """Counts that two releases show and whose change by a few people can be told exactly: those known exactly in both."""
    found = []
    for measure in sorted({table.measure for table in after if table.unit in ("persons", "answers")}):
        first, second = (Knowledge(k, measure, [Release(0, tables)]) for tables in (before, after))
        truth = {target.name: target.truth for target in first.shown}
        changed = {target.name for target in second.shown if target.name in truth and 0 < abs(target.truth - truth[target.name]) < k}
        exact = [_exact(known, [target for target in known.shown if target.name in changed]) for known in (first, second)]
        found += [target for target in exact[1] if target.name in {other.name for other in exact[0]}]
    return found


def _exact(known: Knowledge, targets: list[Target]) -> list[Target]:
    if not targets:
        return []
    solver = Solver(known, targets, known.latest)
    for side in (1.0, -1.0):
        solver.look(dict.fromkeys(range(len(targets)), side))
    still = [number for number in range(len(targets)) if solver.high[number] - solver.low[number] < NEAR]
    return [targets[number] for number in still if len(set(solver.bounds(number))) == 1]
