"""Where each network stands, as rows of a table."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _
from flask_babel import ngettext

from components.content import Content
from components.editing.edit_button import with_edit
from components.formats import country, level_span, number
from components.link import link
from components.marks import dots, steps_taken
from components.table import Column
from components.unknown import unknown
from components.vocabulary import label

# More dots than this are no longer seen at a glance.
MOST_DOTS = 10


@dataclass(frozen=True, slots=True)
class Say:
    """How much say service users have in a network: the latest reading of each micro project that has one, as (low, high).

    `middle` is the lower median of several readings; `unknown` counts the micro projects without one.
    """

    levels: Sequence[tuple[int, int]] = ()
    middle: int | None = None
    unknown: int = 0


@dataclass(frozen=True, slots=True)
class NetworkRow:
    """One network as the table shows it; facilitators as (id, name), None and empty are unknown."""

    id: int
    name: str
    country: str | None
    for_whom: str | None
    target_groups: Sequence[str]
    facilitators: Sequence[tuple[int, str]]
    micro_projects: int
    say: Say


def standing_columns() -> list[Column]:
    """The columns of the table."""
    return [
        Column(_("Network"), header=True),
        Column(_("Country")),
        Column(_("For whom")),
        Column(_("Coordinated by")),
        Column(_("Micro projects")),
        Column(_("Users’ say, step 1 to 7")),
    ]


def standing_row(row: NetworkRow, *, editable: bool = False) -> list[Content | None]:
    """The cells of one network, with the way to change it where it is `editable`."""
    groups = ", ".join(label("target_group", code) for code in row.target_groups)
    return [
        with_edit(link(row.name, f"/network?network={row.id}"), "network", row.id, row.name, editable=editable),
        country(row.country) if row.country else None,
        row.for_whom or groups or None,
        _facilitators(row.facilitators) if row.facilitators else None,
        _micro_projects(row.micro_projects),
        say_in_words(row.say),
    ]


def say_in_words(say: Say) -> Content:
    """Seven cells and the words for them: one reading as it is, of several the middle one and how far they reach; unknown stays unknown."""
    if not say.levels or say.middle is None:
        return unknown()
    if len(say.levels) == 1:
        low, high = say.levels[0]
        return [steps_taken(range(low, high + 1)), level_span(low, high), *_rest([], say.unknown)]
    taken = {step for low, high in say.levels for step in range(low, high + 1)}
    reach = _("middle of %(n)s readings, %(span)s", n=number(len(say.levels)), span=level_span(min(taken), max(taken)))
    return [steps_taken({say.middle}, among=taken), str(say.middle), *_rest([reach], say.unknown)]


def readings_in_words(rows: Sequence[NetworkRow]) -> str:
    """One sentence on how many of the networks have a reading."""
    read, of = sum(1 for row in rows if row.say.levels), len(rows)
    if read == 0:
        return _("No reading of service users’ say exists in any of these networks.")
    if read == of:
        return ngettext("In this network a reading exists.", "In each of the %(num)s networks a reading exists.", of)
    return ngettext(
        "In %(num)s of the %(of)s networks a reading exists for at least one micro project; in the other %(rest)s none exists.",
        "In %(num)s of the %(of)s networks a reading exists for at least one micro project; in the other %(rest)s none exists.",
        read,
        of=number(of),
        rest=number(of - read),
    )


def by_network(levels: Sequence[tuple[str, int, int]]) -> Mapping[str, list[tuple[int, int]]]:
    """Readings as (network, low, high) under the name of their network."""
    found: dict[str, list[tuple[int, int]]] = {}
    for network, low, high in levels:
        found.setdefault(network, []).append((low, high))
    return found


def _facilitators(facilitators: Sequence[tuple[int, str]]) -> list[str | Component]:
    parts: list[str | Component] = []
    for stakeholder_id, name in facilitators:
        parts += [*([", "] if parts else []), link(name, f"/stakeholders/{stakeholder_id}")]
    return parts


def _micro_projects(n: int) -> Content:
    if n == 0:
        return unknown(_("none recorded"))
    return [dots(n), " ", number(n)] if n <= MOST_DOTS else number(n)


def _rest(words: list[str], n: int) -> list[Component]:
    """What stands small under the steps."""
    missing = [ngettext("one unknown", "%(num)s unknown", n)] if n else []
    return [html.Small("; ".join([*words, *missing]), className="reach")] if words or missing else []
