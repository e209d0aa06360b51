"""All pilots: where each stands, and what has not moved."""

from collections.abc import Callable, Sequence

from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _
from flask_babel import ngettext

from components.empty import empty
from components.flag import flag
from components.formats import listing
from components.link import link
from components.pilots.due import Marked
from components.pilots.rows import Pilot
from components.pilots.track import day, furthest, stands, track
from components.table import Column, Row, page_links, paged_table
from components.vocabulary import labels

PER_PAGE = 50


def pilot_list(pilots: Sequence[Pilot], *, stopped: set[int], marks: Marked, page: int, href: Callable[[int], str]) -> Component:
    """Each pilot with its track; `stopped` holds the ids of those that have not moved, `marks` what stands behind a name."""
    first = (page - 1) * PER_PAGE
    items = [_pilot(pilot, marks(pilot.id), has_stopped=pilot.id in stopped) for pilot in pilots[first : first + PER_PAGE]]
    links = page_links(page, len(pilots), href=href, caption=_("Pilots"), per_page=PER_PAGE)
    return html.Div([html.Ol(items, className="pilots"), *links])


def _pilot(pilot: Pilot, marks: Sequence[Component], *, has_stopped: bool) -> Component:
    late = [" ", flag(_("has not moved"), "bad")] if has_stopped else []
    return html.Li(
        [
            html.Div([html.H3([link(pilot.name, f"/pilots/{pilot.id}"), *marks]), html.P(_whose(pilot))], className="pilot-name"),
            html.Div([track(pilot.steps), html.P([stands(pilot.steps), *late])], className="pilot-way"),
        ]
    )


def _whose(pilot: Pilot) -> str:
    return _("%(provider)s, %(network)s", provider=pilot.provider, network=pilot.network) if pilot.provider else pilot.network


def pilots_say(pilots: Sequence[Pilot], *, finished: set[int]) -> str:
    """How many stand at which step."""
    going = [pilot for pilot in pilots if pilot.id not in finished]
    at = [furthest(pilot.steps) for pilot in going]
    steps = [(words, sum(step is not None and step.step == code for step in at)) for code, words in labels("roadmap_step").items()]
    parts = [_("%(n)s at “%(step)s”", n=n, step=words) for words, n in steps if n]
    if None in at:
        parts.append(_("%(n)s not begun", n=at.count(None)))
    if finished:
        parts.append(_("%(n)s finished", n=len(finished)))
    said = ngettext("One pilot is recorded", "%(num)s pilots are recorded", len(pilots))
    return f"{said}: {listing(parts)}."


def pilots_table(pilots: Sequence[Pilot], *, page: int, href: Callable[[int], str]) -> Component:
    """The same as a table."""
    columns = [Column(_("Pilot"), header=True), Column(_("Network")), Column(_("Where it stands")), Column(_("Last dated fact"))]
    rows: list[Row] = [[link(each.name, f"/pilots/{each.id}"), each.network, stands(each.steps), _last(each)] for each in pilots]
    return paged_table(columns, rows, caption=_("Pilots"), page=page, href=href)


def stopped_list(pilots: Sequence[Pilot]) -> Component:
    """Those that have not moved, the longest silent first."""
    if not pilots:
        return empty(_("Every pilot has moved within the last half year, or is finished."))
    return html.Ul([_stopped(pilot) for pilot in pilots], className="todo")


def _stopped(pilot: Pilot) -> Component:
    since = _last(pilot)
    why = _("The last dated fact is of %(date)s.", date=since) if since else _("Nothing about it has a date.")
    words = [html.P(pilot.network, className="kind"), html.P(pilot.name, className="what"), html.P([stands(pilot.steps), " ", why])]
    return html.Li([html.Div(words), link(_("See the pilot"), f"/pilots/{pilot.id}", button=True, spoken_after=pilot.name)])


def stopped_say(stopped: int, of: int) -> str | None:
    """How many have not moved, of those that are not finished."""
    if not of:
        return None
    going = ngettext("Of one pilot that is not finished", "Of %(num)s pilots that are not finished", of)
    return ngettext("%(going)s one has not moved.", "%(going)s %(num)s have not moved.", stopped, going=going)


def _last(pilot: Pilot) -> str | None:
    return day(pilot.fact_first, pilot.fact_last)
