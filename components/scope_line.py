"""The filter sentence that most pages share: which network, which target group, which year."""

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from dash.development.base_component import Component
from flask_babel import gettext as _

from components.filters import Choice, Filters, filter_line, read_filters
from components.vocabulary import label

NETWORK, GROUP, YEAR = "network", "group", "year"


class ScopeChoices(Protocol):
    """What can be chosen: networks as (id, name, is a LEN), codes of target groups, years."""

    @property
    def networks(self) -> Sequence[tuple[int, str, bool]]: ...
    @property
    def groups(self) -> Sequence[str]: ...
    @property
    def years(self) -> Sequence[int]: ...


def read_scope(query: Mapping[str, object], choices: ScopeChoices, *, more: Mapping[str, Sequence[str]] | None = None) -> Filters:
    """The part of a query string that can be understood; `more` names further keys of the page and their values."""
    allowed: dict[str, Sequence[str]] = {
        NETWORK: [str(network_id) for network_id, _name, _is_len in choices.networks],
        GROUP: choices.groups,
        YEAR: [str(year) for year in choices.years],
        **(more or {}),
    }
    return read_filters(query, allowed=allowed)


def chosen(filters: Filters) -> dict[str, Any]:
    """The keywords of `data_layer.scope.Scope`."""
    return {
        "network_id": int(filters.get(NETWORK)) if filters.get(NETWORK) else None,
        "target_group": filters.get(GROUP) or None,
        "year": int(filters.get(YEAR)) if filters.get(YEAR) else None,
    }


def scope_line(
    filters: Filters, choices: ScopeChoices, *, reset: str, more: Sequence[str | Choice] = (), keys: Sequence[str] = (NETWORK, GROUP, YEAR)
) -> Component:
    """The sentence "Showing all networks and every target group at any date"; `reset` is the page's bare path.

    `keys` are the choices that the page has, in order; `more` follows them.
    """
    parts: list[str | Choice] = [_("Showing")]
    for place, key in enumerate(keys):
        if place:
            parts.append(_("and"))
        parts.append(_choice(key, filters, choices))
    return filter_line([*parts, *more], reset=reset)


def _choice(key: str, filters: Filters, choices: ScopeChoices) -> Choice:
    if key == NETWORK:
        names = [
            (str(network_id), name if is_len else _("%(name)s (status unclear)", name=name))
            for network_id, name, is_len in choices.networks
        ]
        return Choice(key, _("Network"), [("", _("all networks")), *names], filters.get(key))
    if key == GROUP:
        groups = [(code, label("target_group", code)) for code in choices.groups]
        return Choice(key, _("Target group"), [("", _("every target group")), *groups], filters.get(key))
    years = [(str(year), str(year)) for year in choices.years]
    return Choice(key, _("Period"), [("", _("any date")), *years], filters.get(key))
