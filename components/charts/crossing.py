"""How often each of several kinds met each of several others: a table whose fuller fields are darker."""

from collections.abc import Mapping, Sequence

from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _

from components.persons import FEWEST_SHOWN, is_hidden, persons
from components.table import scroll


def crossing(
    rows: Sequence[tuple[object, str]],
    columns: Sequence[tuple[object, str]],
    counts: Mapping[tuple[object, object], int],
    *,
    caption: str,
    masked: bool = False,
) -> html.Div:
    """Rows and columns as (key, words); `counts` by (row key, column key). Where `masked`, a count under five is told as "<5"."""
    most = max([FEWEST_SHOWN, *counts.values()])
    head = html.Tr([html.Td(), *(html.Th(html.Span(words, className="turned"), scope="col") for _key, words in columns)])
    body = [
        html.Tr(
            [
                html.Th(html.Span(words, className="row-head"), scope="row"),
                *(_cell(counts.get((key, column), 0), most, masked=masked) for column, _words in columns),
            ]
        )
        for key, words in rows
    ]
    content = html.Table([html.Caption(caption, className="sr"), html.Thead(head), html.Tbody(body)], className="matrix crossing")
    return html.Div(scroll(content, name=caption))


def _cell(count: int, most: int, *, masked: bool) -> Component:
    if is_hidden(count, masked=masked):
        return html.Td(persons(count, masked=masked), className="has is-hidden", style={"--v": 0})
    if count == 0:
        return html.Td(_("none recorded"), className="missing")
    return html.Td(persons(count, masked=masked), className="has", style={"--v": round(count / most, 3)})
