"""What became of the ties and stakeholders of a network between two days."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _
from flask_babel import ngettext

from components.charts.bars import bars
from components.charts.count import Count
from components.content import Content
from components.empty import empty
from components.formats import number, vague_date
from components.link import link
from components.marks import sector_mark
from components.network.change.terms import FATES, Change, Tie
from components.network.terms import Who
from components.network.tie_words import tie_period
from components.projects.standing import capital
from components.table import ROWS_PER_PAGE, Column, Row, paged_table, table
from components.vocabulary import label

VAGUE = ("perhaps", "undated")
# What a table of single ties or stakeholders names; the others did not change, or nobody can tell.
MOVED = ("won", "lost", "passed")
MOST_NAMES = 8


def fate_words(fate: str) -> str:
    """What became of a tie or a stakeholder."""
    return {
        "kept": _("held on both days"),
        "won": _("new"),
        "lost": _("no longer there"),
        "passed": _("came and went"),
        "perhaps": _("too vague to tell"),
        "outside": _("not in this time"),
        "undated": _("without a date"),
    }[fate]


def ties_picture(change: Change) -> Component:
    """One bar per fate with its number; what dates cannot tell is hatched."""
    if not change.ties:
        return empty(_("No tie is recorded."), _("Add ties on the page of the network, with the day on which they began."))
    counts = change.tie_counts
    shown = [fate for fate in FATES if counts.get(fate, 0) or fate in ("kept", "won", "lost")]
    return bars([Count(capital(fate_words(fate)), counts.get(fate, 0), unknown=fate in VAGUE) for fate in shown])


def ties_say(change: Change) -> str | None:
    """How many ties were won and lost, and how many nobody can tell of; None without any."""
    if not change.ties:
        return None
    counts = {fate: change.tie_counts.get(fate, 0) for fate in FATES}
    days = {"before": _day(change.before), "after": _day(change.after)}
    known = counts["won"] + counts["lost"] + counts["kept"] + counts["passed"]
    if not known:
        first = _("Of no tie the dates tell whether it was there on %(before)s and on %(after)s.", **days)
    else:
        won = ngettext("one tie was won", "%(num)s ties were won", counts["won"]) if counts["won"] else _("no tie was won")
        lost = ngettext("one was lost", "%(num)s were lost", counts["lost"]) if counts["lost"] else _("none was lost")
        first = _("Between %(before)s and %(after)s %(won)s and %(lost)s.", won=won, lost=lost, **days)
    vague = counts["perhaps"] + counts["undated"]
    rest = ngettext(
        "For one of %(all)s ties nobody can tell: its date is missing or vague.",
        "For %(num)s of %(all)s ties nobody can tell: their dates are missing or vague.",
        vague,
        all=number(len(change.ties)),
    )
    return f"{first} {rest}" if vague else first


def counts_table(rows: Sequence[tuple[str, Mapping[str, int]]], *, vocabulary: str, head: str, caption: str) -> Component:
    """The number of ties of each fate, a row for each code of a vocabulary; "unknown" is a code that nobody recorded."""
    fates = [fate for fate in FATES if any(counts.get(fate, 0) for _code, counts in rows)]
    columns = [Column(head, header=True), *(Column(capital(fate_words(fate)), numeric=True) for fate in fates)]
    lines: list[Row] = [[_named(vocabulary, code), *(number(counts.get(fate, 0)) for fate in fates)] for code, counts in rows]
    return table(columns, lines, caption=caption, caption_shown=True)


def moved_table(
    ties: Sequence[Tie], change: Change, names: Mapping[int, str], *, caption: str, page: int, href: Callable[[int], str]
) -> Content | None:
    """The single ties that came or went, new ones first; None where there are none."""
    moved = [tie for fate in MOVED for tie in ties if change.ties[tie.id] == fate]
    if not moved:
        return None
    columns = [Column(_("Between"), header=True), Column(_("Kind")), Column(_("What became of it")), Column(_("When")), Column(_("Source"))]
    rows: list[Row] = [
        [
            [link(names[tie.from_id], f"/stakeholders/{tie.from_id}"), " – ", link(names[tie.to_id], f"/stakeholders/{tie.to_id}")],
            label("relation", tie.relation),
            fate_words(change.ties[tie.id]),
            tie_period(tie),
            tie.source,
        ]
        for tie in moved[(page - 1) * ROWS_PER_PAGE : page * ROWS_PER_PAGE]
    ]
    return paged_table(columns, rows, caption=caption, page=page, href=href, total=len(moved))


def members_picture(members: Sequence[Who], change: Change) -> Component:
    """Who came and who went, by name; the others as numbers."""
    lists = [(_("Came"), "won"), (_("Went"), "lost")]
    return html.Div([_people(head, [who for who in members if change.members[who.id] == fate]) for head, fate in lists], className="two")


def members_say(change: Change) -> str:
    """How many stakeholders came and went, and of how many nobody knows since when."""
    counts = {fate: change.member_counts.get(fate, 0) for fate in FATES}
    came = ngettext("One stakeholder came", "%(num)s stakeholders came", counts["won"]) if counts["won"] else _("Nobody came")
    went = ngettext("one went", "%(num)s went", counts["lost"]) if counts["lost"] else _("nobody went")
    parts = [_("%(came)s, %(went)s.", came=came, went=went)]
    vague = counts["perhaps"] + counts["undated"]
    if vague:
        parts.append(
            ngettext(
                "For one of %(all)s nobody has recorded since when it belongs, or not exactly enough.",
                "For %(num)s of %(all)s nobody has recorded since when they belong, or not exactly enough.",
                vague,
                all=number(len(change.members)),
            )
        )
    return " ".join(parts)


def _people(head: str, found: Sequence[Who]) -> Component:
    shown = [html.Li([sector_mark(who.sector), " ", link(who.name, f"/stakeholders/{who.id}")]) for who in found[:MOST_NAMES]]
    rest = len(found) - len(shown)
    more = [html.P(ngettext("and one more", "and %(num)s more", rest), className="small")] if rest > 0 else []
    body = [html.Ul(shown, className="plain-list"), *more] if shown else [html.P(_("Nobody, as far as dates tell."), className="unknown")]
    return html.Div([html.H3(f"{head} ({number(len(found))})", className="mix-h"), *body])


def _named(vocabulary: str, code: str) -> Content:
    words = _("unknown") if code == "unknown" else label(vocabulary, code)
    return [sector_mark(code), " ", capital(words)] if vocabulary == "sector" else capital(words)


def _day(day: date) -> str:
    return vague_date(day, day)
