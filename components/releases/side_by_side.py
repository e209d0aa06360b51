"""Two releases side by side: what changed in the tables that both have; what did not is counted and folded up."""

from collections.abc import Sequence
from typing import Protocol

from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _
from flask_babel import ngettext

from components.content import Content, listed
from components.empty import empty
from components.formats import money, number, share
from components.question import question
from components.releases.figure_words import HIDDEN, MONEY, figure_title, hidden_words, table_rule
from components.releases.side_words import side_words
from components.table import Column, Row, table

# More figures that only one of the two has are folded up.
MOST_ABSENT = 8


class FigureChange(Protocol):
    """One figure in both releases; `told` is "change", "hidden", "absent" or "small"."""

    @property
    def row(self) -> str | None: ...
    @property
    def column(self) -> str | None: ...
    @property
    def before(self) -> int | None: ...
    @property
    def after(self) -> int | None: ...
    @property
    def told(self) -> str: ...
    @property
    def change(self) -> int | None: ...


class TableChange(Protocol):
    """A table that both releases have."""

    @property
    def code(self) -> str: ...
    @property
    def unit(self) -> str: ...
    @property
    def of_rows(self) -> str: ...
    @property
    def of_columns(self) -> str | None: ...
    @property
    def figures(self) -> Sequence[FigureChange]: ...


def changes_say(tables: Sequence[TableChange]) -> str:
    """In how many tables something changed."""
    if not tables:
        return _("The two releases have no table in common.")
    return _("Tables in which something changed: %(share)s.", share=share(len([each for each in tables if _moved(each)]), len(tables)))


def change_blocks(tables: Sequence[TableChange]) -> list[Component]:
    """One question for each table in which something changed; one for all others together."""
    if not tables:
        nothing = empty(_("The two releases have no table in common."), _("Choose two with the same tables above."))
        return [question(_("What changed?"), nothing, name="changes")]
    changed = [each for each in tables if _moved(each)]
    still = [each for each in tables if not _moved(each)]
    return [*(_block(each) for each in changed), *([_unchanged(still)] if still else [])]


def _moved(changed: TableChange) -> list[FigureChange]:
    """The figures that do not look the same in both releases."""
    return [each for each in changed.figures if _is_moved(each)]


def _in_sight(changed: TableChange) -> list[FigureChange]:
    """The same, but for many that only one release has, as where the years of two periods differ."""
    moved = _moved(changed)
    here = [each for each in moved if each.told != "absent"]
    return moved if len(moved) - len(here) <= MOST_ABSENT else here


def _rest(changed: TableChange) -> list[FigureChange]:
    """The others, without those that both releases count as none."""
    seen = {(each.row, each.column) for each in _in_sight(changed)}
    return [each for each in changed.figures if (each.row, each.column) not in seen and (each.before, each.after) != (0, 0)]


def _is_moved(each: FigureChange) -> bool:
    is_shown_once = (each.before is None) != (each.after is None)
    return each.told in ("small", "absent") or bool(each.change) or is_shown_once


def _block(changed: TableChange) -> Component:
    seen, rest = _in_sight(changed), _rest(changed)
    picture = [
        *([_table(seen, changed)] if seen else []),
        *([_fold(_counted(rest), _table(rest, changed))] if rest else []),
    ]
    return question(figure_title(changed.code), picture, name=f"change-{changed.code}", reads=_say(seen), source=_rule(changed))


def _unchanged(tables: Sequence[TableChange]) -> Component:
    """The tables in which nothing changed, each folded up."""
    folds = [_fold(figure_title(each.code), _quiet(each), said=_counted(_rest(each))) for each in tables]
    return question(_("Where did nothing change?"), folds, name="unchanged")


def _quiet(each: TableChange) -> list[str | int | Component]:
    figures = _rest(each)
    picture = _table(figures, each) if figures else empty(_("Both releases count none here."))
    return [picture, html.P(_rule(each), className="source")]


def _fold(words: str, content: Content, said: str = "") -> Component:
    small = [html.Small(said)] if said else []
    return html.Details([html.Summary([html.Span(words), *small]), html.Div(listed(content))], className="more same-figures")


def _counted(rest: Sequence[FigureChange]) -> str:
    """How many figures are the same in both, hidden in both, or not in both."""
    same, absent = (sum(each.told == told for each in rest) for told in ("change", "absent"))
    hidden = len(rest) - same - absent
    said = [
        ngettext("%(num)s figure is the same in both.", "%(num)s figures are the same in both.", same) if same else "",
        ngettext("%(num)s figure is hidden in both.", "%(num)s figures are hidden in both.", hidden) if hidden else "",
        ngettext("%(num)s figure is only in one of the two.", "%(num)s figures are only in one of the two.", absent) if absent else "",
    ]
    return " ".join(filter(None, said))


def _table(figures: Sequence[FigureChange], changed: TableChange) -> Component:
    columns = [
        Column(_("What"), header=True),
        Column(_("Earlier"), numeric=True),
        Column(_("Later"), numeric=True),
        Column(_("Change"), numeric=True),
    ]
    rows = [_row(each, changed) for each in figures]
    # Sums are too long to stand side by side on phones.
    return table(columns, rows, caption=figure_title(changed.code), stack=changed.unit == "money")


def _rule(changed: TableChange) -> list[str | int | Component]:
    hides = any(each.told == "hidden" for each in changed.figures)
    return [
        table_rule(changed.code, changed.unit),
        *([" ", _people_rule()] if _of_people(changed) else []),
        *([" ", hidden_words()] if hides else []),
    ]


def _people_rule() -> str:
    return _("A change of fewer than 10 is not told: both figures are rounded, and say no more than that.")


def _of_people(changed: TableChange) -> bool:
    return changed.unit in ("persons", "answers")


def _say(figures: Sequence[FigureChange]) -> str:
    more = sum(each.change is not None and each.change > 0 for each in figures)
    fewer = sum(each.change is not None and each.change < 0 for each in figures)
    said = [
        ngettext("One figure rose.", "%(num)s figures rose.", more) if more else "",
        ngettext("One figure fell.", "%(num)s figures fell.", fewer) if fewer else "",
    ]
    return " ".join(filter(None, said)) or _("No change is told.")


def _row(each: FigureChange, changed: TableChange) -> Row:
    return [_place(each, changed), _figure(each.before, each, changed), _figure(each.after, each, changed), _change(each, changed)]


def _place(each: FigureChange, changed: TableChange) -> str:
    row = _("All together") if each.row is None else side_words(changed.of_rows, each.row)
    if changed.of_columns is None or (each.row is None and each.column is None):
        return row
    column = _("all together") if each.column is None else side_words(changed.of_columns, each.column)
    return f"{row}, {column}"


def _figure(value: int | None, each: FigureChange, changed: TableChange) -> Content:
    if value is not None:
        return _in_words(value, each, changed)
    if each.told == "absent":
        return html.Span("–", title=_("not in this release"))
    return HIDDEN


def _change(each: FigureChange, changed: TableChange) -> Content:
    if each.told == "small":
        return _("less than 10")
    if each.change is None:
        return "–" if each.told == "absent" else HIDDEN
    if each.change == 0:
        return _("none")
    sign = "+" if each.change > 0 else "−"
    return f"{sign}{_in_words(abs(each.change), each, changed)}"


def _in_words(value: int, each: FigureChange, changed: TableChange) -> str:
    """Money in minor units of the currency that the column or the code names."""
    if changed.unit != "money":
        return number(value)
    currency = each.column if changed.of_columns == "currency" and each.column else changed.code.removeprefix(MONEY)
    return money(value, currency)
