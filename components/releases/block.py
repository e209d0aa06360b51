"""What a report says about one question, as plain data: pages, paper and files are all made from it."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure or a word as it is read, and the figure as data where it is one."""

    text: str
    value: int | Decimal | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a table; `is_total` sets it apart."""

    label: str
    cells: tuple[Cell, ...]
    is_total: bool = False


@dataclass(frozen=True, slots=True)
class Bar:
    """A figure drawn: `part` is its length between 0 and 1, None where it is hidden."""

    label: str
    text: str
    part: float | None
    is_unknown: bool = False


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars under one heading, which is empty where there is only one group."""

    heading: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Stair:
    """A step of the participation pyramid, or several that were merged, with the readings of both sides; None where a side has none."""

    step: str
    title: str
    staff: Bar | None
    users: Bar | None


@dataclass(frozen=True, slots=True)
class Block:
    """A question, what the figures say now, the table, its picture, and how it was counted.

    `head` has a label for the rows and one for each column; `numeric`: whether the cells are figures.
    A picture is bars or stairs, or none where the table itself is the picture. `unseen` names what has no bar because its figures are
    hidden; `is_hidden`: all but totals are, and there is neither picture nor table to look at.
    """

    code: str
    question: str
    reads: str
    rule: str
    head: tuple[str, ...]
    lines: tuple[Line, ...]
    groups: tuple[Bars, ...] = ()
    stairs: tuple[Stair, ...] = ()
    numeric: bool = True
    has_hidden: bool = False
    unseen: str = ""
    is_hidden: bool = False


def widest(values: Sequence[int | None]) -> int:
    """What the longest bar stands for."""
    return max([1, *(value for value in values if value is not None)])
