"""Who stands around a micro project: picture, table, sentence."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _
from flask_babel import ngettext

from components.charts.around import Direction, LineKind, Neighbour, around
from components.cited import cited
from components.content import Content
from components.editing.edit_button import with_edit
from components.empty import empty
from components.field_note import field_lines, field_marks
from components.formats import listing, period, share
from components.link import link
from components.marks import key, sector_mark
from components.projects.life import End, Notes, Profile, Tie
from components.projects.standing import capital
from components.table import ROWS_PER_PAGE, Column, Row, table
from components.unknown import unknown
from components.vocabulary import label

MOST_AROUND = 12
LINES: dict[str, LineKind] = {"support": "support", "money": "money", "not_stated": "vague", "conflict": "conflict"}


def other_end(tie: Tie, group_id: int | None) -> End:
    """The end of a tie that is not the group; its start where neither is."""
    return tie.end if tie.start.id == group_id else tie.start


def direction(tie: Tie, group_id: int | None) -> Direction:
    """Where a tie leads, seen from the group."""
    if not tie.directed:
        return "both"
    return "away" if tie.start.id == group_id else "towards"


def supporters_picture(profile: Profile, ties: Sequence[Tie]) -> Component:
    """The group in the middle and up to twelve stakeholders around it, by kind; or why there is nothing to draw."""
    if profile.group is None:
        return empty(_("No group is recorded behind this micro project."), _("Its supporters are the ties of that group."))
    if not ties:
        return empty(_("No tie of “%(group)s” is recorded.", group=profile.group), _("Nobody recorded does not mean nobody there."))
    neighbours = _neighbours(profile, ties)
    drawn = neighbours[:MOST_AROUND]
    rest = len(neighbours) - len(drawn)
    more = [html.P(ngettext("One more is in the table.", "%(num)s more are in the table.", rest), className="small")] if rest else []
    centre = [sector_mark(profile.group_sector), html.Span(profile.group)]
    return html.Div([around(centre, drawn, name=_("Who stands around it")), _legend(drawn), *more])


def supporters_table(profile: Profile, ties: Sequence[Tie], notes: Notes, *, caption: str, editable: bool = False) -> Content | None:
    """One row per tie, the first 50 and a link to the rest; None without any."""
    if not ties:
        return None
    columns = [
        Column(_("Stakeholder"), header=True),
        Column(_("Relation")),
        Column(_("What")),
        Column(_("When")),
        Column(_("Confirmed by both sides")),
        Column(_("Reported by")),
        Column(_("Source")),
    ]
    content = table(columns, [_row(tie, profile.group_id, notes, editable) for tie in ties[:ROWS_PER_PAGE]], caption=caption)
    rest = len(ties) - ROWS_PER_PAGE
    if rest <= 0:
        return content
    words = ngettext("One more tie stands on the page of the group", "%(num)s more ties stand on the page of the group", rest)
    return [content, html.P(link(words, f"/stakeholders/{profile.group_id}"))]


def supporters_say(profile: Profile, ties: Sequence[Tie]) -> str | None:
    """How many stand around it, what the ties are, and how many ties both sides confirm; None without any."""
    if not ties:
        return None
    others = {other_end(tie, profile.group_id).id for tie in ties}
    relations = sorted({tie.relation for tie in ties}, key=lambda relation: (-sum(tie.relation == relation for tie in ties), relation))
    known = [label("relation", relation) for relation in relations if relation != "not_stated"]
    first = ngettext("One stakeholder is tied to it", "%(num)s stakeholders are tied to it", len(others))
    what = f"{first}: {listing(known)}." if known else f"{first}."
    confirmed = sum(tie.confirmed for tie in ties)
    rest = _("Confirmed by both sides: %(share)s.", share=_of_ties(confirmed, len(ties)))
    return f"{what} {rest}"


def _of_ties(n: int, of: int) -> str:
    if of == 1:
        return _("the one tie") if n else _("not the one tie")
    return _("%(share)s ties", share=share(n, of))


def _neighbours(profile: Profile, ties: Sequence[Tie]) -> list[Neighbour]:
    together: dict[int, list[Tie]] = {}
    for tie in ties:
        together.setdefault(other_end(tie, profile.group_id).id, []).append(tie)
    most_first = sorted(together.values(), key=lambda found: -len(found))
    kept = sorted(most_first[:MOST_AROUND], key=lambda found: _order(other_end(found[0], profile.group_id)))
    return [_neighbour(found, profile.group_id) for found in [*kept, *most_first[MOST_AROUND:]]]


def _order(end: End) -> tuple[str, str]:
    return end.sector or "zz", end.name


def _neighbour(ties: Sequence[Tie], group_id: int | None) -> Neighbour:
    end = other_end(ties[0], group_id)
    stated = [tie for tie in ties if tie.relation != "not_stated"] or list(ties)
    relations = list(dict.fromkeys(label("relation", tie.relation) for tie in stated))
    ways = {direction(tie, group_id) for tie in stated}
    return Neighbour(
        end.name,
        f"/stakeholders/{end.id}",
        end.sector,
        ", ".join(relations),
        line=LINES.get(stated[0].relation, "plain"),
        direction=ways.pop() if len(ways) == 1 else "both",
        confirmed=all(tie.confirmed for tie in stated),
    )


def _legend(drawn: Sequence[Neighbour]) -> Component:
    entries = [
        ("line-arrow", _("goes this way"), any(each.direction != "both" for each in drawn)),
        ("line-plain", _("both ways, or the way is not stated"), any(each.direction == "both" for each in drawn)),
        ("line-money", _("money"), any(each.line == "money" for each in drawn)),
        ("line-vague", _("kind not stated"), any(each.line == "vague" for each in drawn)),
        ("line-confirmed", _("confirmed by both sides"), any(each.confirmed for each in drawn)),
    ]
    marks = [(html.Span(className=f"line-mark {kind}", **{"aria-hidden": "true"}), words) for kind, words, there in entries if there]
    return key(marks, name=_("Lines"))


def _row(tie: Tie, group_id: int | None, notes: Notes, editable: bool) -> Row:
    end = other_end(tie, group_id)
    own = notes.get(("tie", tie.id), ())
    kind = html.Small(label("sector", end.sector) if end.sector else _("kind unknown"))
    return [
        [link(end.name, f"/stakeholders/{end.id}"), *field_marks(own, "from_id", "to_id"), kind],
        [_relation(tie, group_id), *field_marks(own, "relation"), *field_lines(own, "relation")],
        tie.what or unknown(_("not stated")),
        _when(tie),
        _("yes") if tie.confirmed else _("not yet"),
        label("tie_reporter", tie.reported_by) if tie.reported_by else None,
        with_edit(cited(tie.source), "tie", tie.id, end.name, editable=editable),
    ]


def _relation(tie: Tie, group_id: int | None) -> str:
    words = capital(label("relation", tie.relation))
    if group_id not in (tie.start.id, tie.end.id):
        return _("%(relation)s, with %(name)s", relation=words, name=tie.end.name)
    return {"both": words, "towards": _("%(relation)s, for it", relation=words), "away": _("%(relation)s, from it", relation=words)}[
        direction(tie, group_id)
    ]


def _when(tie: Tie) -> Content | None:
    if tie.day_first is None and tie.end_first is None:
        return unknown(_("date unknown"))
    return period((tie.day_first, tie.day_last), (tie.end_first, tie.end_last))
