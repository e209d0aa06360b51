"""Which groups to merge so that something hidden is shown again."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from data_layer.disclosure.protection import DEFAULT, Protection, protect
from data_layer.disclosure.rules import Rules
from data_layer.disclosure.table import COUNTED, TOTAL, Contribution, Dimension, Position, Table

JOIN = "+"


@dataclass(frozen=True, slots=True)
class Merge:
    """Two codes of a dimension taken together. `shows`: how many people of hidden cells would then be in a cell that is shown, rounded
    to 5 so that the estimate tells a leader no more than the preview; `cells`: how many hidden cells would be gone."""

    table: str
    dimension: str
    codes: tuple[str, str]
    shows: int
    cells: int


def merged(table: Table, dimension: str, codes: tuple[str, ...]) -> Table:
    """The table with these codes of a dimension as one, whose code is theirs joined by "+". ValueError for an unknown dimension."""
    sides = [table.rows.name, table.columns.name if table.columns else None]
    if dimension not in sides:
        raise ValueError(f"{table.code} has no dimension {dimension}")
    side = sides.index(dimension)
    old = (table.rows, table.columns)[side]
    assert old is not None
    name = JOIN.join(codes)
    place = {code: name if code in codes else code for code in old.codes}
    atoms = tuple(sorted(atom for code in codes for atom in old.atoms(code)))
    kept = {code: parts for code, parts in old.merged.items() if code not in codes}
    new = Dimension(old.name, tuple(dict.fromkeys(place.values())), {**kept, name: atoms})
    return _with(table, side, new, place)


def _with(table: Table, side: int, new: Dimension, place: dict[str, str]) -> Table:
    def moved(cell: Position) -> Position:
        return (place[cell[0]], cell[1]) if side == 0 else (cell[0], place[cell[1]])

    values: Counter[Position] = Counter()
    contributions: dict[Position, tuple[Contribution, ...]] = defaultdict(tuple)
    for cell, value in table.values.items():
        values[moved(cell)] += value
    for cell, parts in table.contributions.items():
        contributions[moved(cell)] += parts
    crowded = {moved(cell) for cell in table.inner if cell not in table.empty}
    empty = frozenset({moved(cell) for cell in table.inner} - crowded)
    changed = {"rows": new} if side == 0 else {"columns": new}
    return replace(table, values=dict(values), contributions=dict(contributions), empty=empty, **changed)  # type: ignore[arg-type]


def merges(protection: Protection, rules: Rules = DEFAULT, *, most: int = 3) -> tuple[Merge, ...]:
    """For each table of people with something hidden, up to `most` merges of two rows or two columns that would show most people again.

    An estimate: the merged table is protected by itself, without its sisters and earlier releases, which may hide more.
    """
    found = []
    for table in protection.basis.tables:
        if table.unit in COUNTED:
            hidden = {position for position, key in table.keys.items() if key in protection.basis.hidden}
            tried = [_tried(table, dimension, pair, hidden, rules) for dimension, pair in _pairs(table, hidden, rules, most)]
            useful = sorted((merge for merge in tried if merge.shows), key=lambda merge: (-merge.shows, -merge.cells, merge.codes))
            found += useful[:most]
    return tuple(found)


def _pairs(table: Table, hidden: set[Position], rules: Rules, most: int) -> Sequence[tuple[str, tuple[str, str]]]:
    """The pairs worth trying out: those that lift most people over the threshold."""
    ranked = []
    for side, dimension in enumerate((table.rows, table.columns)):
        if dimension is None or len(dimension.codes) < 3:
            continue
        others = {cell[1 - side] for cell in table.inner}
        for pair in combinations(dimension.codes, 2):
            gain = sum(
                _gain(table, hidden, [(code, other) if side == 0 else (other, code) for code in pair], rules) for other in sorted(others)
            )
            ranked.append((-gain, dimension.name, pair))
    return [(name, pair) for gain, name, pair in sorted(ranked)[: 2 * most] if gain]


def _gain(table: Table, hidden: set[Position], cells: Sequence[Position], rules: Rules) -> int:
    together = sum(table.amounts[cell] for cell in cells)
    return sum(table.amounts[cell] for cell in cells if cell in hidden) if together >= rules.k else 0


def _tried(table: Table, dimension: str, pair: tuple[str, str], hidden: set[Position], rules: Rules) -> Merge:
    after = protect([merged(table, dimension, pair)], rules)
    still = sum(cell.position[0] != TOTAL and (table.columns is None or cell.position[1] != TOTAL) for cell in after.hidden)
    before = [position for position in hidden if position in set(table.inner)]
    left = sum(table.amounts[position] for position in before) - sum(
        after.basis.tables[0].amounts[cell.position] for cell in after.hidden if cell.position in set(after.basis.tables[0].inner)
    )
    return Merge(table.code, dimension, pair, 5 * max(0, round(left / 5)), max(0, len(before) - still))
