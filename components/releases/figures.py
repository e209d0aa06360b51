"""The protected tables of a release as blocks: only what the release holds, put into words."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from flask_babel import gettext as _

from components.formats import MINOR_DIGITS, listing, money
from components.participation_steps import steps
from components.releases.answering_side import answering_side
from components.releases.block import Bar, Bars, Block, Cell, Line, Stair, widest
from components.releases.figure_sentence import sentence, tells_no_part
from components.releases.figure_words import HIDDEN, MONEY, figure_title, figure_words, table_rule, unit_words
from components.releases.side_words import AND, side_words
from components.releases.tables import FigureTable

# Above this a picture would be a wall of bars.
MOST_BARS = 24
SIDES = ("professionals", "users")
STAFF, USERS = SIDES


@dataclass(frozen=True, slots=True)
class Drawn:
    """The bars of a table, and what has none because its figures are hidden."""

    groups: tuple[Bars, ...] = ()
    unseen: tuple[str, ...] = ()


def figure_blocks(tables: Sequence[FigureTable]) -> list[Block]:
    """One block for each table, in the order of the release."""
    return [_block(table) for table in tables]


def _block(table: FigureTable) -> Block:
    figures = [value for line in table.cells for value in line]
    is_hidden = tells_no_part(table)
    drawn = Drawn() if is_hidden else _drawn(table)
    return Block(
        code=table.code,
        question=figure_title(table.code),
        reads=sentence(table),
        rule=_rule(table),
        head=_head(table),
        lines=_lines(table),
        groups=drawn.groups,
        stairs=() if is_hidden else _stairs(table),
        has_hidden=None in figures,
        unseen=_("Not shown: %(what)s.", what=listing(drawn.unseen)) if drawn.unseen else "",
        is_hidden=is_hidden,
    )


def _rule(table: FigureTable) -> str:
    counted = table_rule(table.code, table.unit)
    if table.unit not in ("persons", "answers") or not table.totals:
        return counted
    totals = _("Totals are rounded on their own, so that parts need not add up to them.")
    return f"{counted} {totals}"


def _head(table: FigureTable) -> tuple[str, ...]:
    if table.of_columns is None:
        return (_("What"), unit_words(table.unit))
    columns = tuple(side_words(table.of_columns, code) for code in table.columns)
    return (_("What"), *columns, *((_("All together"),) if table.totals else ()))


def _lines(table: FigureTable) -> tuple[Line, ...]:
    labels = [side_words(table.of_rows, code) for code in table.rows]
    shown = [Line(label, _cells(table, line)) for label, line in zip(labels, table.cells, strict=False)]
    if table.totals:
        shown.append(Line(_("All together"), _cells(table, table.cells[-1]), is_total=True))
    return tuple(shown)


def _cells(table: FigureTable, line: Sequence[int | None]) -> tuple[Cell, ...]:
    return tuple(_cell(table, value, _currency(table, place)) for place, value in enumerate(line))


def _cell(table: FigureTable, value: int | None, currency: str | None) -> Cell:
    if value is None:
        return Cell(HIDDEN)
    if currency is None:
        return Cell(figure_words(value, unit=table.unit, code=table.code), value)
    return Cell(money(value, currency), Decimal(value).scaleb(-MINOR_DIGITS.get(currency, 2)))


def _currency(table: FigureTable, place: int) -> str | None:
    if table.unit != "money":
        return None
    if table.of_columns == "currency" and place < len(table.columns):
        return table.columns[place]
    return table.code.removeprefix(MONEY) if table.code.startswith(MONEY) else None


def _drawn(table: FigureTable) -> Drawn:
    """A bar for each figure where there are few, else for each total of the side that answers the question."""
    if table.of_columns == "currency" or _levels(table):
        return Drawn()
    columns = len(table.columns)
    if columns > 1 and len(table.rows) * columns <= MOST_BARS:
        return _cells_drawn(table)
    if columns > 1 and not table.totals:
        return Drawn()
    of, codes, values = answering_side(table)
    heading = side_words(table.of_columns or "", table.columns[0]) if columns == 1 else ""
    return _side_drawn(table, heading, of, codes, values) if len(codes) <= MOST_BARS else Drawn()


def _side_drawn(table: FigureTable, heading: str, of: str, codes: Sequence[str], values: Sequence[int | None]) -> Drawn:
    shown = [(code, value) for code, value in zip(codes, values, strict=True) if value is not None]
    hidden = [side_words(of, code) for code, value in zip(codes, values, strict=True) if value is None]
    if not shown:
        return Drawn()
    bars = _bars(table, of, [code for code, _value in shown], [value for _code, value in shown], widest(values))
    return Drawn((Bars(heading, bars),), tuple(hidden))


def _cells_drawn(table: FigureTable) -> Drawn:
    """A group of bars for each row; rows of which nothing is shown have none."""
    columns = len(table.columns)
    lines = [line[:columns] for line in table.cells[: len(table.rows)]]
    most = widest([value for line in lines for value in line])
    groups, hidden = [], []
    for code, line in zip(table.rows, lines, strict=True):
        words = side_words(table.of_rows, code)
        if _any(line):
            groups.append(Bars(words, _bars(table, table.of_columns or "", table.columns, line, most)))
        else:
            hidden.append(words)
    return Drawn(tuple(groups), tuple(hidden) if groups else ())


def _any(values: Sequence[int | None]) -> bool:
    return any(value is not None for value in values)


def _bars(table: FigureTable, of: str, codes: Sequence[str], values: Sequence[int | None], most: int) -> tuple[Bar, ...]:
    return tuple(_bar(table, side_words(of, code), value, most, code) for code, value in zip(codes, values, strict=True))


def _bar(table: FigureTable, label: str, value: int | None, most: int, code: str) -> Bar:
    text = figure_words(value, unit=table.unit, code=table.code)
    return Bar(label, text, None if value is None else round(value / most, 4), is_unknown=code in ("unknown", "undated"))


def _levels(table: FigureTable) -> dict[str, dict[str, int | None]]:
    """The readings by side and step, where that is what the table holds; whichever way round."""
    if table.code != "say_by_side" or table.of_columns is None:
        return {}
    if set(table.rows) <= set(SIDES):
        return {side: dict(zip(table.columns, line, strict=False)) for side, line in zip(table.rows, table.cells, strict=False)}
    if set(table.columns) <= set(SIDES):
        by_step = list(zip(table.rows, table.cells, strict=False))
        return {side: {step: line[place] for step, line in by_step} for place, side in enumerate(table.columns)}
    return {}


def _stairs(table: FigureTable) -> tuple[Stair, ...]:
    """From the top step down; steps that were merged are one."""
    sides = _levels(table)
    codes = table.columns if set(table.rows) <= set(SIDES) else table.rows
    most = widest([value for side in sides.values() for value in side.values()])
    return tuple(_stair(table, code, sides, most) for code in reversed(codes)) if sides else ()


def _stair(table: FigureTable, code: str, sides: dict[str, dict[str, int | None]], most: int) -> Stair:
    def drawn(side: str) -> Bar | None:
        return _bar(table, side_words("side", side), sides[side][code], most, "") if code in sides.get(side, {}) else None

    known = [steps()[int(step)] for step in code.split(AND) if step.isdigit()]
    without_staff = bool(known) and not any(step.staff for step in known)
    return Stair(
        step="–".join(str(step.number) for step in (known[:1] + known[-1:] if len(known) > 1 else known)) or "?",
        title=listing([step.users for step in known]) or side_words("level", code),
        staff=None if without_staff else drawn(STAFF),
        users=drawn(USERS),
    )
