"""What changed, side by side: each field before and after."""

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html
from flask_babel import gettext as _

from components.content import Content


@dataclass(frozen=True, slots=True)
class Side:
    """One field in words, before and after."""

    field: str
    before: Content
    after: Content


def sides(lines: Sequence[Side], *, after_only: bool = False) -> html.Table:
    """The fields, a line each; `after_only`: there was nothing before."""
    head = [_("Field"), *([] if after_only else [_("Before")]), _("Now") if after_only else _("After")]
    return html.Table(
        [
            html.Caption(_("What changed"), className="sr"),
            html.Thead(html.Tr([html.Th(word, scope="col") for word in head])),
            html.Tbody([_line(line, after_only=after_only) for line in lines]),
        ],
        className="tbl sides",
    )


def _line(line: Side, *, after_only: bool) -> html.Tr:
    before = [] if after_only else [html.Td(line.before, className="before")]
    return html.Tr([html.Th(line.field, scope="row"), *before, html.Td(line.after, className="after")])
