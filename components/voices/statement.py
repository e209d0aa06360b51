"""One statement: the words, who said them when and where, and what is special about them."""

from collections.abc import Collection, Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _

from components.editing.edit_button import edit_button
from components.flag import flag
from components.formats import listing
from components.vocabulary import label
from components.voices.words import said_by, themes_in_words


def statement(
    line: Any,
    words: str,
    *,
    themes: Collection[str] = (),
    order: Collection[str] = (),
    names: Sequence[str] = (),
    invented: bool = False,
    editable: bool = False,
    below: Sequence[Component] = (),
) -> Component:
    """A list item with one statement.

    `themes`: those in which it counts, told in `order`; `names`: what looks like names in it, for those who may mend it;
    `below`: what stands under it, such as the form to code it.
    """
    by = html.P([html.Span(phrase) for phrase in said_by(line)], className="voice-by")
    seen = [html.P([html.B(_("Themes:")), " ", themes_in_words(themes, order)], className="voice-themes")] if themes else []
    marks = _marks(line, names, invented=invented, editable=editable)
    tools = [html.P([*marks, *([edit_button("voice", line.id, _short(words))] if editable else [])], className="voice-tools")]
    # One that waits stands in the list of all as well, and has its place there without an id.
    place = {"id": f"voice-{line.id}"} if below else {}
    return html.Li([html.Blockquote(html.P(words)), by, *seen, *(tools if marks or editable else []), *below], className="voice", **place)


def _marks(line: Any, names: Sequence[str], *, invented: bool, editable: bool) -> list[Component]:
    marks = [flag(_("invented"), "invented")] if invented else []
    if not editable:
        return marks
    if names:
        marks.append(flag(_("Look whether this is a name: %(names)s", names=listing(list(names))), "bad"))
    if line.withdrawn:
        marks.append(flag(_("consent taken back")))
    elif line.consent != "none":
        marks.append(flag(_("May be read %(whom)s", whom=label("consent", line.consent))))
    return marks


def _short(words: str) -> str:
    return words if len(words) <= 60 else f"{words[:59]}…"
