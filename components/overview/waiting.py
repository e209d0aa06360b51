"""What waits for a person: the most urgent at once, the rest on demand, and how much of each kind."""

from collections.abc import Mapping, Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _
from flask_babel import ngettext

from components.facts import facts
from components.formats import number
from components.help.help_link import help_link
from components.overview.attention_words import attention, heading
from components.spoken import spoken
from components.todo import todo

SHOWN = 8
MOST_PER_KIND = 12
# Where the help page says how each kind is found.
HELP = {
    "message": "release-message",
    "deadline": "deadline",
    "stalled": "stalled",
    "words_only": "words-only",
    "users_below": "gap",
    "conflict": "conflict",
    "twin": "twin",
    "empty": "none-recorded",
    "dependent": "hangs-on-one",
    "not_asked": "sides",
    "missing": "who-is-missing",
}


def waiting_list(found: Mapping[str, Sequence[Any]], *, masked: bool = False, editable: bool = False) -> list[Component]:
    """Up to eight items, each kind that has any among them, in the order of the kinds; the others behind "Show the other 12".

    `masked` hides small counts of persons; `editable`: the reader may mend what is told.
    """
    first = _most_urgent(found)
    others = {kind: items[len(first[kind]) :] for kind, items in found.items()}
    shown = todo([attention(item, masked=masked, editable=editable) for items in first.values() for item in items])
    left = sum(map(len, others.values()))
    return [shown, _the_others(others, left, masked=masked, editable=editable)] if left else [shown]


def counts_by_kind(found: Mapping[str, Sequence[Any]]) -> Component:
    """How many items of each kind were found, none included, so that a reader knows what was looked for."""
    return facts([(help_link(HELP[kind], heading(kind)), number(len(items)) if items else _("none")) for kind, items in found.items()])


def _most_urgent(found: Mapping[str, Sequence[Any]]) -> dict[str, Sequence[Any]]:
    """One of each kind, then the free places by urgency."""
    places = {kind: min(1, len(items)) for kind, items in found.items()}
    free = SHOWN - sum(places.values())
    for kind, items in found.items():
        more = max(0, min(free, len(items) - places[kind]))
        places[kind] += more
        free -= more
    return {kind: items[: places[kind]] for kind, items in found.items()}


def _the_others(others: Mapping[str, Sequence[Any]], count: int, *, masked: bool, editable: bool) -> Component:
    words = ngettext("Show the other one", "Show the other %(num)s", count)
    groups = [_group(kind, items, masked=masked, editable=editable) for kind, items in others.items() if items]
    return html.Details([html.Summary([html.Span(words), spoken(" " + _("things that wait"))]), html.Div(groups)], className="more")


def _group(kind: str, items: Sequence[Any], *, masked: bool, editable: bool) -> Component:
    left = len(items) - MOST_PER_KIND
    rest = ngettext(
        "One more is not listed here. Choose a single network above to see its own.",
        "%(num)s more are not listed here. Choose a single network above to see its own.",
        left,
    )
    return html.Div(
        [
            html.H3([heading(kind), " ", html.Small(number(len(items)))]),
            todo([attention(item, masked=masked, editable=editable) for item in items[:MOST_PER_KIND]]),
            *([html.P(rest, className="how")] if left > 0 else []),
        ],
        className="todo-group",
    )
