"""Figures in plain words: a big number, a sentence, the expert's term last."""

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html
from flask_babel import gettext as _

from components.content import Content, listed
from components.formats import number


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure; `value` None or `unknown` shows the word unknown in place of the number.

    `value` is a number, or a text such as "1–2"; `of` a number ("of 26") or the words that follow the number ("parts").
    `sentence` goes on where the number ends; `term` is the expert's term or the counting rule, text or a link.
    """

    value: int | str | None
    sentence: Content
    of: int | str | None = None
    term: Content | None = None
    unknown: bool = False


def figures(items: Sequence[Figure]) -> html.Div:
    """Up to four figures side by side (eight in two rows)."""
    return html.Div([_figure(item) for item in items], className="figures")


def _figure(item: Figure) -> html.Div:
    return html.Div(
        [
            html.P([_value(item), " ", html.Span(listed(item.sentence), className="say")]),
            *([html.P(listed(item.term), className="rule")] if item.term is not None else []),
        ],
        className="figure-in-words",
    )


def _value(item: Figure) -> html.Span:
    if item.unknown or item.value is None:
        return html.Span(_("unknown"), className="n unknown")
    shown = number(item.value) if isinstance(item.value, int) else item.value
    of = _("of %(n)s", n=number(item.of)) if isinstance(item.of, int) else item.of
    return html.Span([shown, *([" ", html.Small(of)] if of else [])], className="n")
