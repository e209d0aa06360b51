"""Out of which micro projects and events new ties came, and which of these ties hold after an end."""

from collections.abc import Mapping, Sequence
from datetime import date

from dash.development.base_component import Component
from flask_babel import gettext as _
from flask_babel import ngettext

from components.charts.bars import bars
from components.charts.count import Count
from components.content import Content
from components.empty import empty
from components.formats import listing, number, vague_date
from components.link import link
from components.network.change.terms import Beginnings, Change, Legacy, Tie
from components.table import Column, Row, table
from components.unknown import unknown
from components.vocabulary import label

MOST_NAMES = 6
MOST_ROWS = 50
Key = tuple[str, int]
NOWHERE: Key = ("", 0)


def origins_picture(ties: Sequence[Tie], change: Change, beginnings: Beginnings) -> Component:
    """One bar per micro project or event with the number of new ties that came out of it; the rest is unknown."""
    found = _new_by_origin(ties, change, beginnings)
    if not found:
        return empty(_("No tie is new between the two days, as far as dates tell."), _("Choose other days, or record when ties began."))
    ordered = sorted(found.items(), key=lambda item: (item[0] == NOWHERE, -item[1], item[0]))[:MOST_ROWS]
    return bars([Count(_named(key, beginnings), n, unknown=key == NOWHERE) for key, n in ordered])


def origins_say(ties: Sequence[Tie], change: Change, beginnings: Beginnings) -> str | None:
    """How many of the new ties say what they came out of; None without a new tie."""
    found = _new_by_origin(ties, change, beginnings)
    if not found:
        return None
    every, unsaid = sum(found.values()), found.get(NOWHERE, 0)
    first = ngettext(
        "Of one new tie it is recorded for %(known)s what it came out of.",
        "Of %(num)s new ties it is recorded for %(known)s what they came out of.",
        every,
        known=number(every - unsaid),
    )
    return f"{first} " + _("Ask for the others: what brought the two together?") if unsaid else first


def _new_by_origin(ties: Sequence[Tie], change: Change, beginnings: Beginnings) -> dict[Key, int]:
    found: dict[Key, int] = {}
    for tie in ties:
        if change.ties[tie.id] in ("won", "passed"):
            key = _origin(tie, beginnings)
            found[key] = found.get(key, 0) + 1
    return found


def _origin(tie: Tie, beginnings: Beginnings) -> Key:
    """The event, which is the more exact answer; else the micro project."""
    if tie.event_id in beginnings.occasions:
        return "event", tie.event_id or 0
    return ("micro_project", tie.micro_project_id or 0) if tie.micro_project_id in beginnings.projects else NOWHERE


def _named(key: Key, beginnings: Beginnings) -> Content:
    kind, number_ = key
    if kind == "micro_project":
        return link(beginnings.projects[number_].name, f"/micro-projects/{number_}")
    if kind == "event":
        event = beginnings.occasions[number_]
        project = event.micro_project_id
        return link(event.title, f"/micro-projects/{project}") if project is not None else event.title
    return _("not recorded")


def after_table(legacies: Sequence[Legacy], names: Mapping[int, str], *, caption: str) -> Component:
    """One row per micro project: how it ended, and what is left of the ties that came out of it."""
    if not legacies:
        return empty(
            _("No micro project is recorded here that ended or out of which a tie came."),
            _("Say of a tie out of which micro project or event it came, so that it shows here."),
        )
    columns = [
        Column(_("Micro project"), header=True),
        Column(_("How it ended")),
        Column(_("Ties that came out of it"), numeric=True),
        Column(_("Hold"), numeric=True),
        Column(_("Perhaps"), numeric=True),
        Column(_("Without a date"), numeric=True),
        Column(_("Who still cooperates")),
    ]
    return table(columns, [_legacy(one, names) for one in legacies[:MOST_ROWS]], caption=caption)


def after_says(legacies: Sequence[Legacy], change: Change, end: date) -> str:
    """Of the ties that were there at the end how many hold later, and what came out of micro projects."""
    kept, lost = (change.tie_counts.get(fate, 0) for fate in ("kept", "lost"))
    days = {"end": vague_date(end, end), "day": vague_date(change.after, change.after)}
    if not kept + lost:
        first = _("Of no tie the dates tell that it was there on %(end)s.", **days)
    else:
        first = ngettext(
            "Of one tie that was there on %(end)s %(kept)s is still there on %(day)s.",
            "Of %(num)s ties that were there on %(end)s %(kept)s are still there on %(day)s.",
            kept + lost,
            kept=number(kept),
            **days,
        )
    ties, hold = sum(one.held.ties for one in legacies), sum(one.held.hold for one in legacies)
    if not ties:
        return first
    came = ngettext("One tie came out of micro projects", "%(num)s ties came out of micro projects", ties)
    return f"{first} " + ngettext("%(came)s; %(num)s holds on that day.", "%(came)s; %(num)s hold on that day.", hold, came=came)


def _legacy(one: Legacy, names: Mapping[int, str]) -> Row:
    held, project = one.held, one.project
    name = link(project.name, f"/micro-projects/{project.id}")
    if one.yet:
        return [name, _end(one), number(held.ties), None, None, number(held.undated), unknown(_("it ends only later"))]
    partners = [names[partner] for partner in one.partners if partner in names]
    rest = len(partners) - MOST_NAMES
    more = [ngettext("one more", "%(num)s more", rest)] if rest > 0 else []
    who = listing([*partners[:MOST_NAMES], *more]) if partners else unknown(_("nobody, as far as dates tell"))
    return [name, _end(one), number(held.ties), number(held.hold), number(held.perhaps), number(held.undated), who]


def _end(one: Legacy) -> Content:
    state = one.project.end_state
    words = unknown() if state == "unknown" else label("end_state", state)
    return words if one.project.ended == (None, None) else [words, ", ", vague_date(*one.project.ended)]
