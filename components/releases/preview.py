"""What a release would be, for the leader who composes it: the tables as funders get them, and beside them why figures are hidden."""

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from dash import dcc, html
from dash.development.base_component import Component
from flask_babel import gettext as _
from flask_babel import ngettext

from components.content import Content
from components.formats import listing
from components.help.help_link import with_help
from components.ids import Ids
from components.link import link
from components.question import question
from components.releases.figure_words import figure_title, figure_words, hidden_words, table_rule, unit_words
from components.releases.figures import figure_blocks
from components.releases.picture import block_table, picture
from components.releases.side_words import side_words
from components.releases.tables import FigureTable
from components.table import Column, Row, table

# What hidden figures of indicators stand under.
OF_INDICATORS = "indicator_values"
# More hidden figures than this are told by how many they are.
MOST_NAMED = 8
# Tables with more columns scroll sideways on phones.
WIDE = 4


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
    """What to look at in a long preview: how many figures are hidden, whether merging shows more, and the way to the end."""
    count = ngettext("%(num)s figure is hidden.", "%(num)s figures are hidden.", hidden) if hidden else _("No figure is hidden.")
    more = [html.A(_("What would show more?"), href="#merges-heading")] if offered else []
    ways = [*more, html.A(_("Release it?"), href="#release-it-heading")]
    return html.P([html.B(count), *(part for way in ways for part in (" ", way))], className="preview-short")


def preview_blocks(tables: Sequence[FigureTable], hidden: Sequence[Hidden], unnamed: Sequence[str]) -> list[Component]:
    """A block for each table; `unnamed` are the codes of tables that would name too few networks."""
    return [_block(one, [cell for cell in hidden if cell.table == one.code], one.code in unnamed) for one in tables]


def _block(one: FigureTable, hidden: Sequence[Hidden], unnamed: bool) -> Component:
    title = figure_title(one.code)
    if not hidden:
        return _as_readers_see_it(one, unnamed)
    return question(
        title,
        [html.Div(_table(one, title), className="preview-table"), *_why(one, hidden)],
        name=f"preview-{one.code}",
        reads=_unnamed() if unnamed else None,
        source=table_rule(one.code, one.unit),
    )


def _as_readers_see_it(one: FigureTable, unnamed: bool) -> Component:
    """A table of which nothing is hidden needs no explanation."""
    (block,) = figure_blocks([one])
    return question(
        block.question,
        picture(block),
        name=f"preview-{one.code}",
        reads=f"{block.reads} {_unnamed()}" if unnamed else block.reads,
        table=block_table(block) if block.groups or block.stairs else None,
        source=block.rule,
    )


def _unnamed() -> str:
    return _("Fewer than three networks contribute to it, so it names none of them.")


def _table(one: FigureTable, caption: str) -> Component:
    columns = [side_words(one.of_columns, code) for code in one.columns] if one.of_columns else [unit_words(one.unit)]
    if one.of_columns and one.totals:
        columns.append(_("All together"))
    names = [side_words(one.of_rows, code) for code in one.rows] + ([_("All together")] if one.totals else [])
    rows: list[Row] = [
        [name, *(figure_words(value, unit=one.unit, code=one.code) for value in line)] for name, line in zip(names, one.cells, strict=True)
    ]
    heads = [Column(_("What"), header=True), *(Column(words, numeric=True) for words in columns)]
    return table(heads, rows, caption=caption, stack=len(columns) <= WIDE)


def _why(one: FigureTable, hidden: Sequence[Hidden]) -> list[Component]:
    reasons: dict[str, list[Hidden]] = {}
    for cell in hidden:
        reasons.setdefault(cell.reason, []).append(cell)
    lines = [html.Li([html.B(_reason(reason, one.unit)), " ", _places(one, cells)]) for reason, cells in reasons.items()]
    return [html.Ul(lines, className="why-hidden")] if lines else []


def hidden_of_indicators(hidden: Sequence[Hidden]) -> Component | None:
    """Which figures of chosen indicators are hidden and why, of all that are hidden; None where none is."""
    reasons: dict[str, list[str]] = {}
    columns = {"baseline": _("baseline"), "value": _("value reached")}
    for cell in hidden:
        if cell.table == OF_INDICATORS:
            reasons.setdefault(cell.reason, []).append(f"{cell.row}, {columns[cell.column]}")
    lines = [
        html.Li([html.B(_reason(reason, "persons")), " ", "; ".join(places[:MOST_NAMED]), *_more(len(places) - MOST_NAMED)])
        for reason, places in reasons.items()
    ]
    how = _("An indicator may count the same people as another figure: what the two differ by must not be a few people.")
    return (
        question(
            _("What is not shown of the indicators, and why?"), html.Ul(lines, className="why-hidden"), name="preview-indicators", how=how
        )
        if lines
        else None
    )


def _more(n: int) -> list[str]:
    return [" ", ngettext("and %(num)s more.", "and %(num)s more.", n)] if n > 0 else []


def _places(one: FigureTable, cells: Sequence[Hidden]) -> str:
    if len(cells) > MOST_NAMED:
        return ngettext("%(num)s figure.", "%(num)s figures.", len(cells))
    return "; ".join(_place(one, cell) for cell in cells)


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
    count = ngettext("%(num)s figure is hidden.", "%(num)s figures are hidden.", hidden)
    told: list[Content] = [
        _("Readers: you, %(readers)s.", readers=", ".join(readers)),
        [count, " ", hidden_words()] if hidden else _("No figure is hidden."),
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
