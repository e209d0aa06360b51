"""A release as plain pieces that a template writes down: headings, sentences, tables with bars, biographies, words."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from flask_babel import gettext as _

from components.formats import country, money, number, share, vague_date
from components.releases.figure_words import code_words, figure_title, figure_words, hidden_words, unit_rule, unit_words
from components.releases.money import money_now
from components.releases.words import became, gap, stated
from components.vocabulary import label
from data_layer.releases.released import FigureTable, MoneyLine, NetworkLine, ReleasedTables, Tally

FULL = 100


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a table: its words, what is small below them, the length of its bar in percent (None: no bar)."""

    words: str
    small: tuple[str, ...] = ()
    bar: int | None = None
    numeric: bool = False
    head: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; `heads` as (words, numeric)."""

    caption: str
    heads: tuple[tuple[str, bool], ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A question with its answer: tables, or a list; the sentence that says what it shows; how it is counted."""

    name: str
    title: str
    grids: tuple[Grid, ...] = ()
    items: tuple[tuple[str, str], ...] = ()
    reads: str | None = None
    rule: str | None = None
    empty: str | None = None


def blocks(tables: ReleasedTables) -> list[Block]:
    """The questions of a release, in their order."""
    return [*_counted(tables), *map(_figures, tables.figures), _money(tables), _networks(tables), _gaps(tables)]


def _counted(tables: ReleasedTables) -> Iterator[Block]:
    """What every release counts, unless a protected table says the same."""
    held = {table.code for table in tables.figures}
    parts: list[tuple[str, str, Sequence[Tally], Callable[[str], str]]] = [
        ("became", "projects_by_format", tables.became, became),
        ("phases", "projects_by_phase", tables.phases, lambda code: label("phase", code)),
        ("ends", "projects_by_end", tables.ends, lambda code: label("end_state", code)),
    ]
    for code, same, tallies, words in parts:
        if same not in held:
            yield _tallied(code, [tally for tally in tallies if tally.n or tally.code == "unknown"], words)


def _tallied(code: str, tallies: Sequence[Tally], words: Callable[[str], str]) -> Block:
    most = max([1, *(tally.n for tally in tallies)])
    heads = ((_("What"), False), (_("Micro projects"), True), (_("Of these our reading"), True))
    rows = tuple(
        (
            Cell(words(tally.code), head=True),
            Cell(number(tally.n), bar=FULL * tally.n // most, numeric=True),
            Cell(number(tally.readings), numeric=True),
        )
        for tally in tallies
    )
    return Block(code, figure_title(code), (Grid(figure_title(code), heads, rows),), rule=unit_rule("projects"))


def _figures(table: FigureTable) -> Block:
    """A protected table: bars where it has one column, as all figures of one are on one scale."""
    columns = [code_words(table.of_columns or "", column) for column in table.columns]
    totals = [_("All together")] if table.totals and table.columns else []
    heads = ((_("What"), False), *((words, True) for words in ([*columns, *totals] if columns else [unit_words(table.unit)])))
    names = [*(code_words(table.of_rows, row) for row in table.rows), *([_("All together")] if table.totals else [])]
    most = 0 if columns else max([0, *(cell or 0 for line in table.cells[: len(table.rows)] for cell in line)])
    rows = tuple(
        (Cell(name, head=True), *(_figure(cell, table, most if place < len(table.rows) else 0) for cell in line))
        for place, (name, line) in enumerate(zip(names, table.cells, strict=True))
    )
    hides = any(cell is None for line in table.cells for cell in line)
    rule = " ".join([unit_rule(table.unit), *([hidden_words()] if hides else [])])
    return Block(table.code, figure_title(table.code), (Grid(figure_title(table.code), heads, rows),), rule=rule)


def _figure(value: int | None, table: FigureTable, most: int) -> Cell:
    bar = None if value is None or not most else FULL * value // most
    return Cell(figure_words(value, unit=table.unit, code=table.code), bar=bar, numeric=True)


def _money(tables: ReleasedTables) -> Block:
    title = _("What money was stated?")
    heads = ((_("For"), False), (_("From"), False), (_("Sum"), True))
    rows = tuple(map(_money_line, tables.money))
    return Block(
        "money",
        title,
        (Grid(title, heads, rows),) if rows else (),
        reads=money_now(tables.money) if rows else None,
        rule=_(
            "One line per micro project and source of money, only where the source is public. Currencies are never added together. "
            "A small circle (°) marks our reading."
        ),
        empty=None if rows else _("No source states money or help in kind."),
    )


def _money_line(line: MoneyLine) -> tuple[Cell, ...]:
    remarks = [(line.before_sempre, _("before SEMPRE’s support")), (line.regrant, _("handed on by somebody else"))]
    about = [line.what_for, *(words for holds, words in remarks if holds)]
    given = [line.source_name, _("Source: %(source)s", source=line.source)]
    state = label("case_state", line.state)
    when = state if line.decided == (None, None) else f"{state}, {vague_date(*line.decided)}"
    noted = [_note(remark.kind, remark.other_value) for remark in line.remarks]
    return (
        Cell(line.micro_project, tuple(text for text in about if text), head=True),
        Cell(line.funder, tuple(text for text in given if text)),
        Cell(_sum(line), (when, *noted), numeric=True),
    )


def _sum(line: MoneyLine) -> str:
    if line.amount is None or line.currency is None:
        return _("in kind") if line.in_kind else _("unknown")
    return money(line.amount, line.currency)


def _note(kind: str, other: str | None) -> str:
    words = label("note_kind", kind)
    return f"° {words}" if other is None else f"° {words}: {other}"


def _networks(tables: ReleasedTables) -> Block:
    parts = [(_("Networks"), tables.networks), (_("Named, but their status is unclear"), tables.unclear)]
    grids = tuple(_network_grid(caption, lines) for caption, lines in parts if lines)
    rule = _(
        "Only Local Empowerment Networks are counted. Where no source says that a network is one, it stands apart; "
        "the micro projects of both are in this release."
    )
    empty = None if grids else _("No network is part of this release.")
    return Block("networks", _("Which networks took part?"), grids, rule=rule, empty=empty)


def _network_grid(caption: str, lines: Sequence[NetworkLine]) -> Grid:
    rows = tuple((Cell(line.name, head=True), Cell(country(line.country)), Cell(_for_whom(line))) for line in lines)
    return Grid(caption, ((_("Network"), False), (_("Country"), False), (_("For whom"), False)), rows)


def _for_whom(line: NetworkLine) -> str:
    return line.for_whom or ", ".join(label("target_group", code) for code in line.target_groups) or _("unknown")


def _gaps(tables: ReleasedTables) -> Block:
    here = {"micro_projects": tables.micro_projects, "networks": len(tables.networks)}
    open_ = tuple((share(each.n, each.of), gap(each.code)) for each in tables.gaps if each.n)
    others = tuple(("", stated(each.code, each.n, here[each.code], source=each.source)) for each in tables.stated)
    return Block(
        "unknown",
        _("What is not known?"),
        items=(*open_, *others),
        rule=_("What no source states stays unknown: it is never counted as none."),
        empty=None if open_ or others else _("Everything that this release asks is known."),
    )
