"""The attacker: bounds of every hidden figure from everything that is shown, in one release or in two."""

import random
from collections import defaultdict
from dataclasses import dataclass

import highspy
import numpy as np

Figure = tuple
WIDTH = 3


@dataclass(frozen=True)
class Find:
    """A hidden figure that was worked out too closely."""

    figure: Figure
    least: float
    most: float


class Knowledge:
    """Unknowns with bounds, and sums over them. An unknown is a figure of a release: (number of the release, measure, codes)."""

    def __init__(self, k: int) -> None:
        self.k, self.number, self.bounds, self.sums = k, {}, [], []
        self.truth, self.margin, self.hidden, self.shown = [], {}, [], []

    def read(self, release: int, table) -> None:
        """Take in a table."""
        place = {position: self._figure(release, table, position) for position in table.cells}
        rows, columns = table.codes[0], table.codes[1] if len(table.codes) > 1 else ()
        for row in rows if columns else ():
            self.sums.append(([place[row, column] for column in columns], place[row, ""], 0))
        for column in columns:
            self.sums.append(([place[row, column] for row in rows], place["", column], 0))
        self.sums.append(([place[row, ""] for row in rows], place["", ""], 0))
        if columns:
            self.sums.append(([place["", column] for column in columns], place["", ""], 0))

    def _figure(self, release, table, position) -> int:
        codes = dict(table.where) | {side: code for side, code in zip(table.sides, position, strict=False) if code}
        figure = (release, table.measure, frozenset(codes.items()))
        if figure in self.number:
            return self.number[figure]
        self.number[figure] = number = len(self.bounds)
        self.truth.append(table.truth[position])
        self.bounds.append(self._known(table, position))
        if table.cells[position] is None:
            self.hidden.append(figure)
        elif table.unit != "money":
            self.shown.append(figure)
        if table.unit == "money":
            self.margin[number] = 0.15 * table.secret[position]
        return number

    def _known(self, table, position):
        shown = table.cells[position]
        if table.unit == "money":
            return (table.public[position], np.inf) if shown is None else (shown, shown)
        if shown is None:
            return (0, np.inf)
        least_shown = -(-self.k // 5) * 5
        return (self.k if shown == least_shown else shown - 2, shown + 2)

    def know_small_changes(self) -> None:
        """Of every figure of two releases that changed by fewer people than the threshold: by how much. Money: that it did not."""
        for figure, number in self.number.items():
            before = self.number.get((0, *figure[1:]))
            if figure[0] == 1 and before is not None:
                change = self.truth[number] - self.truth[before]
                if abs(change) < self.k if number not in self.margin else change == 0:
                    self.sums.append(([before], number, change))

    def forget(self, release: int) -> "Knowledge":
        """The same without what a release shows."""
        other = Knowledge(self.k)
        other.number, other.sums, other.truth, other.margin = self.number, self.sums, self.truth, self.margin
        other.bounds = list(self.bounds)
        for figure, number in self.number.items():
            if figure[0] == release:
                other.bounds[number] = (0, np.inf)
        return other


class Solver:
    """HiGHS over what is known, with the range of each unknown over all points met so far."""

    def __init__(self, known: Knowledge) -> None:
        self.known = known
        self._highs = highspy.Highs()
        self._highs.setOptionValue("output_flag", False)
        self._highs.setOptionValue("threads", 1)
        cap = 2.0 * sum(known.truth) + 1000
        for least, most in known.bounds:
            self._highs.addVar(float(least), float(min(most, cap)))
        for parts, total, change in known.sums:
            if parts == [total]:
                continue
            columns = np.array([*parts, total], dtype=np.int32)
            factors = np.array([*[1.0] * len(parts), -1.0])
            self._highs.addRow(-change, -change, len(columns), columns, factors)
        self._size = len(known.bounds)
        self.low = np.array(known.truth, dtype=float)
        self.high = self.low.copy()

    def look(self, costs) -> np.ndarray:
        vector = np.zeros(self._size)
        for column, cost in costs.items():
            vector[column] = cost
        self._highs.changeColsCost(self._size, np.arange(self._size, dtype=np.int32), vector)
        self._highs.run()
        assert self._highs.getModelStatus() == highspy.HighsModelStatus.kOptimal
        point = np.array(self._highs.getSolution().col_value)
        self.low, self.high = np.minimum(self.low, point), np.maximum(self.high, point)
        return point

    def bounds(self, number: int) -> tuple[float, float]:
        low, high = (float(self.look({number: side})[number]) for side in (1.0, -1.0))
        return (low, high) if number in self.known.margin else (float(np.ceil(low - 1e-6)), float(np.floor(high + 1e-6)))

    def spread(self, numbers, rounds=8) -> None:
        """Look into many directions at once, so that few figures need a look of their own."""
        chance = random.Random(7)
        for _ in range(rounds):
            numbers = [
                number for number in numbers if self.close(number, np.ceil(self.low[number] - 1e-6), np.floor(self.high[number] + 1e-6))
            ]
            if len(numbers) < 3:
                return
            signs = {number: chance.choice((-1.0, 1.0)) for number in numbers}
            self.look(signs)
            self.look({number: -sign for number, sign in signs.items()})

    def close(self, number: int, low: float, high: float) -> bool:
        """Whether bounds tell too much."""
        if number in self.known.margin:
            margin, truth = self.known.margin[number], self.known.truth[number]
            return low > truth - margin + 1e-3 or high < truth + margin - 1e-3
        return high - low < WIDTH or (low >= 1 and high <= self.known.k - 1)


def attack(known: Knowledge) -> list[Find]:
    """Every hidden figure that can be worked out too closely."""
    solver = Solver(known)
    numbers = {figure: known.number[figure] for figure in known.hidden}
    solver.spread(list(numbers.values()))
    finds = []
    for figure, number in numbers.items():
        if solver.close(number, np.ceil(solver.low[number] - 1e-6), np.floor(solver.high[number] + 1e-6)):
            low, high = solver.bounds(number)
            if solver.close(number, low, high):
                finds.append(Find(figure, low, high))
    return finds


def attack_one(k: int, tables) -> list[Find]:
    """What one release gives away."""
    known = Knowledge(k)
    for table in tables:
        if table.unit != "organisations":
            known.read(0, table)
    return attack(known)


def attack_two(k: int, before, after) -> list[Find]:
    """What two releases give away together, that he does not know from the earlier one and the changes that he watched alone."""
    known = Knowledge(k)
    for release, tables in enumerate((before, after)):
        for table in tables:
            if table.unit != "organisations":
                known.read(release, table)
    known.know_small_changes()
    finds = attack(known)
    if not finds:
        return []
    alone = Solver(known.forget(1))
    return [find for find in finds if not _knew(alone, known.number[find.figure], find)]


def _knew(alone: Solver, number: int, find: Find) -> bool:
    """Whether the earlier release and the changes that he watched tell too much by themselves, and the later one nothing worse.

    Nothing worse: no narrower bounds; or bounds that are wide enough and begin where he watched them begin (who saw one person come to a
    group knows that there is one, and may learn no more than that there are few).
    """
    low, high = alone.bounds(number)
    if not alone.close(number, low, high):
        return False
    same = low >= find.least - 1e-6 and high <= find.most + 1e-6
    return same or (find.least <= low + 1e-6 and find.most - find.least >= WIDTH and number not in alone.known.margin)


def exact_differences(k: int, before, after) -> list[Figure]:
    """Counts that two releases show and whose change by a few people can be told exactly: those known exactly in both."""
    first, second = Knowledge(k), Knowledge(k)
    for known, tables in ((first, before), (second, after)):
        for table in tables:
            if table.unit in ("persons", "answers"):
                known.read(0, table)
    both = [figure for figure in first.shown if figure in set(second.shown)]
    changed = [figure for figure in both if 0 < abs(second.truth[second.number[figure]] - first.truth[first.number[figure]]) < k]
    return [figure for figure in _exact(second, changed) if figure in set(_exact(first, changed))]


def _exact(known: Knowledge, figures) -> list[Figure]:
    if not figures:
        return []
    solver = Solver(known)
    numbers = {figure: known.number[figure] for figure in figures}
    for side in (1.0, -1.0):
        solver.look(dict.fromkeys(numbers.values(), side))
    still = [figure for figure, number in numbers.items() if solver.high[number] - solver.low[number] < 1e-6]
    return [figure for figure in still if len(set(solver.bounds(numbers[figure]))) == 1]


def by_table(finds) -> dict:
    """How many finds each measure has."""
    counts = defaultdict(int)
    for find in finds:
        counts[find.figure[1]] += 1
    return dict(counts)
