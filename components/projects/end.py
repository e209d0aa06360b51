"""How micro projects ended up: picture, table, sentence."""

from collections.abc import Sequence

from dash.development.base_component import Component
from flask_babel import gettext as _

from components.charts.bars import bars
from components.charts.count import Count
from components.charts.ends import ends
from components.content import Content
from components.formats import number, share
from components.link import link
from components.projects.standing import Standing, capital
from components.table import Column, Row, table
from components.unknown import unknown
from components.vocabulary import labels

MOST_NAMES = 3
MOST_DOTS = 60


def end_counts(projects: Sequence[Standing]) -> Component:
    """One row per end state with its number; up to three micro projects are named. Dots, or bars where there are many."""
    rows = [(state, words, _of(projects, state)) for state, words in labels("end_state").items()]
    counts = [Count(capital(words), len(found), _names(state, found), unknown=state == "unknown") for state, words, found in rows]
    return ends(counts) if len(projects) <= MOST_DOTS else bars(counts)


def end_table(projects: Sequence[Standing], *, caption: str) -> Component:
    """One row per end state with its number."""
    rows: list[Row] = [
        [unknown() if state == "unknown" else capital(words), number(len(_of(projects, state)))]
        for state, words in labels("end_state").items()
    ]
    return table([Column(_("End"), header=True), Column(_("Micro projects"), numeric=True)], rows, caption=caption)


def end_says(projects: Sequence[Standing]) -> str:
    """Of how many the end is unknown, and that an ended micro project is not a failed one."""
    open_ends = len(_of(projects, "unknown"))
    lasting = _("An ended micro project can still have built ties and trust: its own page shows both.")
    if len(projects) == 1:
        first = _("How it ended is unknown.") if open_ends else _("How it ended is recorded.")
        return f"{first} {lasting}"
    first = _("For %(share)s micro projects no source states the end.", share=share(open_ends, len(projects)))
    return f"{first} {lasting}"


def end_source(projects: Sequence[Standing]) -> str:
    """The counting rule of ends."""
    return _(
        "Each micro project counts once, %(n)s in all. “Stays informal by choice” counts only where the choice is stated.",
        n=number(len(projects)),
    )


def _of(projects: Sequence[Standing], state: str) -> list[Standing]:
    return [project for project in projects if project.project.end_state == state]


def _names(state: str, found: Sequence[Standing]) -> Content | None:
    if state == "unknown" or not 0 < len(found) <= MOST_NAMES:
        return None
    parts: list[str | Component] = []
    for project in found:
        parts += [", "] if parts else []
        parts.append(link(project.project.name, project.href))
    return parts
