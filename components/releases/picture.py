"""The picture and the table of a block, drawn in HTML: nothing in them but what the block says."""

from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _

from components.content import Content
from components.marks import staff_mark, users_mark
from components.releases.block import Bar, Bars, Block, Stair
from components.releases.figure_words import HIDDEN
from components.table import Column, Row, table


def picture(block: Block) -> Content:
    """Bars or stairs; the table itself where there is neither; nothing where all is hidden."""
    if block.is_hidden:
        return []
    if block.stairs:
        return _stairs(block.stairs)
    if not block.groups:
        return block_table(block)
    unseen = [html.P([html.B(HIDDEN, **{"aria-hidden": "true"}), " ", block.unseen], className="unseen")] if block.unseen else []
    return [*(part for group in block.groups for part in _group(group)), *unseen]


def block_table(block: Block) -> Component:
    """The figures as a table, hidden ones as dots."""
    columns = [Column(block.head[0], header=True), *(Column(words, numeric=block.numeric) for words in block.head[1:])]
    rows: list[Row] = [[line.label, *(cell.text for cell in line.cells)] for line in block.lines]
    return table(columns, rows, caption=block.question)


def _group(group: Bars) -> list[Component]:
    drawn = html.Ul([_bar(bar) for bar in group.bars], className="bars")
    return [html.H3(group.heading, className="bars-head"), drawn] if group.heading else [drawn]


def _bar(bar: Bar) -> Component:
    kind = "is-hidden" if bar.part is None else "is-unknown" if bar.is_unknown else ""
    return html.Li([html.Span(bar.label, className="lab"), html.Span([*_shape(bar), *_figure(bar)], className="b")], className=kind)


def _shape(bar: Bar) -> list[Component]:
    return [html.I(style={"--v": bar.part}, **{"aria-hidden": "true"})] if bar.part else []


def _figure(bar: Bar) -> list[Component]:
    if bar.part is not None:
        return [html.B(bar.text)]
    return [html.B(bar.text, **{"aria-hidden": "true"}), html.Span(_("not shown"), className="small")]


def _stairs(stairs: tuple[Stair, ...]) -> Component:
    heads = [
        html.P([_("Professionals’ side"), " ", staff_mark()], className="stair-staff"),
        html.P([users_mark(), " ", _("Service users’ side")], className="stair-users"),
    ]
    return html.Div([html.Div(heads, className="stair-heads"), html.Ol([_stair(stair) for stair in stairs])], className="released-stairs")


def _stair(stair: Stair) -> Component:
    step = html.P([html.B([html.Span(_("Step "), className="sr"), stair.step]), html.Span(stair.title)], className="stair-step")
    return html.Li(
        [step, _side(stair.staff, _("Professionals’ side"), "stair-staff"), _side(stair.users, _("Service users’ side"), "stair-users")]
    )


def _side(bar: Bar | None, side: str, kind: str) -> Component:
    spoken = html.Span(f"{side}: ", className="sr")
    if bar is None:
        return html.P([spoken, html.Span(_("no step here"), className="small")], className=f"{kind} is-none")
    hidden = " is-hidden" if bar.part is None else ""
    return html.P([spoken, *_shape(bar), *_figure(bar)], className=f"{kind}{hidden}")
