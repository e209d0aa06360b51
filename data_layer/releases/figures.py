"""Protected tables in the form in which a release stores them."""

from data_layer.disclosure.primary import ALL
from data_layer.disclosure.protection import Protection, ShownTable
from data_layer.disclosure.table import INDICATOR, TOTAL, Table, Unit
from data_layer.releases.composition import ENDS, FORMATS, PHASES
from data_layer.releases.released import FigureTable

# Tables of micro projects count these, not organisations.
OF_PROJECTS = (PHASES, ENDS, FORMATS)
PROJECTS = "projects"


def figure_tables(protection: Protection) -> tuple[FigureTable, ...]:
    """The tables as readers get them: no reason and no true value is in them."""
    both = zip(protection.basis.tables, protection.shown, strict=True)
    return tuple(_figures(table, shown) for table, shown in both if table.rows.name != INDICATOR)


def _figures(table: Table, shown: ShownTable) -> FigureTable:
    named = () if shown.rows == (ALL,) else shown.rows  # Where too few networks are behind it only the total is there.
    rows = (*named, TOTAL) if table.totals else named
    columns = (*shown.columns, *((TOTAL,) if table.totals else ())) if shown.columns else (TOTAL,)
    return FigureTable(
        code=table.code,
        unit=PROJECTS if table.unit == Unit.ORGANISATIONS and table.code in OF_PROJECTS else table.unit.value,
        of_rows=table.rows.name,
        rows=named,
        of_columns=None if table.columns is None else table.columns.name,
        columns=shown.columns,
        totals=table.totals,
        cells=tuple(tuple(shown.cells[row, column] for column in columns) for row in rows),
    )
