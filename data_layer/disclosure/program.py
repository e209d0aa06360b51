"""A linear program that is solved again and again with another aim or other bounds, each time from where it stood (HiGHS)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import highspy
import numpy as np
import numpy.typing as npt

from data_layer.giving_way import answered

Point = npt.NDArray[np.float64]
Bounds = tuple[float, float]
INFINITE = float(highspy.kHighsInf)
# With another aim the last point is still one that fits: the primal simplex method goes on from there.
# Where that loses itself in arithmetic, the dual one begins anew.
PRIMAL, DUAL = 4, 1
# The limit of nodes is one of our own.
SURE = (highspy.HighsModelStatus.kOptimal, highspy.HighsModelStatus.kInfeasible, highspy.HighsModelStatus.kSolutionLimit)


@dataclass(frozen=True, slots=True)
class Equation:
    """Terms of (column, factor) whose sum lies between two bounds."""

    terms: tuple[tuple[int, float], ...]
    least: float
    most: float


class _Silent(highspy.Highs):
    """A solver that says nothing from its first breath: making one already greets, through the callbacks, which nobody here uses."""

    def enableCallbacks(self) -> None:  # noqa: N802 - the name of the library
        """Only be silent."""
        self.silent()


class Program:
    """Columns with bounds, equations over them, and at first no aim. One thread, no chance: the same calls give the same points."""

    def __init__(self, bounds: Sequence[Bounds], equations: Sequence[Equation], *, whole: Sequence[bool] = ()) -> None:
        self._solver = _Silent()  # type: ignore[no-untyped-call]
        for option, value in {"threads": 1, "random_seed": 0, "mip_max_nodes": 200, "simplex_strategy": PRIMAL}.items():
            self._solver.setOptionValue(option, value)
        self._aim: tuple[int, ...] = ()
        self._solver.passModel(_model(bounds, equations, whole))

    def bound(self, column: int, least: float, most: float) -> None:
        """Other bounds of a column from now on."""
        self._solver.changeColBounds(column, least, most)

    def least(self, costs: Mapping[int, float] | None, *, bounded: bool = False) -> Point | None:
        """The point at which costs by column are least, None where there is none; without costs those of the last one hold.

        `bounded`: only bounds changed since the last one.
        """
        if costs is not None:
            self._aim_at(costs)
        answered.give_way()
        self._solver.setOptionValue("simplex_strategy", DUAL if bounded else PRIMAL)
        self._solver.run()
        if self._solver.getModelStatus() not in SURE:
            self._solver.clearSolver()
            self._solver.setOptionValue("simplex_strategy", DUAL)
            self._solver.run()
        if self._solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return None
        return np.asarray(self._solver.getSolution().col_value, dtype=np.float64)

    def _aim_at(self, costs: Mapping[int, float]) -> None:
        for column in self._aim:
            if column not in costs:
                self._solver.changeColCost(column, 0.0)
        for column, cost in costs.items():
            self._solver.changeColCost(column, cost)
        self._aim = tuple(costs)


def _model(bounds: Sequence[Bounds], equations: Sequence[Equation], whole: Sequence[bool]) -> highspy.HighsLp:
    model = highspy.HighsLp()
    model.num_col_, model.num_row_ = len(bounds), len(equations)
    model.col_cost_ = np.zeros(len(bounds))
    model.col_lower_, model.col_upper_ = (np.array(side, dtype=np.float64) for side in zip(*bounds, strict=True))
    model.row_lower_ = np.array([line.least for line in equations], dtype=np.float64)
    model.row_upper_ = np.array([line.most for line in equations], dtype=np.float64)
    model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    model.a_matrix_.start_ = np.cumsum([0, *(len(line.terms) for line in equations)], dtype=np.int32)
    model.a_matrix_.index_ = np.array([column for line in equations for column, _factor in line.terms], dtype=np.int32)
    model.a_matrix_.value_ = np.array([factor for line in equations for _column, factor in line.terms], dtype=np.float64)
    if len(whole):
        model.integrality_ = [highspy.HighsVarType.kInteger if each else highspy.HighsVarType.kContinuous for each in whole]
    return model


def groups(size: int, rows: Iterable[Iterable[int]]) -> list[list[int]]:
    """The columns that hang together through rows, in order."""
    root = list(range(size))

    def find(column: int) -> int:
        while root[column] != column:
            root[column] = root[root[column]]
            column = root[column]
        return column

    for row in rows:
        first, *others = [find(column) for column in row]
        for other in others:
            root[find(other)] = find(first)
    found: dict[int, list[int]] = {}
    for column in range(size):
        found.setdefault(find(column), []).append(column)
    return list(found.values())
