"""The seven figures of a network on two days."""

from dash.development.base_component import Component
from flask_babel import gettext as _

from components.content import Content
from components.formats import number, share, vague_date
from components.help.help_link import help_link
from components.network.change.terms import Change
from components.network.terms import Counts
from components.table import Column, Row, table
from components.unknown import unknown


def figures_table(change: Change, *, caption: str) -> Component:
    """One row per figure, a column for each day."""
    then, now = change.figures
    columns = [
        Column(_("Figure"), header=True),
        Column(vague_date(change.before, change.before)),
        Column(vague_date(change.after, change.after)),
    ]
    rows: list[Row] = [[term, one, other] for (term, one), (_term, other) in zip(_figures(then), _figures(now), strict=True)]
    return table(columns, rows, caption=caption)


def figures_say(change: Change) -> str:
    """Whether more or fewer pairs are tied than before, and what that does not say."""
    then, now = change.figures
    if then.ties == now.ties == 0:
        return _("On neither day a tie is surely there: ties need dates to be compared.")
    pair = {"then": number(then.tied), "now": number(now.tied)}
    if now.tied > then.tied:
        return _("More work together than before. Tied pairs: %(now)s, before %(then)s.", **pair)
    if now.tied < then.tied:
        return _("Fewer work together than before. Tied pairs: %(now)s, before %(then)s.", **pair)
    return _("As many pairs are tied as before: %(now)s.", **pair)


def _figures(counts: Counts) -> list[tuple[Content, Content]]:
    steps = unknown() if counts.mean_steps is None else number(round(counts.mean_steps, 1))
    return [
        (help_link("stakeholder", _("Stakeholders")), number(counts.stakeholders)),
        (help_link("tie", _("Ties that are surely there")), number(counts.ties)),
        (help_link("density", _("Pairs that are tied (density)")), share(counts.tied, counts.pairs) if counts.pairs else unknown()),
        (help_link("confirmed", _("Ties confirmed by both sides")), share(counts.confirmed, counts.ties) if counts.ties else unknown()),
        (
            help_link("between-sectors", _("Ties between two sectors")),
            share(counts.across, counts.sector_ties) if counts.sector_ties else unknown(),
        ),
        (help_link("parts", _("Separate parts")), number(counts.parts)),
        (help_link("mean-steps", _("Mean steps between two")), steps),
    ]
