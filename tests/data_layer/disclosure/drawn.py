"""Tables drawn by chance, and short ways to write one down."""

from hypothesis import strategies as st

from data_layer.disclosure.table import TOTAL, Dimension, Table, Unit

COUNTS = st.one_of(st.integers(0, 12), st.integers(0, 80))


def people(values, *, rows=None, columns=None, code="people", side="group", across="phase", where=(), unit=Unit.PERSONS, **more) -> Table:
    """A table of people out of {row: n} or {(row, column): n}."""
    cells = {position if isinstance(position, tuple) else (position, TOTAL): n for position, n in values.items()}
    rows = rows or tuple(dict.fromkeys(row for row, _column in cells))
    columns = columns or tuple(dict.fromkeys(column for _row, column in cells if column != TOTAL))
    return Table(
        code, unit, "persons", Dimension(side, rows), Dimension(across, columns) if columns else None, where=where, values=cells, **more
    )


@st.composite
def drawn_tables(draw) -> Table:
    """A table of people with 2 to 5 rows and 2 to 4 columns."""
    rows = tuple(f"r{number}" for number in range(draw(st.integers(2, 5))))
    columns = tuple(f"c{number}" for number in range(draw(st.integers(2, 4))))
    return people({(row, column): draw(COUNTS) for row in rows for column in columns}, rows=rows, columns=columns)
