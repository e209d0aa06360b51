"""What the ties tell: the seven figures in plain words, and who stands out."""

from collections.abc import Callable, Sequence

from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _
from flask_babel import ngettext

from components.figures import Figure, figures
from components.formats import number
from components.help.help_link import help_link
from components.link import link
from components.marks import sector_mark
from components.network.terms import Counts, Measure

FIRST = 5


def seven_figures(counts: Counts, *, members: int, ties: int) -> html.Div:
    """The seven figures of what is shown; `members` and `ties` are how many the network has."""
    return figures(
        [
            Figure(counts.stakeholders, _("stakeholders are shown."), of=members, term=help_link("stakeholder", _("stakeholders"))),
            Figure(counts.ties, _("ties are shown."), of=ties, term=help_link("tie", _("ties"))),
            _density(counts),
            Figure(
                counts.confirmed if counts.ties else None,
                _("ties are confirmed by both sides."),
                of=counts.ties,
                term=help_link("confirmed", _("both sides asked and agreeing")),
            ),
            _across(counts),
            _parts(counts),
            _steps(counts),
        ]
    )


def _density(counts: Counts) -> Figure:
    rule = _("%(tied)s of %(pairs)s pairs", tied=number(counts.tied), pairs=number(counts.pairs))
    term = [rule, " (", help_link("density", _("density")), ")"]
    if counts.pairs == 0:
        return Figure(None, _("of the possible pairs are tied."), term=term)
    if counts.tied * 2 > counts.pairs or counts.tied == 0:
        return Figure(counts.tied, _("possible pairs are tied."), of=counts.pairs, term=term)
    return Figure(1, _("possible pairs is tied."), of=_("in %(n)s", n=number(round(counts.pairs / counts.tied))), term=term)


def _across(counts: Counts) -> Figure:
    term = help_link("between-sectors", _("share between sectors"))
    if counts.sector_ties == 0:
        return Figure(None, _("how many ties join two sectors."), term=term)
    return Figure(counts.across, _("ties join two different sectors."), of=counts.sector_ties, term=term)


def _parts(counts: Counts) -> Figure:
    alone = ngettext("One stakeholder has no tie.", "%(num)s stakeholders have no tie.", counts.alone) if counts.alone else ""
    words = ngettext("part hangs together.", "parts hang together, each for itself.", counts.parts)
    return Figure(counts.parts, f"{words} {alone}".strip(), term=help_link("parts", _("separate parts")))


def _steps(counts: Counts) -> Figure:
    term = help_link("mean-steps", _("mean steps between two that can reach each other"))
    if counts.mean_steps is None:
        return Figure(None, _("how many steps lie between two stakeholders."), term=term)
    return Figure(
        number(round(counts.mean_steps, 1)), _("lie between two stakeholders on average."), of=ngettext("step", "steps", 2), term=term
    )


def who_stands_out(measured: Sequence[Measure]) -> html.Div:
    """The first five of each measure, in words; not for networks that are too small for a ranking."""
    return html.Div(
        [
            _first(
                _("Most direct ties"), help_link("hub", _("hub (degree)")), measured, lambda one: one.hub,
                lambda one: ngettext("tied to one other", "tied to %(num)s others", one.hub),
            ),
            _first(
                _("Stands between others"), help_link("bridge", _("bridge (betweenness)")), measured, lambda one: one.bridge,
                lambda one: ngettext("on the way between one pair", "on the way between %(num)s pairs", round(one.bridge)),
            ),
            _first(
                _("Joins sectors"), help_link("connector", _("connector")), measured, lambda one: one.connector,
                lambda one: ngettext("tied to one other sector", "tied to %(num)s other sectors", one.connector),
            ),
        ],
        className="standouts",
    )  # fmt: skip


def _first(
    head: str, term: Component, measured: Sequence[Measure], value: Callable[[Measure], float], words: Callable[[Measure], str]
) -> Component:
    first = [one for one in sorted(measured, key=lambda one: (-value(one), one.member.name))[:FIRST] if round(value(one))]
    items = [html.Li([_name(one), html.Small(words(one))]) for one in first]
    body = html.Ol(items) if items else html.P(_("Nobody."), className="unknown")
    return html.Div([html.H3(head), html.P(term, className="small"), body])


def _name(one: Measure) -> Component:
    return html.Span([sector_mark(one.member.sector), " ", link(one.member.name, f"/stakeholders/{one.member.id}")])
