"""Which two releases stand side by side."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from dash.development.base_component import Component
from flask_babel import gettext as _
from flask_babel import ngettext

from components.formats import instant, listing, number, vague_date
from components.link import link
from components.releases.told_apart import Made
from components.table import Column, Row, table

# More names would be a list, not a sentence.
MOST_NAMES = 5


class Side(Made, Protocol):
    """One of the two releases."""

    @property
    def as_of(self) -> date: ...
    @property
    def period(self) -> tuple[date | None, date | None]: ...
    @property
    def names(self) -> Sequence[str]: ...
    @property
    def networks(self) -> int: ...
    @property
    def micro_projects(self) -> int: ...


def sides_table(before: Side, after: Side) -> Component:
    """What the two releases are."""
    columns = [Column(_("What"), header=True), Column(_("The earlier one")), Column(_("The later one"))]
    both = (before, after)
    rows: list[Row] = [
        [_("Release"), *(link(side.title, f"/outcomes/{side.id}") for side in both)],
        [_("As of"), *(vague_date(side.as_of, side.as_of) for side in both)],
        [_("Released"), *(instant(side.made_at) for side in both)],
        [_("Period"), *(vague_date(*side.period) if side.period != (None, None) else _("all dates") for side in both)],
        [_("Networks"), *(number(side.networks) for side in both)],
        [_("Micro projects"), *(number(side.micro_projects) for side in both)],
    ]
    return table(columns, rows, caption=_("The two releases"))


def sides_say(before: Side, after: Side) -> str:
    """Whether the two speak of the same networks."""
    came = [name for name in after.names if name not in before.names]
    went = [name for name in before.names if name not in after.names]
    said = [_("Only in the later one: %(names)s.", names=_names(came))] if came else []
    said += [_("Only in the earlier one: %(names)s.", names=_names(went))] if went else []
    return " ".join(said) or _("Both speak of the same networks.")


def _names(names: Sequence[str]) -> str:
    left = len(names) - MOST_NAMES
    more = [ngettext("one more", "%(num)s more", left)] if left > 0 else []
    return listing([*names[:MOST_NAMES], *more])
