"""A table on its way out: a name, columns, rows of cells."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

# A text, a number, or nothing (unknown).
Cell = str | int | float | Decimal | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """`rows` have as many cells as `header`."""

    name: str
    header: tuple[str, ...]
    rows: Sequence[Sequence[Cell]]
