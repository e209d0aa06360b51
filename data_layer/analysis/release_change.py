"""Two releases side by side: the figures of both, and what changed, told only as far as both show it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from data_layer.disclosure.rules import Rules
from data_layer.releases.released import FigureTable, ReleasedIndicator, ReleasedTables, Tally

# Counts of these are thresholded and rounded: what changed is told from the threshold on.
OF_PEOPLE = ("persons", "answers")
THRESHOLD = Rules().k
# Tables that every release has: code, what its codes are, and the protected table that says the same.
TALLIES = (("became", "became", "projects_by_format"), ("phases", "phase", "projects_by_phase"), ("ends", "end_state", "projects_by_end"))
# Tables of the values of chosen indicators: those that count persons, and all others.
PEOPLE_WATCHED, WATCHED, VALUE = "indicators_of_people", "indicators_of_others", "value"

Place = tuple[str | None, str | None]


class Told(StrEnum):
    """What can be said of one figure: its change; that one side hides it; that one side does not have it; that too little changed."""

    CHANGE = "change"
    HIDDEN = "hidden"
    ABSENT = "absent"
    SMALL = "small"


@dataclass(frozen=True, slots=True)
class FigureChange:
    """One figure in both releases; `row` and `column` None are totals. `change` is there only where `told` says so."""

    row: str | None
    column: str | None
    before: int | None
    after: int | None
    told: Told
    change: int | None


@dataclass(frozen=True, slots=True)
class TableChange:
    """A table that both releases have."""

    code: str
    unit: str
    of_rows: str
    of_columns: str | None
    figures: tuple[FigureChange, ...]


def changes(before: ReleasedTables, after: ReleasedTables) -> list[TableChange]:
    """The tables of both releases, in the order of the later one. Nothing here is more than what a reader of both can see."""
    earlier, later = _tables(before), _tables(after)
    return [_change(earlier[code], table) for code, table in later.items() if code in earlier and _alike(earlier[code], table)]


def _tables(tables: ReleasedTables) -> dict[str, FigureTable]:
    found = {table.code: table for table in tables.figures}
    for code, vocabulary, same in TALLIES:
        if same not in found:
            found[code] = _tallied(code, vocabulary, getattr(tables, code))
    return found | {table.code: table for table in _watched(tables.indicators)}


def _watched(indicators: Sequence[ReleasedIndicator]) -> Iterator[FigureTable]:
    """The values of chosen indicators by their names; those of persons apart, for what changed of them is told from the threshold on."""
    for code, unit, persons in ((PEOPLE_WATCHED, "persons", True), (WATCHED, "organisations", False)):
        lines = [line for line in indicators if line.of_persons == persons and (line.value is not None or VALUE in line.hidden)]
        if lines:
            names = tuple(" – ".join((line.name, ", ".join(filter(None, (line.network, line.about))))) for line in lines)
            yield FigureTable(code, unit, "name", names, None, (), False, tuple((line.value,) for line in lines))


def _tallied(code: str, vocabulary: str, tallies: Sequence[Tally]) -> FigureTable:
    codes, cells = tuple(tally.code for tally in tallies), tuple((tally.n,) for tally in tallies)
    return FigureTable(code, "projects", vocabulary, codes, None, (), False, cells)


def _alike(one: FigureTable, other: FigureTable) -> bool:
    """Whether the tables count the same by the same."""
    return (one.unit, one.of_rows, one.of_columns) == (other.unit, other.of_rows, other.of_columns)


def _change(before: FigureTable, after: FigureTable) -> TableChange:
    earlier, later = dict(_figures(before)), dict(_figures(after))
    places = [*later, *(place for place in earlier if place not in later)]
    told = tuple(_figure(place, before.unit, earlier, later) for place in places)
    return TableChange(after.code, after.unit, after.of_rows, after.of_columns, told)


def _figures(table: FigureTable) -> Iterator[tuple[Place, int | None]]:
    rows: list[str | None] = [*table.rows, *([None] if table.totals else [])]
    columns: list[str | None] = [*table.columns, *([None] if table.totals or not table.columns else [])]
    for row, line in zip(rows, table.cells, strict=True):
        for column, cell in zip(columns, line, strict=True):
            yield (row, column), cell


def _figure(place: Place, unit: str, earlier: dict[Place, int | None], later: dict[Place, int | None]) -> FigureChange:
    before, after = earlier.get(place), later.get(place)
    if place not in earlier or place not in later:
        return FigureChange(*place, before, after, Told.ABSENT, None)
    if before is None or after is None:
        return FigureChange(*place, before, after, Told.HIDDEN, None)
    change = after - before
    if unit in OF_PEOPLE and 0 < abs(change) < THRESHOLD:
        return FigureChange(*place, before, after, Told.SMALL, None)
    return FigureChange(*place, before, after, Told.CHANGE, change)
