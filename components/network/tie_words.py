"""A tie in words, as seen from one of its two ends."""

from collections.abc import Mapping, Sequence
from typing import Literal

from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _
from flask_babel import ngettext

from components.field_note import field_lines, field_marks
from components.formats import period
from components.link import link
from components.network.terms import Bond
from components.vocabulary import label

Direction = Literal["out", "in", "both"]
MOST_NAMES = 8


def direction_from(tie: Bond, stakeholder_id: int) -> Direction:
    """Which way a tie runs for one of its ends: from it, to it, or both ways."""
    if not tie.directed:
        return "both"
    return "out" if tie.from_id == stakeholder_id else "in"


def tie_words(relation: str, direction: Direction) -> str:
    """What one end does for the other; the other's name follows ("supports and coaches", "is supported and coached by")."""
    return _phrases()[relation][direction]


def tie_lines(ties: Sequence[Bond], stakeholder_id: int, names: Mapping[int, str]) -> list[Component]:
    """The ties of a stakeholder as list items: what it does, for whom, and small beneath it what is known; ties that differ only in
    their other end share one item."""
    alike: dict[tuple[str, str], list[Bond]] = {}
    for tie in ties:
        words = tie_words(tie.relation, direction_from(tie, stakeholder_id))
        known = " · ".join(filter(None, (tie.what, tie_period(tie), confirmation(tie), tie.source)))
        alike.setdefault((words, known), []).append(tie)
    return [html.Li(_item(words, known, group, stakeholder_id, names)) for (words, known), group in alike.items()]


def _item(words: str, known: str, ties: Sequence[Bond], stakeholder_id: int, names: Mapping[int, str]) -> list[Component]:
    line: list[str | Component] = [f"{words} "]
    for place, tie in enumerate(ties[:MOST_NAMES]):
        other = tie.to_id if tie.from_id == stakeholder_id else tie.from_id
        line += [", "] * bool(place) + [
            link(names[other], f"/stakeholders/{other}"),
            *field_marks(tie.notes, "from_id", "to_id", "relation"),
        ]
    more = len(ties) - MOST_NAMES
    if more > 0:
        line.append(ngettext(" and one other", " and %(num)s others", more))
    notes = [note for tie in ties for note in field_lines(tie.notes, "from_id", "to_id")]
    return [html.Span(line), html.Small(known), *notes]


def tie_period(tie: Bond) -> str:
    """When a tie holds, or that its date is unknown."""
    return _("date unknown") if tie.start == tie.end == (None, None) else period(tie.start, tie.end)


def confirmation(tie: Bond) -> str:
    """Who says that the tie exists: both sides, or who reported it."""
    if tie.confirmed:
        return _("confirmed by both sides")
    if tie.reported_by is None:
        return _("not confirmed; who reported it is unknown")
    return _("reported by %(who)s, not confirmed", who=label("tie_reporter", tie.reported_by))


def _phrases() -> dict[str, dict[Direction, str]]:
    return {
        "cooperation": {"out": _("works with"), "in": _("works with"), "both": _("works with")},
        "support": {"out": _("supports and coaches"), "in": _("is supported and coached by"), "both": _("shares support with")},
        "referral": {"out": _("sends people to"), "in": _("receives people sent by"), "both": _("exchanges people to help with")},
        "money": {"out": _("gives money to"), "in": _("receives money from"), "both": _("exchanges money with")},
        "information": {"out": _("informs"), "in": _("is informed by"), "both": _("exchanges information with")},
        "shared_space": {"out": _("gives room to"), "in": _("has room at"), "both": _("shares space with")},
        "decision": {"out": _("has a say at"), "in": _("gives a say to"), "both": _("decides together with")},
        "conflict": {"out": _("is in conflict with"), "in": _("is in conflict with"), "both": _("is in conflict with")},
        "not_stated": {
            "out": _("has a tie of unknown kind to"),
            "in": _("has a tie of unknown kind from"),
            "both": _("has a tie of unknown kind with"),
        },
    }
