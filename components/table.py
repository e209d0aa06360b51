"""Tables to read: rows become blocks on phones, long ones come in pages."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _

from components.content import Content, listed
from components.formats import number
from components.link import link
from components.unknown import unknown

ROWS_PER_PAGE = 50

Row = Sequence[Content | None]


@dataclass(frozen=True, slots=True)
class Column:
    """One column; `numeric` aligns to the right, `header` makes its cells the headings of their rows."""

    label: str
    numeric: bool = False
    header: bool = False


def table(columns: Sequence[Column], rows: Sequence[Row], *, caption: str, stack: bool = True, caption_shown: bool = False) -> Component:
    """A table whose rows have one cell per column; None is shown as unknown.

    `caption` names it (drawn only with `caption_shown`); without `stack` it stays a table on phones and scrolls sideways.
    """
    # A stacked table is laid out as blocks; the roles keep it a table for screen readers.
    content = html.Table(
        [
            html.Caption(caption, className="" if caption_shown else "sr"),
            html.Thead(html.Tr([_head(column) for column in columns], role="row"), role="rowgroup"),
            html.Tbody([_row(columns, row) for row in rows], role="rowgroup"),
        ],
        className="tbl stack" if stack else "tbl",
        role="table",
    )
    return content if stack else scroll(content, name=caption)


def paged_table(
    columns: Sequence[Column],
    rows: Sequence[Row],
    *,
    caption: str,
    page: int,
    href: Callable[[int], str],
    total: int | None = None,
    stack: bool = True,
) -> html.Div:
    """A table of at most 50 rows with links to the other pages; `page` counts from 1, `href` makes the address of a page.

    `rows` are all rows; where a query has already cut them, pass how many there are as `total`.
    """
    count = len(rows) if total is None else total
    page = min(max(page, 1), pages_of(count))
    first = (page - 1) * ROWS_PER_PAGE
    shown = rows[first : first + ROWS_PER_PAGE] if total is None else rows
    content = table(columns, shown, caption=caption, stack=stack)
    return html.Div([content, *page_links(page, count, href=href, caption=caption)])


def page_links(page: int, count: int, *, href: Callable[[int], str], caption: str, per_page: int = ROWS_PER_PAGE) -> list[Component]:
    """Which of `count` rows the page shows, and links to the other pages; nothing where all fit on one."""
    if count <= per_page:
        return []
    first = (page - 1) * per_page
    last = min(first + per_page, count)
    words = _("%(first)s to %(last)s of %(count)s", first=number(first + 1), last=number(last), count=number(count))
    return [html.Div([html.P(words), _page_links(page, pages_of(count, per_page), href=href, caption=caption)], className="pages")]


def pages_of(count: int, per_page: int = ROWS_PER_PAGE) -> int:
    """How many pages a table of `count` rows has; at least one."""
    return max(1, -(-count // per_page))


def scroll(content: Component, *, name: str) -> html.Div:
    """A region that scrolls sideways and can be reached with the keyboard."""
    return html.Div(content, className="scroll", tabIndex=0, role="region", **{"aria-label": name})


def _head(column: Column) -> html.Th:
    return html.Th(column.label, scope="col", className="num" if column.numeric else "", role="columnheader")


def _row(columns: Sequence[Column], row: Row) -> html.Tr:
    return html.Tr([_cell(column, cell) for column, cell in zip(columns, row, strict=True)], role="row")


def _cell(column: Column, cell: Content | None) -> Component:
    # Several parts stay together beside the label that phones draw; a single text or word needs no wrapping, and long tables have many.
    inside = unknown() if cell is None else cell if isinstance(cell, str | int) else html.Span(listed(cell))
    class_name = "num" if column.numeric else ""
    if column.header:
        return html.Th(inside, scope="row", className=class_name, role="rowheader")
    return html.Td(inside, className=class_name, role="cell", **{"data-label": column.label})


def _page_links(page: int, pages: int, *, href: Callable[[int], str], caption: str) -> html.Nav:
    items = [_gap() if n is None else _page_link(n, current=n == page, href=href) for n in _shown_pages(page, pages)]
    return html.Nav(html.Ul(items, className="page-links"), **{"aria-label": _("Pages of: %(table)s", table=caption)})


def _shown_pages(page: int, pages: int) -> list[int | None]:
    near = sorted({1, pages, *range(max(1, page - 1), min(pages, page + 1) + 1)})
    shown: list[int | None] = []
    for n in near:
        if shown and shown[-1] is not None and n - shown[-1] > 1:
            shown.append(None)
        shown.append(n)
    return shown


def _page_link(n: int, *, current: bool, href: Callable[[int], str]) -> html.Li:
    spoken = html.Span(_("Page "), className="sr")
    if current:
        return html.Li(html.Span([spoken, number(n)], className="current", **{"aria-current": "page"}))
    return html.Li(link([spoken, number(n)], href(n)))


def _gap() -> html.Li:
    return html.Li("…", **{"aria-hidden": "true"})
