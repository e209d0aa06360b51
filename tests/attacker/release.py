"""From a programme to the tables of a release, and from those to what an attacker gets to see."""

from collections import Counter, defaultdict
from dataclasses import dataclass, replace

from data_layer.disclosure.primary import primary
from data_layer.disclosure.protection import Protection
from data_layer.disclosure.rules import rounded
from data_layer.disclosure.table import COUNTED, TOTAL, Contribution, Dimension, Position, Table, Unit
from tests.attacker.programme import DIMENSIONS, PERSON_TABLES, Programme
from tests.attacker.story import Asked

Box = tuple
# The side of different persons by year: no code of it is a part of the whole.
CAME = "came"


@dataclass(frozen=True)
class Seen:
    """A table as it lies before an attacker; None is the mark. A `box` is what a cell is about: its codes by side, a side left out is
    whole. `truth`, `givers` and `secret` are for judging him only.
    """

    measure: str
    unit: str
    totals: bool
    codes: tuple[tuple[str, ...], ...]
    boxes: dict[Position, Box]
    cells: dict[Position, int | None]
    truth: dict[Position, int]
    public: dict[Position, int]
    secret: dict[Position, int]
    givers: dict[Position, dict[str, int]]


def tables(made: Programme, asked: Asked) -> list[Table]:
    """The tables of a release, networks named only here and there."""
    found = [_people(made, asked, sides, year) for sides, by_year in PERSON_TABLES for year in (asked.years if by_year else (None,))]
    level, position = _side("level", made.codes["level"], asked)
    answers: Counter = Counter()
    for (side, code), number in made.answers.items():
        answers[side, position[code]] += number
    found.append(Table("levels", Unit.ANSWERS, "answers", Dimension("side", made.codes["side"]), level, values=dict(answers)))
    return [*found, *_reached(made, asked), *_money(made, asked)]


def _side(name: str, codes, asked: Asked) -> tuple[Dimension, dict[str, str]]:
    """A side with what was merged, and under which of its codes each code counts."""
    position = {code: code for code in codes}
    for merged in asked.merged.get(name, ()):
        position |= dict.fromkeys(merged, "+".join(merged))
    several = {"+".join(merged): merged for merged in asked.merged.get(name, ())}
    return Dimension(name, tuple(dict.fromkeys(position.values())), several), position


def _people(made: Programme, asked: Asked, sides, year: str | None) -> Table:
    years = asked.years if year is None else (year,)
    limits = {"network": asked.networks, "year": years, "group": made.codes["group"], "phase": made.codes["phase"]}
    found = [_side(side, limits[side], asked) for side in sides]
    places = [DIMENSIONS.index(side) for side in sides]
    values: Counter = Counter()
    for place, number in made.people.items():
        if place[0] in asked.networks and place[3] in years:
            codes = [position[place[side]] for side, (_dimension, position) in zip(places, found, strict=True)]
            values[codes[0], codes[1] if len(codes) > 1 else TOTAL] += number
    rows, *columns = [dimension for dimension, _position in found]
    where = (("network", asked.networks), ("year", years))
    return Table(f"{sides}{years}", Unit.PERSONS, "persons", rows, columns[0] if columns else None, where, dict(values))


def _reached(made: Programme, asked: Asked) -> list[Table]:
    """Different persons, over all years and in each: who came in two years counts in both and once over all."""
    groups, position = _side("group", made.codes["group"], asked)
    over_all: Counter = Counter()
    by_year: Counter = Counter()
    for (network, group, years), number in made.reached.items():
        came = set(years) & set(asked.years)
        if network in asked.networks and came:
            over_all[position[group], TOTAL] += number
            for year in came:
                by_year[position[group], year] += number
    where = (("network", asked.networks), (CAME, asked.years))
    years = Dimension(CAME, asked.years)
    return [
        Table("reached", Unit.PERSONS, "reached", groups, None, where, dict(over_all)),
        Table("reached-years", Unit.PERSONS, "reached", groups, years, where, dict(by_year), totals=False),
    ]


def _money(made: Programme, asked: Asked) -> list[Table]:
    cells, by_year = defaultdict(list), defaultdict(list)
    for (network, instrument, year, giver), amount in sorted(made.money.items()):
        if network in asked.networks and year in asked.years:
            part = Contribution(giver, amount, "journal" if (network, instrument, year, giver) in made.public else None)
            cells[instrument, year].append(part)
            by_year[year, TOTAL].append(part)
    where = (("network", asked.networks), ("year", asked.years))
    rows, years = Dimension("instrument", made.codes["instrument"]), Dimension("year", asked.years)
    given = {"contributions": {place: tuple(parts) for place, parts in cells.items()}}
    yearly = {"contributions": {place: tuple(parts) for place, parts in by_year.items()}}
    return [
        Table("money", Unit.MONEY, "money", rows, years, where, **given),
        Table("money-year", Unit.MONEY, "money", years, None, where, **yearly),
    ]


def primary_only(protection: Protection) -> list[Seen]:
    """The same release if nothing were hidden but what is under the threshold or dominated."""
    rules = protection.basis.rules
    first = primary(protection.basis.tables, rules)
    found = []
    for table, shown in zip(protection.basis.tables, protection.shown, strict=True):
        cells = {
            place: None if table.keys[place] in first else rounded(value, rules.k) if table.unit in COUNTED else value
            for place, value in table.amounts.items()
        }
        found.append(_seen(table, replace(shown, cells=cells)))
    return found


def seen(protection: Protection) -> list[Seen]:
    """What a reader of the release has before him."""
    return [_seen(table, shown) for table, shown in zip(protection.basis.tables, protection.shown, strict=True)]


def unprotected(made: Programme, asked: Asked) -> list[Seen]:
    """The same tables of other data as nobody sees them: to know what changed."""
    return different(tables(made, asked))


def different(others: list[Table]) -> list[Seen]:
    """Tables of other data."""
    return [_seen(table, table) for table in others]


def _seen(table: Table, shown) -> Seen:
    sides = [table.rows, *([table.columns] if table.columns else [])]
    money = table.unit == Unit.MONEY
    givers = {place: table.givers(place) if money else () for place in table.positions}
    by_name: dict = {place: Counter() for place in givers}
    for place, parts in givers.items():
        for part in parts:
            by_name[place][part.contributor] += part.amount
    return Seen(
        table.measure,
        table.unit,
        table.totals,
        tuple(side.codes for side in sides),
        {place: _box(table, sides, place) for place in table.positions},
        {} if shown is table else dict(shown.cells),
        dict(table.amounts),
        {place: sum(part.amount for part in parts if part.source) for place, parts in givers.items()},
        {place: max((part.amount for part in parts if not part.source), default=0) for place, parts in givers.items()},
        by_name,
    )


def _box(table: Table, sides, place: Position) -> Box:
    codes = dict(table.where)
    for side, code in zip(sides, place, strict=False):
        if code:
            codes[side.name] = side.merged.get(code, (code,))
    return table.measure, frozenset((name, frozenset(some)) for name, some in codes.items())
