"""From a programme to the tables of a release, and from those to what an attacker gets to see."""

from collections import Counter, defaultdict
from dataclasses import dataclass, replace

from data_layer.disclosure.primary import primary
from data_layer.disclosure.protection import Protection
from data_layer.disclosure.rules import rounded
from data_layer.disclosure.table import COUNTED, TOTAL, Contribution, Dimension, Table, Unit
from tests.attacker.programme import DIMENSIONS, PERSON_TABLES, Programme


@dataclass(frozen=True)
class Seen:
    """A table as it lies before an attacker; None is the mark. `truth` is for judging him only."""

    measure: str
    unit: str
    sides: tuple[str, ...]
    codes: tuple[tuple[str, ...], ...]
    where: tuple[tuple[str, str], ...]
    cells: dict[tuple[str, str], int | None]
    truth: dict[tuple[str, str], int]
    public: dict[tuple[str, str], int]
    secret: dict[tuple[str, str], int]


def tables(made: Programme) -> list[Table]:
    """The tables of a release of everything, networks named only here and there."""
    found = [
        _people(made, sides, ((limited, (code,)),) if limited else ())
        for sides, limited in PERSON_TABLES
        for code in (made.codes[limited] if limited else ("",))
    ]
    found.append(
        Table(
            "levels",
            Unit.ANSWERS,
            "answers",
            Dimension("side", made.codes["side"]),
            Dimension("level", made.codes["level"]),
            values=dict(made.answers),
        )
    )
    return [*found, *_money(made)]


def _people(made: Programme, sides, where) -> Table:
    places = [DIMENSIONS.index(side) for side in sides]
    values: Counter = Counter()
    for place, number in made.people.items():
        if all(place[DIMENSIONS.index(name)] in codes for name, codes in where):
            values[place[places[0]], place[places[1]] if len(places) > 1 else TOTAL] += number
    rows, *columns = [Dimension(side, made.codes[side]) for side in sides]
    name = "-".join((*sides, *(code for _name, codes in where for code in codes)))
    return Table(name, Unit.PERSONS, "persons", rows, columns[0] if columns else None, where=where, values=dict(values))


def _money(made: Programme) -> list[Table]:
    cells, by_year = defaultdict(list), defaultdict(list)
    for (instrument, year, giver), amount in sorted(made.money.items()):
        part = Contribution(giver, amount, "journal" if (instrument, year, giver) in made.public else None)
        cells[instrument, year].append(part)
        by_year[year, TOTAL].append(part)
    rows, years = Dimension("instrument", made.codes["instrument"]), Dimension("year", made.codes["year"])
    given = {"contributions": {place: tuple(parts) for place, parts in cells.items()}}
    yearly = {"contributions": {place: tuple(parts) for place, parts in by_year.items()}}
    return [Table("money", Unit.MONEY, "money", rows, years, **given), Table("money-year", Unit.MONEY, "money", years, **yearly)]


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


def _seen(table: Table, shown) -> Seen:
    sides = [table.rows, *([table.columns] if table.columns else [])]
    money = table.unit == Unit.MONEY
    givers = {place: table.givers(place) if money else () for place in table.positions}
    return Seen(
        table.measure,
        table.unit,
        tuple(side.name for side in sides),
        tuple(side.codes for side in sides),
        tuple((name, "+".join(codes)) for name, codes in table.where),
        dict(shown.cells),
        dict(table.amounts),
        {place: sum(part.amount for part in parts if part.source) for place, parts in givers.items()},
        {place: max((part.amount for part in parts if not part.source), default=0) for place, parts in givers.items()},
    )
