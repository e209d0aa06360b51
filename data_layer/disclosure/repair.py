"""What to hide besides so that a hidden figure can no longer be worked out."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from data_layer.disclosure.audit import Audit, Broken
from data_layer.disclosure.program import INFINITE, Bounds, Equation, Point, Program
from data_layer.disclosure.whole import NEAR

# Up to here a deviation is an error of the arithmetic.
SMALL = 1e-4


@dataclass(frozen=True, slots=True)
class Cure:
    """Figures whose hiding meets a need, how far each left its bounds, what that costs, and a point that shows it."""

    variables: tuple[int, ...]
    left: tuple[float, ...]
    cost: float
    point: Point


class Repair:
    """The attacker's program with soft bounds: figures that are shown may leave what is shown of them, at a price.

    The cheapest point at which a hidden figure lies far enough out tells what to hide: the figures that had to leave their bounds.
    A second look, at which what had left costs little and the rest as before, gathers the price on few figures.
    """

    def __init__(self, audit: Audit, shown: Mapping[int, tuple[int, int]], weights: Mapping[int, float]) -> None:
        self._audit, self._weights = audit, weights
        size = len(audit.variables)
        bounds: list[Bounds] = [*audit.rigid, *[(0.0, INFINITE)] * (2 * len(shown))]
        self._soft = {variable: (size + 2 * place, size + 2 * place + 1) for place, variable in enumerate(shown)}
        soft = [
            Equation(((audit.column[variable], 1.0), (over, -1.0), (under, 1.0)), *map(float, shown[variable]))
            for variable, (over, under) in self._soft.items()
        ]
        self._program = Program(bounds, [*audit.equations, *soft])
        self.shown = set(shown)
        self._reached: dict[int, Bounds] = {}

    def hide(self, variable: int) -> None:
        """From now on the figure may be anything, at no price."""
        self.shown.discard(variable)

    def cure(self, broken: Broken) -> Cure | None:
        """The cheapest cure that was found; None where hiding everything would not meet the need."""
        return self._cheapest_of(broken, _targets(broken, self._audit.rigid[self._audit.column[broken.need.variable]]))

    def best(self, broken: Broken) -> Cure | None:
        """The cheapest step towards the bounds that hiding everything would leave; None where they are reached."""
        return self._cheapest_of(broken, self._outermost(broken))

    def _cheapest_of(self, broken: Broken, targets: Iterable[Bounds]) -> Cure | None:
        column = self._audit.column[broken.need.variable]
        least, most = self._reach(column)
        cures = [self._cheapest(column, (low, high)) for low, high in targets if low <= most + NEAR and high >= least - NEAR]
        return min((cure for cure in cures if cure is not None), key=lambda cure: cure.cost, default=None)

    def helps(self, broken: Broken) -> bool:
        """Whether hiding more would widen the bounds at all."""
        return bool(self._outermost(broken))

    def _outermost(self, broken: Broken) -> list[Bounds]:
        """The ends of the bounds if everything that can be hidden were hidden, as far as they lie outside those found."""
        column = self._audit.column[broken.need.variable]
        least, most = self._reach(column)
        ends = [] if most < broken.most + NEAR else [(most - NEAR, self._audit.rigid[column][1])]
        return ends if least > broken.least - NEAR else [*ends, (self._audit.rigid[column][0], least + NEAR)]

    def _reach(self, column: int) -> Bounds:
        """How far a figure could go if everything that can be hidden were hidden."""
        if column not in self._reached:
            low, high = (self._program.least({column: side}) for side in (1.0, -1.0))
            truth = self._audit.truth[column]
            self._reached[column] = (truth if low is None else float(low[column]), truth if high is None else float(high[column]))
        return self._reached[column]

    def next_to(self, variable: int) -> int | None:
        """The cheapest figure still shown in a sum with this one, else of all; None where nothing is shown any more."""
        column = self._audit.column[variable]
        lines = ([place for place, _factor in line.terms] for line in self._audit.equations)
        near = {self._audit.variables[place] for line in lines if column in line for place in line}
        choices = sorted(near & self.shown) or sorted(self.shown)
        return min(choices, key=lambda choice: self._weights[choice], default=None)

    def _cheapest(self, column: int, bounds: Bounds) -> Cure | None:
        self._program.bound(column, *bounds)
        prices = {variable: self._weights[variable] for variable in self.shown}
        best = self._cure(prices)
        if best is not None and len(best.variables) > 1:
            left = zip(best.variables, best.left, strict=True)
            prices |= {variable: self._weights[variable] / (1.0 + far) for variable, far in left}
            second = self._cure(prices)
            best = min((best, second), key=lambda cure: cure.cost) if second is not None else best
        self._program.bound(column, *self._audit.rigid[column])
        return best

    def _cure(self, prices: Mapping[int, float]) -> Cure | None:
        point = self._program.least({side: price for variable, price in sorted(prices.items()) for side in self._soft[variable]})
        if point is None:
            return None
        far = {variable: abs(float(point[over] - point[under])) for variable, (over, under) in self._soft.items() if variable in prices}
        left = {variable: distance for variable, distance in sorted(far.items()) if distance > SMALL}
        cost = sum(self._weights[variable] for variable in left)
        return Cure(tuple(left), tuple(left.values()), cost, point[: len(self._audit.variables)])


def _targets(broken: Broken, rigid: Bounds) -> Sequence[Bounds]:
    """Where a figure would have to be able to lie so that its bounds are wide enough: further up, or further down."""
    need, (least, most) = broken.need, rigid
    up, down = broken.least + need.width, broken.most - need.width
    reaches = (broken.most >= need.high - NEAR, broken.least <= need.low + NEAR)
    if need.both:
        targets: Iterable[Bounds] = [(least, need.low)] if reaches[0] else [(need.high, most)]
    else:
        fine = any(reaches)
        targets = [(up if fine else max(up, need.high), most), (least, down if fine else min(down, need.low))]
    return [(low, high) for low, high in targets if low <= high]
