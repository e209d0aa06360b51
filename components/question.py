"""The question block: every picture of the dashboard stands in one."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _

from components.content import Content, listed

HEADINGS = {2: html.H2, 3: html.H3}


def question(
    text: str,
    picture: Content,
    *,
    name: str,
    how: Content | None = None,
    reads: Content | None = None,
    table: Content | None = None,
    source: Content | None = None,
    tools: Content | None = None,
    level: int = 2,
) -> html.Section:
    """A question and what answers it, always in the same order.

    `name` is unique on the page (the heading's id is `<name>-heading`); `how` says how to read the picture;
    `reads` is the sentence that says what the picture shows now; `table` the same facts as a table;
    `source` where the facts come from and how they are counted; `tools` stands beside the heading (tick box, download).
    `level` is the heading's level, 2 or 3.
    """
    heading_id = f"{name}-heading"
    return html.Section(
        [
            _head(text, heading_id=heading_id, how=how, tools=tools, level=level),
            html.Div(listed(picture), className="picture"),
            *([html.P(listed(reads), className="reads")] if reads is not None else []),
            *_under(text, table=table, source=source),
        ],
        className="ask",
        **{"aria-labelledby": heading_id},
    )


def _head(text: str, *, heading_id: str, how: Content | None, tools: Content | None, level: int) -> Component:
    words = [HEADINGS[level](text, id=heading_id), *([html.P(listed(how), className="how")] if how is not None else [])]
    if tools is None:
        return html.Div(words, className="ask-head")
    return html.Div([html.Div(words), html.Div(listed(tools), className="ask-tools")], className="ask-head head-row")


def _under(text: str, *, table: Content | None, source: Content | None) -> list[Component]:
    parts: list[Component] = []
    if table is not None:
        parts.append(same_as_table(text, table))
    if source is not None:
        parts.append(html.P(listed(source), className="source"))
    return [html.Div(parts, className="under")] if parts else []


def folded(block: Component, words: str) -> Component:
    """The same block with its question and its finding in sight; the rest is folded up under these words."""
    head, *rest = block.children
    heading_id = getattr(block, "aria-labelledby")
    own_id = heading_id.replace("-heading", "-fold")
    finding, others = ([part for part in rest if (part.className == "reads") == is_finding] for is_finding in (True, False))
    summary = html.Summary(html.Span(words), id=own_id, **{"aria-labelledby": f"{own_id} {heading_id}"})
    block.children = [head, *finding, html.Details([summary, *others], className="more")]
    return block


def contents(words: str, blocks: Sequence[Component]) -> Component:
    """Links to these blocks, folded up under the words."""
    headings = [block.children[0].children[0] for block in blocks]
    links = [html.Li(html.A(heading.children, href=f"#{heading.id}")) for heading in headings]
    return html.Details([html.Summary(html.Span(words)), html.Ul(links)], className="more contents")


def same_as_table(about: str, table: Content) -> html.Details:
    """The facts of a picture as a table, closed at first; `about` is read aloud after the words that repeat."""
    words = [_("The same as a table"), html.Span(f": {about}", className="sr")]
    return html.Details([html.Summary(html.Span(words)), html.Div(listed(table), className="as-table-in")], className="as-table")
