"""The figures of a release as a table of indicators: each with its total and a line for each of its parts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from flask_babel import gettext as _

from components.formats import number
from components.releases.answering_side import answering_side
from components.releases.figure_words import MONEY, figure_words, table_rule, unit_rule, unit_words
from components.releases.indicators import (
    BASELINE,
    VALUE,
    indicator_cell,
    indicator_day,
    indicator_name,
    indicators_rule,
    target_cell,
)
from components.releases.side_words import side_words
from components.releases.stored_words import is_told
from components.releases.tables import FigureTable, ReleasedIndicator, Tables
from components.vocabulary import label

# Counts of a release have no baseline and no target.
NOTHING = "–"
# Under which chosen indicators are numbered; the figures of the release have numbers alone.
CHOSEN = "A"


@dataclass(frozen=True, slots=True)
class IndicatorLine:
    """A figure of an indicator; `is_total` where its parts follow."""

    code: str
    indicator: str
    unit: str
    baseline: str
    target: str
    value: str
    is_total: bool


@dataclass(frozen=True, slots=True)
class IndicatorGroup:
    """An indicator with all its figures; `rule`: how they are counted."""

    code: str
    indicator: str
    rule: str
    lines: tuple[IndicatorLine, ...]


def indicator_groups(tables: Tables) -> Iterator[IndicatorGroup]:
    """The chosen indicators, the networks and micro projects, then each protected table; nothing is added up that the release does not."""
    yield from _chosen(tables.indicators)
    yield _counted("1", _("Local Empowerment Networks"), _("networks"), len(tables.networks), unit_rule("organisations"))
    yield _counted("2", _("Micro projects"), unit_words("projects"), tables.micro_projects, unit_rule("projects"))
    place = 3
    for table in tables.figures:
        yield IndicatorGroup(
            str(place), indicator_words(table.code), table_rule(table.code, table.unit), tuple(_of_table(str(place), table))
        )
        place += 1
    for code, tallies, of in (("became", tables.became, "became"), ("phases", tables.phases, "phase"), ("ends", tables.ends, "end_state")):
        if tallies and is_told(code, tables):
            parts = [(side_words(of, tally.code), number(tally.n)) for tally in tallies]
            yield _counted(str(place), indicator_words(code), unit_words("projects"), tables.micro_projects, unit_rule("projects"), parts)
            place += 1


def _chosen(lines: Sequence[ReleasedIndicator]) -> Iterator[IndicatorGroup]:
    if lines:
        numbered = tuple(_chosen_line(f"{CHOSEN}.{place}", line) for place, line in enumerate(lines, 1))
        yield IndicatorGroup(CHOSEN, _("Indicators of the networks"), indicators_rule(lines), numbered)


def _chosen_line(code: str, line: ReleasedIndicator) -> IndicatorLine:
    about = [label("evaluation_level", line.level), indicator_day(line), line.source or ""]
    more = "; ".join(part for part in about if part not in ("", "–"))
    baseline, value = (indicator_cell(line, column).text for column in (BASELINE, VALUE))
    words = f"{indicator_name(line)} ({more})"
    return IndicatorLine(line.code or code, words, line.unit or _("in words"), baseline, target_cell(line).text, value, is_total=False)


def _counted(code: str, indicator: str, unit: str, n: int, rule: str, parts: Sequence[tuple[str, str]] = ()) -> IndicatorGroup:
    return IndicatorGroup(code, indicator, rule, (_total(code, unit, number(n)), *_parts(code, unit, parts)))


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
    def figure(value: int | None) -> str:
        return figure_words(value, unit=table.unit, code=table.code)

    if table.totals:
        yield _total(code, _unit(table), figure(table.cells[-1][-1]))
    yield from _parts(code, _unit(table), [(words, figure(value)) for words, value in _named(table)])


def _named(table: FigureTable) -> list[tuple[str, int | None]]:
    """The totals of the side that answers; each figure where there are no totals."""
    if table.totals or not table.columns:
        of, codes, values = answering_side(table)
        return [(side_words(of, code), value) for code, value in zip(codes, values, strict=True)]
    return [
        (f"{side_words(table.of_rows, row)}, {side_words(table.of_columns or '', column)}", value)
        for row, line in zip(table.rows, table.cells, strict=False)
        for column, value in zip(table.columns, line, strict=False)
    ]


def _total(code: str, unit: str, value: str) -> IndicatorLine:
    return _line(code, _("All together"), unit, value, is_total=True)


def _parts(code: str, unit: str, parts: Sequence[tuple[str, str]]) -> Iterator[IndicatorLine]:
    for place, (words, value) in enumerate(parts, 1):
        yield _line(f"{code}.{place}", words, unit, value, is_total=False)


def _line(code: str, indicator: str, unit: str, value: str, *, is_total: bool) -> IndicatorLine:
    return IndicatorLine(code, indicator, unit, NOTHING, NOTHING, value, is_total)
