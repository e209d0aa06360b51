"""Where the columns of a strange table may go."""

from collections.abc import Collection

from data_layer.files.source import Cells, Grid
from data_layer.files.words import code_of, field_of

CODED = {"stakeholder": ("kind", "sector", "role"), "tie": ("relation",)}
# Where a column goes whose words are not ours, so that what it says is kept.
SAID_IN = {"stakeholder": "description", "tie": "what"}
# Fields that can take several columns.
ROOMY = frozenset({"description", "what", "contact_point", "external_ids", "note", "source"})
# Graph formats call the first end of a tie so; where that end is known already, it is where the tie is known from.
OTHER_MEANING = "source"
# Only a column of quite this name says so of itself; weights may count anything.
STRENGTH = "strength"
STEPS = frozenset({"1", "2", "3", "4"})


def suggested(table: str, grid: Grid, *, known: dict[str, str] | None = None, left_out: Collection[str] = ()) -> Cells:
    """Our field for each column of a grid, "" for none; `known`: column -> field, decided already.

    A column of codes goes to its field only if at least half of its words are known; else its words are kept in a text.
    """
    taken: set[str] = set((known or {}).values())
    fields = []
    for place, column in enumerate(grid.header):
        if known and column in known:
            fields.append(known[column])
            continue
        field = "" if column in left_out else field_of(table, column)
        if field in taken and column == OTHER_MEANING:
            field = OTHER_MEANING
        if field and column != STRENGTH:
            field = _fitting(table, field, [row[place] for row in grid.rows if row[place]])
        if field in taken and field not in ROOMY:
            field = SAID_IN[table] if field in CODED[table] else ""
        taken.add(field)
        fields.append(field)
    return tuple(fields)


def _fitting(table: str, field: str, values: list[str]) -> str:
    words = set(values)
    if field == STRENGTH:
        return field if words <= STEPS and words != {"1"} else "" if words <= {"1", "1.0"} else SAID_IN[table]
    if field not in CODED[table] or not words:
        return field
    others = (field, *(other for other in CODED[table] if other != field))
    best = max(others, key=lambda other: sum(code_of(f"{table}.{other}", word) is not None for word in words))
    known = sum(code_of(f"{table}.{best}", word) is not None for word in words)
    return best if 2 * known >= len(words) else SAID_IN[table]
