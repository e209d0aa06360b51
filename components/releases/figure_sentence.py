"""The sentence under a protected table: made from the figures that it shows, and from nothing else."""

from collections.abc import Sequence

from flask_babel import gettext as _
from flask_babel import ngettext

from components.formats import listing, percent
from components.participation_steps import PARTICIPATION_BEGINS
from components.releases.answering_side import answering_side
from components.releases.figure_words import figure_words
from components.releases.side_words import AND, side_words
from components.releases.tables import FigureTable

SIDES = ("users", "professionals")
ROUNDED = ("persons", "answers")
# Nobody says that most are unknown.
NO_KIND = ("unknown", "undated")
# Percentages of fewer would say too much about too few.
FEWEST_OF = 10


def sentence(table: FigureTable) -> str:
    """What the table shows now."""
    hidden = sum(value is None for line in table.cells for value in line)
    if _is_all_hidden(table.cells, table):
        return _("No figure of this table can be shown.")
    said = _say(table) or _total(table) if table.code == "say_by_side" else [*_total(table), *_most(table)]
    if hidden:
        said.append(ngettext("One figure is not shown.", "%(num)s figures are not shown.", hidden))
    return " ".join(said) or _("The table shows all figures.")


def tells_no_part(table: FigureTable) -> bool:
    """Whether no figure but totals is shown: the sentence says then all that there is."""
    columns = len(table.columns) if table.of_columns is not None else 1
    return _is_all_hidden([line[:columns] for line in table.cells[: len(table.rows)]], table)


def _is_all_hidden(cells: Sequence[Sequence[int | None]], table: FigureTable) -> bool:
    """Of people a zero is shown only where nobody can be, as on the professionals' step 7."""
    shown = [value for line in cells for value in line if value is not None]
    return not (any(shown) if table.unit in ROUNDED else shown)


def _total(table: FigureTable) -> list[str]:
    if not table.totals or (whole := table.cells[-1][-1]) is None or table.of_columns == "currency":
        return []
    return [_("All together: %(n)s.", n=_figure(table, whole))]


def _most(table: FigureTable) -> list[str]:
    """The row with the largest figure, where each row has one."""
    if table.of_columns == "currency":
        return []
    if table.of_columns is not None and not table.totals:
        return _most_inside(table)
    of, codes, values = answering_side(table)
    rows = [(code, value) for code, value in zip(codes, values, strict=True) if code not in NO_KIND]
    most = max((value for _code, value in rows if value is not None), default=0)
    first = [side_words(of, code) for code, value in rows if value == most]
    if not most or len(first) > 2 or len(rows) < 2:
        return []
    said = {"rows": listing(first), "n": _figure(table, most)}
    unknown = [value for code, value in zip(codes, values, strict=True) if code == "unknown" and value]
    if unknown and table.unit not in ROUNDED:
        return [
            _("Of those that are known the largest: %(rows)s (%(n)s); unknown: %(unknown)s.", **said, unknown=_figure(table, unknown[0]))
        ]
    if any(value is None for _code, value in rows):
        return [_("The largest figure shown: %(rows)s (%(n)s).", **said)]
    return [_("The largest: %(rows)s (%(n)s).", **said)]


def _most_inside(table: FigureTable) -> list[str]:
    """The largest figure of a table without totals."""
    cells = [
        (row, column, value)
        for row, line in zip(table.rows, table.cells, strict=False)
        for column, value in zip(table.columns, line, strict=False)
        if value and row not in NO_KIND and column not in NO_KIND
    ]
    most = max((value for _row, _column, value in cells), default=0)
    first = [(row, column) for row, column, value in cells if value == most]
    if len(first) != 1:
        return []
    row, column = side_words(table.of_rows, first[0][0]), side_words(table.of_columns or "", first[0][1])
    return [_("The largest figure shown: %(rows)s (%(n)s).", rows=f"{row}, {column}", n=_figure(table, most))]


def _say(table: FigureTable) -> list[str]:
    """How many readings of a side stand at step 4 or above, where all figures that it takes are shown."""
    said = []
    for side in SIDES:
        steps, whole = _of_side(table, side)
        upper = [value for step, value in steps.items() if _is_upper(step)]
        known = [value for value in upper if value is not None]
        if any(_is_torn(step) for step in steps) or whole is None or whole < FEWEST_OF or not known or len(known) < len(upper):
            continue
        there = min(sum(known), whole)
        values = {
            "side": side_words("side", side),
            "n": _figure(table, there),
            "of": _figure(table, whole),
            "share": percent(there / whole),
        }
        said.append(_("At step 4 or above, %(side)s: %(n)s of %(of)s readings (%(share)s).", **values))
    return said


def _is_upper(step: str) -> bool:
    return all(part.isdigit() and int(part) >= PARTICIPATION_BEGINS for part in step.split(AND))


def _is_torn(step: str) -> bool:
    """Whether steps were merged of which only some are participation."""
    return not _is_upper(step) and any(_is_upper(part) for part in step.split(AND))


def _of_side(table: FigureTable, side: str) -> tuple[dict[str, int | None], int | None]:
    """The readings of a side by step, and all of them."""
    if side in table.rows and table.columns:
        line = table.cells[table.rows.index(side)]
        return dict(zip(table.columns, line, strict=False)), line[-1] if table.totals else None
    if side in table.columns:
        place = table.columns.index(side)
        steps = {step: line[place] for step, line in zip(table.rows, table.cells, strict=False)}
        return steps, table.cells[-1][place] if table.totals else None
    return {}, None


def _figure(table: FigureTable, value: int) -> str:
    words = figure_words(value, unit=table.unit, code=table.code)
    return _("about %(n)s", n=words) if table.unit in ROUNDED else words
