"""What holds because every figure is a number of people, or money, in cells that no figure divides."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Set

import numpy as np

from data_layer.disclosure.cells import Cells, families
from data_layer.disclosure.program import INFINITE, Equation, Point, Program
from data_layer.disclosure.rules import Rules
from data_layer.disclosure.system import Place, System
from data_layer.disclosure.table import Key
from data_layer.disclosure.whole import NEAR, TURNS, next_whole

# So much rather a figure of an earlier release is off than one of the release of the same data.
OWN = 1000.0


def add_cells(made: System, rules: Rules, again: Set[tuple[str, str]], *, carried: bool) -> None:
    """The cells of each measure: what releases of the same data tell is of the same cells, of other data of cells of its own.

    `carried`: in place of that only those of the last data, of which all counts that earlier releases told are too, as if nobody had come
    or gone since; where that cannot be, as few as possible.
    """
    measures: dict[str, list[Place]] = defaultdict(list)
    for place in made.places:
        for measure in sorted({key.measure for key in place}):
            measures[measure].append({key: stood for key, stood in place.items() if key.measure == measure})
    for places in measures.values():
        states = _states(made, places, again)
        counted = next(iter(states[0].values())).fact.is_count
        if not carried:
            for state in states:
                _add_state(made, state, {}, again)
        elif counted and len(states) > 1:
            before = {key: stood for state in reversed(states) for key, stood in state.items() if key not in states[0]}
            made.carried.update(_add_state(made, states[0], before, again, rules.k))


def _states(made: System, places: list[Place], again: Set[tuple[str, str]]) -> list[Place]:
    """The figures of each state of the data, the latest first: releases that may be of the same data are taken to be."""
    states: list[Place] = []
    for place in places:
        found = next((state for state in states if _fits(made, state, place, again)), None)
        if found is None:
            states.append(dict(place))
        else:
            found.update(place)
    return states


def _fits(made: System, state: Place, place: Place, again: Set[tuple[str, str]]) -> bool:
    """Whether what a release told may be of these data: no figure changed, and there are cells that hold all of it."""
    common, both = state.keys() & place.keys(), {**state, **place}
    unchanged = all((state[key].variable, state[key].shift) == (place[key].variable, place[key].shift) for key in common)
    return unchanged and (len(both) == len(state) or _exact(made, both, again))


def _exact(made: System, figures: Place, again: Set[tuple[str, str]]) -> bool:
    return not any(_off(made, {key: figures[key] for key in keys}, Cells(keys, again), keys) for keys in families(figures, again))


def _add_state(made: System, state: Place, before: Place, again: Set[tuple[str, str]], few: int = 0) -> list[int]:
    """Cells whose sums figures are, and those of before as far as they can be by fewer than `few`; returns the cells."""
    figures, added = {**state, **before}, []
    counted = next(iter(figures.values())).fact.is_count
    for keys in families(figures, again):
        cells = Cells(keys, again)
        numbers = [made.add_cell(counted=counted) for _ in range(cells.size)]
        added += numbers
        off = _off(made, {key: figures[key] for key in keys}, cells, state) if before else {}
        for key in keys:
            stood, more = figures[key], off.get(key, 0.0)
            if key in state or abs(more) < few:
                made.say([(stood.variable, -1), *((numbers[cell], 1) for cell in cells.of(key))], stood.shift - more)
        for terms in cells.order():
            made.say([*((numbers[cell], factor) for cell, factor in terms), (made.add_cell(counted=counted), -1)], 0)
    return added


def _off(made: System, figures: Place, cells: Cells, own: Collection[Key]) -> Mapping[Key, float]:
    """By how much figures are more than cells could hold at once, as little as possible."""
    bounds = [(0.0, INFINITE)] * (cells.size + 2 * len(figures))
    lines: list[Equation] = []
    costs: dict[int, float] = {}
    for place, (key, stood) in enumerate(figures.items()):
        over, under = cells.size + 2 * place, cells.size + 2 * place + 1
        truth = float(made.truth[stood.variable] + stood.shift)
        lines.append(Equation((*((cell, 1.0) for cell in cells.of(key)), (over, 1.0), (under, -1.0)), truth, truth))
        costs |= dict.fromkeys((over, under), OWN if key in own else 1.0)
    lines += (Equation(tuple((cell, float(factor)) for cell, factor in terms), 0.0, INFINITE) for terms in cells.order())
    point = _whole(Program(bounds, lines), costs)
    found = {key: float(point[cells.size + 2 * place] - point[cells.size + 2 * place + 1]) for place, key in enumerate(figures)}
    return {key: more for key, more in found.items() if abs(more) > NEAR}


def _whole(program: Program, costs: Mapping[int, float]) -> Point:
    """The point at which costs are least, with whole numbers in what costs, as far as can be: people are whole.

    Half a person too many would leave an attacker fewer whole points than there are.
    """
    point = program.least(costs)
    assert point is not None
    counted = np.zeros(len(point), dtype=np.bool_)
    counted[list(costs)] = True
    for _turn in range(TURNS):
        fresh = next_whole(point, counted)
        for column, value in fresh.items():
            program.bound(column, value, value)
        more = program.least(costs, bounded=True) if fresh else None
        if more is None:
            break
        point = more
    return point
