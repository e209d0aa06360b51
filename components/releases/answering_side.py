"""The side of a protected table that answers its question, with its totals."""

from collections.abc import Sequence

from components.releases.tables import FigureTable

# How far micro projects came is said by the phases, not by the networks in which they are.
BY_COLUMNS = ("projects_by_phase",)


def answering_side(table: FigureTable) -> tuple[str, Sequence[str], Sequence[int | None]]:
    """What the codes of the side are of, the codes, and one figure for each; a table without totals has them in its only column."""
    if table.columns and table.totals and table.code in BY_COLUMNS:
        return table.of_columns or "", table.columns, table.cells[-1][: len(table.columns)]
    return table.of_rows, table.rows, [line[-1] for line in table.cells[: len(table.rows)]]
