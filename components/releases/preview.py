"""What stands around a release that a leader looks at beforehand: what is hidden and why, what would show more, and the button."""

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from dash import dcc, html
from dash.development.base_component import Component
from flask_babel import gettext as _
from flask_babel import ngettext

from components.content import Content
from components.formats import listing, number, share
from components.help.help_link import with_help
from components.ids import Ids
from components.link import link
from components.question import question
from components.releases.figure_words import figure_title, hidden_words
from components.releases.indicators import indicators_question
from components.releases.report import WATCHED, block_name
from components.releases.side_words import side_words
from components.releases.tables import FigureTable
from components.table import Column, Row, table

# More hidden figures than this are told by how many they are.
MOST_NAMED = 8


class Hidden(Protocol):
    """A figure that is hidden: its table, the codes of its row and column ("" is a total), and why."""

    @property
    def table(self) -> str: ...
    @property
    def row(self) -> str: ...
    @property
    def column(self) -> str: ...
    @property
    def reason(self) -> str: ...


class Merge(Protocol):
    """Codes of a dimension that are shown as one."""

    @property
    def dimension(self) -> str: ...
    @property
    def codes(self) -> Sequence[str]: ...


def in_short(hidden: int, offered: int) -> Component:
    """What to look at in a preview: how many figures are hidden, whether merging shows more, and the way to the end."""
    more = [html.A(_("What would show more?"), href="#merges-heading")] if offered else []
    ways = [*more, html.A(_("Release it?"), href="#release-it-heading")]
    return html.P([html.B(_hidden_in_all(hidden)), *(part for way in ways for part in (" ", way))], className="preview-short")


def _hidden_in_all(n: int) -> str:
    return ngettext("%(num)s figure is hidden.", "%(num)s figures are hidden.", n) if n else _("No figure is hidden.")


def why_hidden(tables: Sequence[FigureTable], hidden: Sequence[Hidden], unnamed: Sequence[str], *, offered: int) -> Component | None:
    """Which figures are hidden in which tables, and why; None where none is.

    `unnamed` are the codes of tables that would name too few networks; `offered`: how many merges would show more or are chosen.
    """
    found = [(one, _of(one.code, hidden), one.code in unnamed) for one in tables]
    rows = [_of_table(*each) for each in found if any(each[1:])]
    if of_indicators := _of(WATCHED, hidden):
        rows.append(_of_indicators(of_indicators))
    if not rows:
        return None
    title = _("What is not shown, and why?")
    columns = [Column(_("Table"), header=True), Column(_("Not shown"), numeric=True), Column(_("Why"))]
    nothing = _("No groups were found that would show more if they were shown as one. A longer period or more networks may show more.")
    return question(
        title,
        table(columns, rows, caption=title),
        name="preview-hidden",
        reads=nothing if hidden and not offered else None,
        source=with_help(hidden_words(), "hidden-figure", _("Why figures are hidden")),
    )


def _of(code: str, hidden: Sequence[Hidden]) -> list[Hidden]:
    return [cell for cell in hidden if cell.table == code]


def _of_table(one: FigureTable, hidden: Sequence[Hidden], unnamed: bool) -> Row:
    few = [html.Li(_("Fewer than three networks contribute to it, so it names none of them."))] if unnamed else []
    cells = sum(len(line) for line in one.cells)
    why = [*_why(hidden, one.unit, lambda cell: _place(one, cell)), *few]
    return [_to_block(one.code, figure_title(one.code)), share(len(hidden), cells), html.Ul(why, className="why-hidden")]


def _of_indicators(hidden: Sequence[Hidden]) -> Row:
    columns = {"baseline": _("baseline"), "value": _("value reached")}
    how = html.Li(_("An indicator may count the same people as another figure: what the two differ by must not be a few people."))
    why = [*_why(hidden, "persons", lambda cell: f"{cell.row}, {columns[cell.column]}"), how]
    return [_to_block(WATCHED, indicators_question()), number(len(hidden)), html.Ul(why, className="why-hidden")]


def _to_block(code: str, words: str) -> Component:
    return html.A(words, href=f"#{block_name(code)}-heading")


def _why(hidden: Sequence[Hidden], unit: str, place: Callable[[Hidden], str]) -> list[Component]:
    """A line for each reason, with the first figures that are hidden for it."""
    reasons: dict[str, list[str]] = {}
    for cell in hidden:
        reasons.setdefault(cell.reason, []).append(place(cell))
    return [html.Li([html.B(_reason(reason, unit)), " ", _places(places)]) for reason, places in reasons.items()]


def _places(places: Sequence[str]) -> str:
    return "; ".join(places) if len(places) <= MOST_NAMED else ngettext("%(num)s figure.", "%(num)s figures.", len(places))


def _place(one: FigureTable, cell: Hidden) -> str:
    together = _("All together")
    row = side_words(one.of_rows, cell.row) if cell.row else together
    if one.of_columns is None:
        return row
    return f"{row}, {side_words(one.of_columns, cell.column) if cell.column else together}"


def _reason(reason: str, unit: str) -> str:
    few = (
        _("Fewer than ten different people for certain, or all of a group:")
        if unit == "persons"
        else _("Fewer than ten readings, or all of one side:")
    )
    return {
        "few": few,
        "worked_out": _("Could be worked out from other figures:"),
        "giver": _("Fewer than three micro projects, or one with most of the money:"),
        "earlier": _("Could be worked out together with an earlier release:"),
    }[reason]


def merge_words(merge: Merge, names: Mapping[str, str]) -> str:
    """What would be shown as one; `names` are those of networks by id."""
    if merge.dimension == "network":
        return listing([names.get(code, code) for code in merge.codes])
    return listing([side_words(merge.dimension, code) for code in merge.codes])


def merges(
    offered: Sequence[tuple[Merge, int]], taken: Sequence[Merge], *, names: Mapping[str, str], href: Callable[[Merge], str]
) -> Component | None:
    """Merges that would show figures again (how many), and those that were chosen; `href` leads to the page with the merge turned."""
    if not offered and not taken:
        return None
    lines: list[Component] = [
        html.Li([html.Span(merge_words(merge, names)), " ", link(_("Show them apart again"), href(merge))]) for merge in taken
    ]
    lines += [
        html.Li(
            [
                html.Span(merge_words(merge, names)),
                " ",
                ngettext("%(num)s figure more is shown.", "%(num)s figures more are shown.", gained),
                " ",
                link(_("Show them as one"), href(merge)),
            ]
        )
        for merge, gained in offered
    ]
    return question(
        _("What would show more?"),
        html.Ul(lines, className="merges"),
        name="merges",
        how=_("Small groups that are shown as one are large enough to be shown."),
    )


def release_it(
    ids: Ids, *, asked: Mapping[str, str], seal: str, readers: Sequence[str], hidden: int, earlier: int, same: bool
) -> Component:
    """What will happen, and the button that fixes the release; `seal` stands for what the preview showed.

    `same`: an earlier release has exactly these figures.
    """
    checked = ngettext(
        "It was checked against %(num)s earlier release about these networks.",
        "It was checked against %(num)s earlier releases about these networks.",
        earlier,
    )
    told: list[Content] = [
        _("Readers: you, %(readers)s.", readers=", ".join(readers)),
        _hidden_in_all(hidden),
        checked if earlier else _("There is no earlier release about these networks that it could be compared with."),
        *([_("An earlier one has exactly the same figures: nothing in them has changed since.")] if same else []),
        _("Once it is released nothing in it changes any more, and it cannot be made unread."),
    ]
    return question(
        _("Release it?"),
        [
            html.Ul([html.Li(line) for line in told], className="release-told"),
            html.Div(html.Button(_("Release it"), id=ids("release"), type="button", className="btn btn-primary"), className="btn-row"),
            dcc.Store(id=ids("asked"), data=dict(asked)),
            dcc.Store(id=ids("seal"), data=seal),
            dcc.Location(id=ids("address"), refresh=True),
        ],
        name="release-it",
        source=with_help(
            _("Counts are those of today; the period says what of the dated facts is in them."), "release", _("About releases")
        ),
    )
