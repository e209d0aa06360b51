"""A table of a release as it goes in: true values, and which figures mean the same."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from itertools import product

TOTAL = ""
# The dimension that names networks.
NETWORK = "network"
# The dimension that names indicators: whom one of them counts may be counted in any other table too.
INDICATOR = "indicator"

Position = tuple[str, str]
Coordinate = tuple[str, tuple[str, ...]]


class Unit(StrEnum):
    """What a table counts. Persons and answers fall under the threshold, money under dominance, organisations under nothing."""

    PERSONS = "persons"
    ANSWERS = "answers"
    ORGANISATIONS = "organisations"
    MONEY = "money"


COUNTED = frozenset({Unit.PERSONS, Unit.ANSWERS})


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one contributor (a micro project or giver, by a name of its own) put into a cell, in minor units.

    `source`: where the amount is public already, else None. ValueError for a negative amount.
    """

    contributor: str
    amount: int
    source: str | None = None

    def __post_init__(self) -> None:
        if self.amount < 0:
            raise ValueError("an amount that is given is not negative")


@dataclass(frozen=True, slots=True)
class Dimension:
    """One side of a table; `merged` says which codes a merged code stands for."""

    name: str
    codes: tuple[str, ...]
    merged: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def atoms(self, code: str) -> tuple[str, ...]:
        """The codes that a code stands for, sorted."""
        return tuple(sorted(self.merged.get(code, (code,))))


@dataclass(frozen=True, slots=True, order=True)
class Key:
    """What a figure means, wherever it stands: of which measure, for which codes of which dimensions; a dimension left out is whole."""

    measure: str
    scope: tuple[Coordinate, ...]

    def codes(self, dimension: str) -> tuple[str, ...]:
        """The codes of a dimension that it covers; none where it covers all of it."""
        return next((codes for name, codes in self.scope if name == dimension), ())

    def without(self, dimension: str) -> "Key":
        """The same for everything in that dimension."""
        return Key(self.measure, tuple(part for part in self.scope if part[0] != dimension))

    def at(self, dimension: str, codes: tuple[str, ...]) -> "Key":
        """The same for these codes of a dimension."""
        return Key(self.measure, tuple(sorted((*self.without(dimension).scope, (dimension, codes)))))


@dataclass(frozen=True, slots=True, order=True)
class Sum:
    """A total and the parts that it is the sum of."""

    total: Key
    parts: tuple[Key, ...]


@dataclass(frozen=True)
class Table:
    """At most two dimensions with totals; a position is (row code, column code), `TOTAL` for a whole side.

    Without columns the inner cells are (row, TOTAL). `where` says of which period, networks and so on everything is: say it always,
    because two tables are linked by it (the same measure for the same codes is the same figure). `values` holds the inner cells, left out
    means 0; money has `contributions` in place of them. `certain` says of figures in which somebody may be counted twice, totals too, how
    many different people are in them at least; left out means all. `empty` names inner cells in which, as everybody can see, nobody can be.
    `totals`: whether the cells add up; without that no total is shown. ValueError for a position that the table does not have.
    """

    code: str
    unit: Unit
    measure: str
    rows: Dimension
    columns: Dimension | None = None
    where: tuple[Coordinate, ...] = ()
    values: Mapping[Position, int] = field(default_factory=dict)
    contributions: Mapping[Position, tuple[Contribution, ...]] = field(default_factory=dict)
    certain: Mapping[Position, int] = field(default_factory=dict, compare=False)
    empty: frozenset[Position] = frozenset()
    totals: bool = True

    def __post_init__(self) -> None:
        strange = {*self.values, *self.contributions, *self.empty} - set(self.inner)
        if strange:
            raise ValueError(f"{self.code} has no inner cell {min(strange)}")
        if any(value < 0 for value in self.values.values()) or any(self.values.get(position) for position in self.empty):
            raise ValueError(f"{self.code} has a cell that cannot be")

    @cached_property
    def inner(self) -> tuple[Position, ...]:
        """The inner cells, row by row."""
        return tuple(product(self.rows.codes, self.columns.codes if self.columns else (TOTAL,)))

    @cached_property
    def positions(self) -> tuple[Position, ...]:
        """Everything that can be shown: the inner cells, then the totals."""
        if not self.totals:
            return self.inner
        sides = [*((row, TOTAL) for row in self.rows.codes), *((TOTAL, column) for column in self.columns.codes)] if self.columns else []
        return (*self.inner, *sides, (TOTAL, TOTAL))

    def key(self, position: Position) -> Key:
        """What the figure at a position means."""
        scope = dict(self.where)
        for dimension, code in zip((self.rows, self.columns), position, strict=True):
            if dimension is not None and code != TOTAL:
                scope[dimension.name] = dimension.atoms(code)
        return Key(self.measure, tuple(sorted((name, tuple(sorted(codes))) for name, codes in scope.items())))

    @cached_property
    def keys(self) -> dict[Position, Key]:
        """What the figure at each position means."""
        return {position: self.key(position) for position in self.positions}

    def covered(self, position: Position) -> Iterator[Position]:
        """The inner cells that the figure at a position is the sum of."""
        row, column = position
        if row != TOTAL and (column != TOTAL or self.columns is None):
            return iter((position,))
        return (cell for cell in self.inner if row in (TOTAL, cell[0]) and column in (TOTAL, cell[1]))

    @cached_property
    def amounts(self) -> dict[Position, int]:
        """The true value at each position: a count, or minor units."""
        return {position: sum(map(self._amount, self.covered(position))) for position in self.positions}

    def _amount(self, cell: Position) -> int:
        if self.unit == Unit.MONEY:
            return sum(part.amount for part in self.contributions.get(cell, ()))
        return self.values.get(cell, 0)

    def givers(self, position: Position) -> tuple[Contribution, ...]:
        """Who gave how much at a position, one line for each contributor and whether it is public, the largest first."""
        sums: Counter[tuple[str, bool]] = Counter()
        sources: dict[tuple[str, bool], str | None] = defaultdict(lambda: None)
        for part in (part for cell in self.covered(position) for part in self.contributions.get(cell, ())):
            sums[part.contributor, bool(part.source)] += part.amount
            sources[part.contributor, bool(part.source)] = part.source
        lines = [Contribution(name, amount, sources[name, public]) for (name, public), amount in sums.items() if amount]
        return tuple(sorted(lines, key=lambda line: (-line.amount, line.contributor, bool(line.source))))

    @cached_property
    def sums(self) -> tuple[Sum, ...]:
        """Each total of the table with its parts."""
        if not self.totals:
            return ()
        rows, columns = self.rows.codes, self.columns.codes if self.columns else ()
        lines = [((row, TOTAL), [(row, column) for column in columns]) for row in rows if columns]
        lines += [((TOTAL, column), [(row, column) for row in rows]) for column in columns]
        lines.append(((TOTAL, TOTAL), [(row, TOTAL) for row in rows]))
        if columns:
            lines.append(((TOTAL, TOTAL), [(TOTAL, column) for column in columns]))
        return tuple(Sum(self.keys[total], tuple(self.keys[part] for part in parts)) for total, parts in lines)
