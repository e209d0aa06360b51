"""Indicators that are chosen for a release: what they showed last in its period, and how it is protected and stored."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from data_layer.disclosure.protection import HiddenCell, Protection
from data_layer.disclosure.table import INDICATOR, NETWORK, TOTAL, Dimension, Table, Unit
from data_layer.models import Indicator, MicroProject, Network, Observation, Pilot
from data_layer.personal import contacts_in
from data_layer.problem import Problem
from data_layer.releases.composition import VALUES, Hidden, Period
from data_layer.releases.recorded import live
from data_layer.releases.released import ReleasedIndicator
from data_layer.vocabulary import EvaluationLevel, IndicatorKind

BASELINE, VALUE = "baseline", "value"
MOST_OFFERED = 500
# One table for each network and each of the two, so that a figure is the same one in every release, whatever else is in it.
SEPARATOR = ":"


@dataclass(frozen=True, slots=True)
class OfferedIndicator:
    """An indicator whose value can be released; `about` names its micro project or pilot, None for a whole LEN."""

    id: int
    name: str
    network_id: int
    network: str
    about: str | None
    kind: str
    of_persons: bool


@dataclass(frozen=True, slots=True)
class Watched:
    """A chosen indicator: `row` as recorded, what it showed last in the period (a row too, None where nothing), and how often it was
    looked at.
    """

    row: Any
    last: Any
    observed: int

    @property
    def of_persons(self) -> bool:
        """Whether its numbers are protected like counts of persons."""
        return counts_persons(self.row)

    @property
    def name(self) -> str:
        """What it is called where it could be mistaken for another."""
        return " – ".join((self.row.name, ", ".join(part for part in (self.row.network, self.row.about) if part)))

    def number(self, column: str) -> int | None:
        """Its baseline or its value, None where that is not known."""
        found: int | None = self.row.baseline if column == BASELINE else self.last and self.last.value
        return None if self.of_persons and found is not None and found < 0 else found


def counts_persons(row: Any) -> bool:
    """Whether an indicator counts persons: where it is said, and where it counts something of single people, whatever is said."""
    return bool(row.of_persons or (row.kind == IndicatorKind.COUNTED and row.level == EvaluationLevel.INDIVIDUAL))


def offered_indicators(session: Session, network_ids: Collection[int]) -> list[OfferedIndicator]:
    """Those of these LENs, by LEN and name, without those whose name holds an address or a number of a person. One statement.

    One more than MOST_OFFERED where there are more.
    """
    query = _of_networks(*_about()).where(live(Indicator, tuple(network_ids)))
    rows = session.execute(query.order_by(Network.name, Indicator.name, Indicator.id).limit(MOST_OFFERED + 1))
    return [
        OfferedIndicator(row.id, row.name, row.network_id, row.network, row.about, row.kind, counts_persons(row))
        for row in rows
        if not contacts_in(row.name)
    ]


def indicator_rows(session: Session, ids: Sequence[int], chosen: Collection[int]) -> Sequence[Any]:
    """All indicators of these networks, the chosen ones once for each observation: the latest first, undated ones at the end.

    One statement.
    """
    seen = sa.and_(Observation.indicator_id == Indicator.id, Indicator.id.in_(chosen), Observation.trashed_by.is_(None))
    columns = (Observation.id.label("seen"), Observation.day_first, Observation.day_last, Observation.value)
    query = _of_networks(*_about(), *columns, Observation.source.label("seen_in")).outerjoin(Observation, seen)
    order = (Network.name, Indicator.name, Indicator.id, Observation.day_last.desc().nulls_last(), Observation.id.desc())
    return session.execute(query.where(live(Indicator, ids)).order_by(*order)).all()


def counted_by_level(rows: Iterable[Any]) -> Counter[tuple[str, str]]:
    """How many indicators there are, by level and kind."""
    kinds = {row.id: (row.level, row.kind) for row in rows}
    return Counter(kinds.values())


def watched(rows: Iterable[Any], chosen: Collection[int], period: Period) -> list[Watched]:
    """The chosen indicators. Problem("indicator_not_offered") where one is not among the rows, or has a name that must not be released."""
    found: dict[int, list[Any]] = defaultdict(list)
    for row in rows:
        if row.id in chosen and not contacts_in(row.name):
            found[row.id].append(row)
    if set(chosen) - found.keys():
        raise Problem("indicator_not_offered", "indicator")
    return [_watched(each, period) for each in found.values()]


def _watched(rows: Sequence[Any], period: Period) -> Watched:
    inside = [row for row in rows if row.seen is not None and period.holds(row.day_last)]
    return Watched(rows[0], next((row for row in inside if row.value is not None), None), len(inside))


def value_tables(found: Sequence[Watched]) -> Iterator[Table]:
    """The numbers of persons among them as they go into disclosure control; all others are shown as they are."""
    for column in (BASELINE, VALUE):
        by_network: dict[str, dict[str, int]] = defaultdict(dict)
        for each in found:
            number = each.number(column)
            if each.of_persons and number is not None:
                by_network[str(each.row.network_id)][str(each.row.id)] = number
        for network, numbers in by_network.items():
            rows, values = Dimension(INDICATOR, tuple(numbers)), {(code, TOTAL): number for code, number in numbers.items()}
            where = ((NETWORK, (network,)),)
            code = f"{VALUES}{SEPARATOR}{column}{SEPARATOR}{network}"
            yield Table(code, Unit.PERSONS, f"{INDICATOR}_{column}", rows, where=where, values=values, totals=False)


def released_indicators(found: Sequence[Watched], protection: Protection) -> tuple[ReleasedIndicator, ...]:
    """What readers get of them."""
    cells: dict[tuple[str, str], int | None] = {}
    for shown in protection.shown:
        if column := _column(shown.code):
            cells |= {(row, column): cell for (row, _total), cell in shown.cells.items()}
    return tuple(_released(each, cells) for each in found)


def _released(each: Watched, cells: Mapping[tuple[str, str], int | None]) -> ReleasedIndicator:
    row, last = each.row, each.last
    places = {column: (str(row.id), column) for column in (BASELINE, VALUE)}
    numbers = {column: cells.get(place, None if each.of_persons else each.number(column)) for column, place in places.items()}
    return ReleasedIndicator(
        name=row.name,
        code=row.code,
        network=row.network,
        about=row.about,
        level=row.level,
        kind=row.kind,
        of_persons=each.of_persons,
        unit=row.unit,
        baseline=numbers[BASELINE],
        target=row.target,
        value=numbers[VALUE],
        day=(last.day_first, last.day_last) if last is not None else (None, None),
        source=_source(last.seen_in if last is not None else row.source),
        observed=each.observed,
        hidden=tuple(column for column, place in places.items() if place in cells and cells[place] is None),
    )


def hidden_indicators(found: Sequence[Watched], cells: Iterable[HiddenCell]) -> tuple[Hidden, ...]:
    """What of them is hidden and why, for the leader."""
    names = {str(each.row.id): each.name for each in found}
    columns = ((cell, _column(cell.table)) for cell in cells)
    return tuple(Hidden(VALUES, names[cell.position[0]], column, str(cell.reason)) for cell, column in columns if column)


def _column(code: str) -> str:
    """Which of the two a table holds; "" where it is of no indicator."""
    kind, _separator, rest = code.partition(SEPARATOR)
    return rest.partition(SEPARATOR)[0] if kind == VALUES else ""


def _source(source: str | None) -> str | None:
    """A source that names an address or a number of a person is not told."""
    return None if source is None or contacts_in(source) else source


def _about() -> tuple[Any, ...]:
    of = sa.func.coalesce(MicroProject.name, Pilot.name).label("about")
    what = (Indicator.name, Indicator.code, Indicator.level, Indicator.kind, Indicator.of_persons, Indicator.unit)
    return (
        Indicator.id,
        Indicator.network_id,
        Network.name.label("network"),
        of,
        *what,
        Indicator.baseline,
        Indicator.target,
        Indicator.source,
    )


def _of_networks(*columns: Any) -> sa.Select[Any]:
    return (
        sa.select(*columns)
        .join(Network, Network.id == Indicator.network_id)
        .outerjoin(MicroProject, MicroProject.id == Indicator.micro_project_id)
        .outerjoin(Pilot, Pilot.id == Indicator.pilot_id)
    )
