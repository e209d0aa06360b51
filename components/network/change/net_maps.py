"""Two mappings (Net-Maps) compared: then and now, who is new, what came of what was wished for."""

from collections.abc import Callable, Mapping, Sequence

from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _
from flask_babel import ngettext

from components.content import Content
from components.flag import flag
from components.formats import number
from components.link import link
from components.network.change.terms import Answer, Pair, Wished
from components.network.terms import Session
from components.table import ROWS_PER_PAGE, Column, Row, paged_table, pages_of
from components.unknown import unknown

ANSWERS: tuple[Answer, ...] = ("influence", "power", "interest")
WISHED: tuple[Wished, ...] = ("power", "interest")
SIGNS = {"up": "↑", "down": "↓", "same": "="}


def compared_table(pairs: Sequence[Pair], names: Mapping[int, str], *, caption: str, page: int, href: Callable[[int], str]) -> Component:
    """One row per stakeholder: each answer then and now, and the wishes of the earlier mapping against what is."""
    columns = [
        Column(_("Stakeholder"), header=True),
        Column(_("Influence")),
        Column(_("Power")),
        Column(_("Interest")),
        Column(_("What was wished for")),
    ]
    page = min(page, pages_of(len(pairs)))
    here = pairs[(page - 1) * ROWS_PER_PAGE : page * ROWS_PER_PAGE]
    return paged_table(columns, [_row(pair, names) for pair in here], caption=caption, page=page, href=href, total=len(pairs))


def compared_says(pairs: Sequence[Pair], before: Session, after: Session) -> str:
    """Who rose and fell in power, who is new, how many wishes came true; and that different questions cannot be compared."""
    moves = [pair.move("power") for pair in pairs]
    parts = [
        _(
            "Power: higher for %(up)s, lower for %(down)s, the same for %(same)s.",
            up=number(moves.count("up")),
            down=number(moves.count("down")),
            same=number(moves.count("same")),
        )
    ]
    new, gone = sum(pair.new for pair in pairs), sum(pair.gone for pair in pairs)
    parts += [ngettext("One is new in the later mapping.", "%(num)s are new in the later mapping.", new)] if new else []
    parts += [ngettext("One was not mapped again.", "%(num)s were not mapped again.", gone)] if gone else []
    wishes = [wish for pair in pairs for wish in map(pair.wish, WISHED) if wish != "none"]
    if wishes:
        parts.append(
            ngettext(
                "One wish was written down; %(reached)s came true.",
                "%(num)s wishes were written down; %(reached)s came true.",
                len(wishes),
                reached=number(wishes.count("reached")),
            )
        )
    if (before.question or "") != (after.question or ""):
        parts.append(_("The two mappings asked different questions: compare them with care."))
    return " ".join(parts)


def _row(pair: Pair, names: Mapping[int, str]) -> Row:
    name = link(names[pair.stakeholder_id], f"/stakeholders/{pair.stakeholder_id}")
    state = [" ", flag(_("new"), "good")] if pair.new else [" ", flag(_("not mapped again"))] if pair.gone else []
    return [[name, *state], *(_answer(pair, answer) for answer in ANSWERS), _wishes(pair)]


def _answer(pair: Pair, answer: Answer) -> Content | None:
    then, now = pair.values(answer)
    if then is None and now is None:
        return None
    sign = SIGNS.get(pair.move(answer))
    words = _("%(then)s, then %(now)s", then=_or_unknown(then), now=_or_unknown(now))
    return [words, " ", html.Span(sign, **{"aria-hidden": "true"})] if sign else words


def _wishes(pair: Pair) -> Content:
    said = [words for answer in WISHED if (words := _wish(pair, answer))]
    if not said:
        return unknown(_("nothing recorded"))
    return [html.Span(words, className="fact-line") for words in said]


def _wish(pair: Pair, answer: Wished) -> str | None:
    wish = pair.wish(answer)
    if wish == "none" or pair.before is None:
        return None
    wished = pair.before.wished_power if answer == "power" else pair.before.wished_interest
    head = {"power": _("power %(n)s", n=wished), "interest": _("interest %(n)s", n=wished)}[answer]
    outcome = {
        "reached": _("reached"),
        "closer": _("closer, not reached"),
        "not_closer": _("not closer"),
        "unknown": _("unknown whether reached"),
    }[wish]
    return f"{head}: {outcome}"


def _or_unknown(value: int | None) -> str:
    return _("unknown") if value is None else number(value)
