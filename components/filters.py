"""The filter sentence, and what a page understands of its query string."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlencode

import dash_bootstrap_components as dbc
from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _

from components.ids import dom_id
from components.link import link


@dataclass(frozen=True, slots=True)
class Choice:
    """One select in the filter sentence.

    `key` is its query key, `label` its name for screen readers, `options` are (value, words) in order,
    `value` the chosen one and `default` the one that leaves nothing out. A select of the type "filter" writes the address
    and so builds the page anew; a page that acts on a choice in the browser gives it a type of its own.
    """

    key: str
    label: str
    options: Sequence[tuple[str, str]]
    value: str = ""
    default: str = ""
    type: str = "filter"


@dataclass(frozen=True, slots=True)
class Filters:
    """What was understood of a query string, and the names of the keys that were not."""

    values: Mapping[str, str] = field(default_factory=dict)
    ignored: tuple[str, ...] = ()

    def get(self, key: str, default: str = "") -> str:
        """The value of a key, or the default where it was not given."""
        return self.values.get(key, default)


def read_filters(query: Mapping[str, object], *, allowed: Mapping[str, Container[str]]) -> Filters:
    """The allowed keys of a query that hold one allowed value each; all others are named in `ignored`, sorted.

    A key that is repeated in the address arrives as a list and is ignored; an empty value counts as not given.
    """
    given = {key: value for key, value in query.items() if value not in (None, "")}
    values = {key: value for key, value in given.items() if isinstance(value, str) and value in allowed.get(key, ())}
    return Filters(values, tuple(sorted(set(given) - set(values))))


def within(filters: Filters, **pages: int) -> Filters:
    """The same without the number of a page that a list does not have, which is then ignored; `pages` says by key how many it has."""
    beyond = {key for key, most in pages.items() if int(filters.get(key, "1")) > most}
    left = {key: value for key, value in filters.values.items() if key not in beyond}
    return Filters(left, tuple(sorted({*filters.ignored, *beyond})))


def page_address(path: str, filters: Filters, page: int) -> str:
    """The address of another page of a long list, with the same choices; the first page has no number."""
    return address_with(path, filters, page=str(page) if page > 1 else "")


def address_with(path: str, filters: Filters, **changes: str) -> str:
    """The address of the same page with the same choices but for `changes`; an empty text takes a choice back.

    The number of a page of a list is left out unless it is given.
    """
    query = {key: value for key, value in ({**filters.values, "page": "", **changes}).items() if value}
    return f"{path}?{urlencode(query)}" if query else path


def filter_id(key: str, kind: str = "filter") -> dict[str, str]:
    """The id of the select of this query key; `kind` is its type."""
    return {"type": kind, "index": key}


def filter_line(parts: Sequence[str | Choice | Component], *, reset: str | None = None) -> html.Div:
    """The filter sentence: words and selects in turn; `reset` is the address that shows all, linked where something is chosen."""
    chosen = any(isinstance(part, Choice) and part.value != part.default for part in parts)
    line = [html.Span(part) if isinstance(part, str) else pick(part) if isinstance(part, Choice) else part for part in parts]
    if chosen and reset is not None:
        line.append(link(_("Show all"), reset))
    return html.Div(line, className="view-line", role="group", **{"aria-label": _("What this page shows")})


def pick(choice: Choice) -> html.Span:
    """One select of a sentence, with its name for screen readers."""
    select_id = filter_id(choice.key, choice.type)
    options = [{"value": value, "label": words} for value, words in choice.options]
    # The select shows its placeholder, not the option of the same value, where the value is empty.
    words_for_all = dict(choice.options).get("", "")
    class_name = "pick" if choice.value == choice.default else "pick pick-chosen"
    return html.Span(
        [
            html.Label(choice.label, htmlFor=dom_id(select_id), className="sr"),
            dbc.Select(options, choice.value, id=select_id, placeholder=words_for_all, class_name=class_name),
        ],
        className="pick-in",
    )
