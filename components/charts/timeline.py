"""The timeline of a biography: phases, and in each its moments in order."""

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _

from components.content import Content, listed
from components.marks import key
from components.unknown import unknown


@dataclass(frozen=True, slots=True)
class Moment:
    """Something that happened: `when` in words (None: date unknown, its place in the order is kept), `kind` ("Tie", "Money")."""

    kind: str
    what: Content
    when: str | None = None
    source: Content | None = None


@dataclass(frozen=True, slots=True)
class StoryPhase:
    """A phase with its moments; `when` says from when to when (None: dates unknown); `tone` 0 (no phase) to 4 darkens."""

    title: str
    moments: Sequence[Moment]
    when: str | None = None
    tone: int = 0


def timeline(phases: Sequence[StoryPhase]) -> html.Div:
    """The phases from the first to the last, with a key to the two kinds of marks."""
    return html.Div([_legend(), html.Ol([_phase(phase) for phase in phases], className="story")])


def _legend() -> Component:
    return key(
        [
            (html.Span(className="moment-mark", **{"aria-hidden": "true"}), _("date known")),
            (html.Span(className="moment-mark undated", **{"aria-hidden": "true"}), _("date unknown")),
        ],
        name=_("Marks"),
    )


def _phase(phase: StoryPhase) -> Component:
    when = phase.when or _("dates unknown")
    head = html.Div([html.B(phase.title), html.Small(when)], className="phase-name")
    return html.Li(
        [head, html.Ol([_moment(moment) for moment in phase.moments], className="moments")], className=f"story-phase tone-{phase.tone}"
    )


def _moment(moment: Moment) -> Component:
    when = moment.when or unknown(_("date unknown"))
    source = [html.P(listed(moment.source), className="from")] if moment.source is not None else []
    return html.Li(
        [
            html.P([html.B(when), " ", html.Span(moment.kind, className="kind")], className="when"),
            html.P(listed(moment.what), className="what"),
            *source,
        ],
        className="moment" if moment.when else "moment undated",
    )
