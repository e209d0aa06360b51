"""The money of a release: what sources state, line by line and without a total."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Protocol

from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _

from components.flag import FlagKind, note_mark
from components.formats import money, share, vague_date
from components.table import ROWS_PER_PAGE, Column, Row, paged_table, pages_of
from components.vocabulary import label

MARKS: dict[str, FlagKind] = {"reading": "reading", "invented": "invented", "conflict": "conflict"}


class Remark(Protocol):
    """What is special about a field of a line."""

    @property
    def field(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def other_value(self) -> str | None: ...


class MoneyLine(Protocol):
    """What a micro project was given, as `data_layer.releases.released` gives it; the amount in minor units, None is unknown."""

    @property
    def micro_project(self) -> str: ...
    @property
    def what_for(self) -> str | None: ...
    @property
    def funder(self) -> str: ...
    @property
    def source_name(self) -> str | None: ...
    @property
    def state(self) -> str: ...
    @property
    def currency(self) -> str | None: ...
    @property
    def amount(self) -> int | None: ...
    @property
    def in_kind(self) -> bool: ...
    @property
    def decided(self) -> tuple[date | None, date | None]: ...
    @property
    def before_sempre(self) -> bool: ...
    @property
    def regrant(self) -> bool: ...
    @property
    def source(self) -> str: ...
    @property
    def remarks(self) -> Sequence[Remark]: ...


def money_table(lines: Sequence[MoneyLine], *, caption: str, page: int, href: Callable[[int], str]) -> Component:
    """One row per line: for what, from whom, how much, and where that is written; long lists in pages."""
    columns = [Column(_("For"), header=True), Column(_("From")), Column(_("Sum"), numeric=True)]
    page = min(page, pages_of(len(lines)))
    first = (page - 1) * ROWS_PER_PAGE
    rows = [_row(line) for line in lines[first : first + ROWS_PER_PAGE]]
    return paged_table(columns, rows, caption=caption, page=page, href=href, total=len(lines))


def money_now(lines: Sequence[MoneyLine]) -> str:
    """For how many lines a sum is stated, and why there is no total."""
    stated = sum(line.amount is not None for line in lines)
    if not stated:
        return _("No source states a sum.")
    return _("A sum is stated for %(stated)s of them. No total is shown: it would hide what is unknown.", stated=share(stated, len(lines)))


def _row(line: MoneyLine) -> Row:
    remarks = [(line.before_sempre, _("before SEMPRE’s support")), (line.regrant, _("handed on by somebody else"))]
    about = [line.what_for, *(words for holds, words in remarks if holds)]
    given = [line.source_name, _("Source: %(source)s", source=line.source)]
    return [
        [line.micro_project, *(html.Small(text) for text in about if text)],
        [line.funder, *(html.Small(text) for text in given if text)],
        [*_sum(line), html.Small([_state(line), *_marks(line, "state")])],
    ]


def _sum(line: MoneyLine) -> list[str | Component]:
    marks = _marks(line, "awarded_minor")
    if line.amount is None or line.currency is None:
        return [_("in kind") if line.in_kind else html.Span(_("unknown"), className="unknown"), *marks]
    return [money(line.amount, line.currency), *marks]


def _state(line: MoneyLine) -> str:
    words = label("case_state", line.state)
    return words if line.decided == (None, None) else f"{words}, {vague_date(*line.decided)}"


def _marks(line: MoneyLine, field: str) -> list[Component]:
    return [note_mark(_remark(remark), kind=MARKS[remark.kind]) for remark in line.remarks if remark.field == field]


def _remark(remark: Remark) -> str:
    words = label("note_kind", remark.kind)
    return words if remark.other_value is None else f"{words}: {remark.other_value}"
