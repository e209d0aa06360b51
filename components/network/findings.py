"""The sentences under the pictures of a network: what each shows now."""

from collections.abc import Collection, Sequence

from flask_babel import gettext as _
from flask_babel import ngettext

from components.formats import listing, number
from components.network.terms import Counts, Cut, Measure, Pair
from components.vocabulary import label


def holds_together(network: str, counts: Counts, cuts: Sequence[Cut], twins: Sequence[Pair]) -> str:
    """Who or what holds the network together, as far as the ties that are shown say."""
    return " ".join(filter(None, (_held_by(network, counts, cuts), _perhaps_same(twins))))


def _held_by(network: str, counts: Counts, cuts: Sequence[Cut]) -> str:
    if counts.stakeholders == 0:
        return _("No stakeholder is shown.")
    if counts.tied == 0:
        return ngettext(
            "One stakeholder is shown. With whom it works is not recorded.",
            "%(num)s stakeholders are shown. Who works with whom is not recorded.",
            counts.stakeholders,
        )
    if counts.parts > 1:
        return ngettext(
            "%(network)s is in one part.",
            "%(network)s is in %(num)s parts that no tie joins: somebody who knows two of them could bring them together.",
            counts.parts,
            network=network,
        )
    if not cuts or counts.tied == 1:
        return _("Nobody holds %(network)s together alone: whoever leaves, the others stay tied.", network=network)
    return _hangs_on(network, cuts[0])


def _hangs_on(network: str, cut: Cut) -> str:
    single = sum(size == 1 for size in cut.parts)
    if single == len(cut.parts):
        return _("Everything in %(network)s runs through %(name)s: without it no tie is left.", network=network, name=cut.member.name)
    falls = ngettext(
        "%(network)s hangs on %(name)s: without it the network falls into one part.",
        "%(network)s hangs on %(name)s: without it the network falls into %(num)s parts.",
        len(cut.parts),
        network=network,
        name=cut.member.name,
    )
    alone = ngettext("One stakeholder would have no tie left.", "%(num)s stakeholders would have no tie left.", single) if single else ""
    return f"{falls} {alone}".strip()


def _perhaps_same(twins: Sequence[Pair]) -> str:
    if not twins:
        return ""
    first = _(
        "%(one)s and %(other)s are perhaps the same; if they are, the picture changes.", one=twins[0].one.name, other=twins[0].other.name
    )
    more = len(twins) - 1
    rest = [ngettext("One more pair is in doubt.", "%(num)s more pairs are in doubt.", more)] if more else []
    return " ".join([first, *rest])


def ties_tell(counts: Counts, measured: Sequence[Measure], *, ranked: bool) -> str:
    """What the seven figures come down to."""
    if counts.tied == 0:
        return _("No tie is recorded here. That does not mean that nobody works together: ask who meets whom.")
    most = max(measured, key=lambda one: (one.hub, one.bridge))
    same = [one for one in measured if one.hub == most.hub]
    parts = [_confirmed(counts)]
    if ranked and len(same) == 1:
        parts.insert(
            0,
            _(
                "%(name)s is the meeting point: it is tied to %(n)s of the %(others)s others.",
                name=most.member.name,
                n=number(most.hub),
                others=number(counts.stakeholders - 1),
            ),
        )
    return " ".join(parts)


def _confirmed(counts: Counts) -> str:
    if counts.confirmed == 0:
        return _("No tie has been confirmed by both sides yet: ask the other side whether it sees it too.")
    if counts.confirmed == counts.ties:
        return _("Both sides confirm every tie.")
    return _("Both sides confirm %(n)s of %(ties)s ties.", n=number(counts.confirmed), ties=number(counts.ties))


def falls_apart(counts: Counts, cuts: Sequence[Cut]) -> str:
    """How many hold others in the network, and what could be done."""
    if counts.tied == 0:
        return _("Without a tie nothing can fall apart.")
    if not cuts:
        return _("Whoever leaves, the others stay tied: there is always a second way.")
    return ngettext(
        "One stakeholder is the only way between others. A second tie past it would make the network safer.",
        "%(num)s stakeholders are each the only way between others. Second ties past them would make the network safer.",
        len(cuts),
    )


def sector_gaps(tied: Collection[tuple[str, str]], sectors: Sequence[str], *, wanted: tuple[str, str]) -> str:
    """Which sectors are not tied; `wanted` is the pair whose gap is known to hurt."""
    if len(sectors) < 2:
        return _("Fewer than two sectors are recorded here.")
    pairs = [(one, other) for place, one in enumerate(sectors) for other in sectors[place + 1 :]]
    open_pairs = [pair for pair in pairs if (min(pair), max(pair)) not in tied]
    count = _("%(n)s of %(all)s pairs of different sectors have no tie.", n=number(len(open_pairs)), all=number(len(pairs)))
    if not open_pairs:
        return _("Every two sectors that are recorded here are tied.")
    return f"{count} {_wanted(tied, sectors, wanted)}"


def _wanted(tied: Collection[tuple[str, str]], sectors: Sequence[str], wanted: tuple[str, str]) -> str:
    one, other = (label("sector", code) for code in wanted)
    lacking = [label("sector", code) for code in wanted if code not in sectors]
    if lacking:
        return _("Social work and business support cannot be tied here: none is recorded of %(kinds)s.", kinds=listing(lacking))
    if (min(wanted), max(wanted)) in tied:
        return _("Social work and business support are tied.")
    return _(
        "The gap to close first is between %(one)s and %(other)s: micro projects that want to stand alone need both.", one=one, other=other
    )


def who_is_missing(network: str, missing: Sequence[str], *, invited: int) -> str:
    """Which of the kinds that facilitators usually invite are not recorded."""
    if not missing:
        return _("All %(n)s kinds of members that facilitators usually invite are recorded.", n=number(invited))
    return ngettext(
        "Of the %(all)s kinds that facilitators usually invite one is not recorded in %(network)s: %(kinds)s.",
        "Of the %(all)s kinds that facilitators usually invite %(num)s are not recorded in %(network)s: %(kinds)s.",
        len(missing),
        all=number(invited),
        network=network,
        kinds=listing([label("sector", code) for code in missing]),
    )


def build_power(standing: int, mapped: int, users: Sequence[str]) -> str:
    """What the grid says: who has much interest and little power; `users` are the service users' groups among them."""
    if mapped == 0:
        return _("How much power and interest each stakeholder has is not recorded.")
    if users:
        who = ngettext(
            "One group of service users has much interest and little power: %(names)s.",
            "%(num)s groups of service users have much interest and little power: %(names)s.",
            len(users),
            names=listing(list(users[:4])),
        )
        return f"{who} " + _("To be informed is not enough: decide with them.")
    if standing:
        return ngettext(
            "One stakeholder has much interest and little power.",
            "%(num)s stakeholders have much interest and little power.",
            standing,
        )
    return _("Nobody who is mapped has much interest and little power.")
