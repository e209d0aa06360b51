"""The content of one page: its head, its filter sentence and its question blocks."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component
from flask_babel import ngettext

from components.content import Content, listed
from components.note import note


def page(
    *,
    eyebrow: Content,
    title: Content,
    lede: Content | None = None,
    filters: Component | None = None,
    ignored: Sequence[str] = (),
    children: Content,
) -> html.Div:
    """The whole content of a page; `eyebrow` names the place (text, or links up), `title` is a question or a name.

    `ignored` holds the query keys that the page did not understand; it says so in a note.
    """
    head = [html.P(eyebrow, className="eyebrow"), html.H1(title)]
    if lede is not None:
        head.append(html.P(lede, className="lede"))
    return html.Div(
        [html.Div(head, className="page-head"), *listed(filters), *([_ignored_note(ignored)] if ignored else []), *listed(children)],
        className="page",
    )


def _ignored_note(keys: Sequence[str]) -> Component:
    return note(
        ngettext(
            "One part of the address was not understood and is left out: %(keys)s.",
            "%(num)s parts of the address were not understood and are left out: %(keys)s.",
            len(keys),
            keys=", ".join(keys),
        )
    )
