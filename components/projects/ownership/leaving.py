"""What a micro project would lose if the facilitator left."""

from collections.abc import Mapping, Sequence

from dash.development.base_component import Component
from flask_babel import gettext as _
from flask_babel import ngettext

from components.content import Content
from components.empty import empty
from components.figures import Figure, figures
from components.formats import listing, share
from components.help.help_link import help_link
from components.link import link
from components.projects.ownership.terms import Leaving
from components.table import Column, Row, table
from components.vocabulary import label

MOST_NAMES = 5


def leaving_picture(lines: Sequence[Leaving], *, group: str | None, network_id: int) -> Component:
    """What stays without the facilitator that matters most; or why nothing can be said."""
    if group is None:
        return empty(_("No group is recorded behind this micro project."), _("Its ties are those of the group."))
    if not lines:
        then = [_("Give a stakeholder the role of facilitator: "), link(_("the network"), f"/network?network={network_id}")]
        return empty(_("No facilitator is recorded in this network."), then)
    first = lines[0]
    if first.supporters == 0:
        return empty(_("No tie of “%(group)s” is recorded.", group=group), _("Nobody recorded does not mean nobody there."))
    supporters = ngettext("supporter stays", "supporters stay", first.kept)
    reached = ngettext(
        "stakeholder of the network can still be reached", "stakeholders of the network can still be reached", first.reach_left
    )
    return figures(
        [
            Figure(first.kept, supporters, of=first.supporters, term=help_link("supporters", _("supporters"))),
            Figure(first.reach_left, reached, of=first.reach, term=_("directly or through others")),
        ]
    )


def leaving_says(lines: Sequence[Leaving], names: Mapping[int, str]) -> str | None:
    """What would be gone with the facilitator that matters most; None where nothing can be said."""
    if not lines or lines[0].supporters == 0:
        return None
    first = lines[0]
    if not first.supports and first.reach == first.reach_left:
        return _("If %(who)s leaves, this micro project keeps all its supporters and all whom it reaches.", who=first.who.name)
    parts = [_stays(first)]
    if first.relations:
        what = listing([label("relation", code) for code in first.relations])
        parts.append(_("Nobody else gives it: %(what)s.", what=what))
    if first.sectors:
        parts.append(_("No other supporter is from: %(sectors)s.", sectors=listing([label("sector", code) for code in first.sectors])))
    if first.lost:
        parts.append(_("Out of reach would be: %(names)s.", names=_names(first.lost, names)))
    if first.kept == 0:
        parts.append(_("A second supporter would make it safer."))
    return " ".join(parts)


def leaving_table(lines: Sequence[Leaving], *, caption: str) -> Content | None:
    """One row per facilitator, where there are several."""
    if len(lines) < 2 or lines[0].supporters == 0:
        return None
    columns = [Column(_("If this one leaves"), header=True), Column(_("Supporters that stay")), Column(_("Others that it still reaches"))]
    rows: list[Row] = [
        [link(one.who.name, f"/stakeholders/{one.who.id}"), share(one.kept, one.supporters), share(one.reach_left, one.reach)]
        for one in lines
    ]
    return table(columns, rows, caption=caption)


def _stays(line: Leaving) -> str:
    if not line.supports:
        return _("%(who)s does not support it directly, but leads to others.", who=line.who.name)
    if line.kept == 0:
        return _("It hangs on %(who)s alone: if it leaves, no supporter is left.", who=line.who.name)
    return ngettext("If %(who)s leaves, one supporter stays.", "If %(who)s leaves, %(num)s supporters stay.", line.kept, who=line.who.name)


def _names(ids: Sequence[int], names: Mapping[int, str]) -> str:
    shown = [names[one] for one in ids[:MOST_NAMES]]
    rest = len(ids) - len(shown)
    more = [ngettext("one more", "%(num)s more", rest)] if rest else []
    return listing([*shown, *more])
