"""The figures of a release as a table of indicators: one line for each figure of a row, after its total."""

from collections.abc import Iterator
from dataclasses import dataclass

from flask_babel import gettext as _

from components.formats import number
from components.releases.figure_words import MONEY, figure_words, unit_rule, unit_words
from components.releases.side_words import side_words
from components.releases.stored_words import is_told
from components.releases.tables import FigureTable, Tables


@dataclass(frozen=True, slots=True)
class IndicatorLine:
    """An indicator; `is_head` where it is a total, under which its parts follow. `rule`: how it is counted."""

    code: str
    indicator: str
    unit: str
    baseline: str
    target: str
    value: str
    rule: str
    is_head: bool


def indicator_lines(tables: Tables) -> Iterator[IndicatorLine]:
    """The networks and micro projects, then each protected table; nothing is added up that the release does not add up."""
    yield _line("1", _("Local Empowerment Networks"), _("networks"), number(len(tables.networks)), unit_rule("organisations"))
    yield _line("2", _("Micro projects"), unit_words("projects"), number(tables.micro_projects), unit_rule("projects"))
    place = 3
    for table in tables.figures:
        yield from _of_table(str(place), table)
        place += 1
    for code, tallies, of in (("became", tables.became, "became"), ("phases", tables.phases, "phase"), ("ends", tables.ends, "end_state")):
        if tallies and is_told(code, tables):
            yield _line(str(place), indicator_words(code), unit_words("projects"), number(tables.micro_projects), unit_rule("projects"))
            for part, tally in enumerate(tallies, 1):
                words = side_words(of, tally.code)
                yield _line(f"{place}.{part}", words, unit_words("projects"), number(tally.n), "", is_head=False)
            place += 1


def indicator_words(code: str) -> str:
    """What a table measures, as the name of an indicator; KeyError for a code without words."""
    if code.startswith(MONEY):
        return _("Money in %(currency)s", currency=code.removeprefix(MONEY))
    return {
        "networks_by_country": _("Networks by country"),
        "projects_by_phase": _("Micro projects by phase"),
        "projects_by_end": _("Micro projects by end"),
        "projects_by_format": _("Micro projects by form"),
        "say_by_side": _("Readings of how much say service users have"),
        "reached": _("People reached"),
        "reached_by_group": _("People reached by year"),
        "jobs": _("Jobs"),
        "ties": _("Ties"),
        "indicators_by_level": _("Indicators by level"),
        "became": _("Micro projects by form"),
        "phases": _("Micro projects by phase"),
        "ends": _("Micro projects by end"),
    }[code]


def _unit(table: FigureTable) -> str:
    """The unit of an indicator, said of what the table counts."""
    own = {"networks_by_country": _("networks"), "ties": _("ties"), "indicators_by_level": _("indicators")}
    if table.unit == "money":
        return table.code.removeprefix(MONEY)
    return own.get(table.code) or unit_words(table.unit)


def _of_table(code: str, table: FigureTable) -> Iterator[IndicatorLine]:
    total = figure_words(table.cells[-1][-1], unit=table.unit, code=table.code) if table.totals else "–"
    yield _line(code, indicator_words(table.code), _unit(table), total, unit_rule(table.unit))
    part = 0
    for row, line in zip(table.rows, table.cells, strict=False):
        label = side_words(table.of_rows, row)
        # Where rows have a total of their own it stands for them; else each figure is a line.
        columns = [(label, line[-1])] if table.totals or not table.columns else _named(table, label, line)
        for words, value in columns:
            part += 1
            figure = figure_words(value, unit=table.unit, code=table.code)
            yield _line(f"{code}.{part}", words, _unit(table), figure, "", is_head=False)


def _named(table: FigureTable, label: str, line: object) -> list[tuple[str, int | None]]:
    assert isinstance(line, tuple)
    return [(f"{label}, {side_words(table.of_columns or '', column)}", value) for column, value in zip(table.columns, line, strict=False)]


def _line(code: str, indicator: str, unit: str, value: str, rule: str, *, is_head: bool = True) -> IndicatorLine:
    nothing = _("not released")
    return IndicatorLine(code, indicator, unit, nothing, nothing, value, rule, is_head)
