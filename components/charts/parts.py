"""What a whole falls into when one member leaves: a row of dots for each part that is left."""

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _
from flask_babel import ngettext

from components.content import Content, listed
from components.formats import listing, number
from components.marks import dots

MOST_PARTS = 12


@dataclass(frozen=True, slots=True)
class Leaving:
    """Who leaves, and the sizes of the parts that are left, largest first."""

    who: Content
    parts: Sequence[int]


def parts(items: Sequence[Leaving]) -> html.Ul:
    """One line for each that may leave: its name, the parts as groups of dots, the same in words."""
    return html.Ul([html.Li(_line(item)) for item in items], className="leaving")


def _line(item: Leaving) -> list[Component]:
    groups = [html.Span(_part(size), className="part") for size in item.parts[:MOST_PARTS]]
    return [
        html.Span(listed(item.who), className="lab"),
        html.Span(groups, className="parts", **{"aria-hidden": "true"}),
        html.Span(parts_in_words(item.parts), className="say"),
    ]


def _part(size: int) -> list[Component]:
    return [dots(size)] if size <= MOST_PARTS else [html.B(number(size))]


def parts_in_words(sizes: Sequence[int]) -> str:
    """The parts in words: "2 parts of 7 and 2, and one stands alone"."""
    large = [size for size in sizes if size > 1]
    single = len(sizes) - len(large)
    alone = ngettext("one stands alone", "%(num)s stand alone", single)
    if not large:
        return alone
    words = ngettext("one part of %(sizes)s", "%(num)s parts of %(sizes)s", len(large), sizes=_sizes(large))
    return _("%(parts)s; %(alone)s", parts=words, alone=alone) if single else words


def _sizes(large: Sequence[int]) -> str:
    shown = [number(size) for size in large[:4]]
    return listing(shown) if len(large) <= 4 else ", ".join([*shown, "…"])
