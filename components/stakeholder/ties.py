"""The ties of one stakeholder in words."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _
from flask_babel import ngettext

from components.content import Content, listed
from components.editing.edit_button import with_edit
from components.empty import empty
from components.field_note import NoteOnField, field_lines, field_marks
from components.formats import listing, number, period, share
from components.link import link
from components.marks import sector_mark
from components.network.tie_words import Direction, confirmation, tie_words
from components.table import Column, paged_table
from components.unknown import unknown
from components.vocabulary import label

DIRECTIONS: Mapping[bool | None, Direction] = {True: "out", False: "in", None: "both"}
ENDS = ("from_id", "to_id", "relation")
TieNotes = Mapping[int, Sequence[NoteOnField]]


def ties_list(ties: Sequence[Any], notes: TieNotes, *, editable: bool = False) -> Component:
    """One entry per tie: what it does and for whom, under it what is known of the tie, and the way to change it where it is `editable`."""
    if not ties:
        return empty(_("No tie is recorded."), _("Not recorded does not mean not there."))
    return html.Ul([html.Li(_entry(tie, notes.get(tie.id, ()), editable)) for tie in ties], className="own-ties")


def ties_table(ties: Sequence[Any], notes: TieNotes, *, name: str, page: int, href: Callable[[int], str], total: int) -> Component:
    """The same as a table, one row per tie of the stakeholder called `name`; `ties` are those of one page of all `total`."""
    columns = [Column(_("Tie"), header=True), Column(_("What")), Column(_("When")), Column(_("Who says so")), Column(_("Source"))]
    rows = [_row(tie, notes.get(tie.id, ())) for tie in ties]
    return paged_table(columns, rows, caption=_("The ties of %(name)s", name=name), page=page, href=href, total=total)


def ties_in_words(ties: Sequence[Any]) -> str | None:
    """How many ties there are, of which kinds, and how many both sides confirm; None without any."""
    if not ties:
        return None
    counted = Counter(tie.relation for tie in ties).most_common()
    kinds = listing([_("%(relation)s (%(n)s)", relation=label("relation", relation), n=number(n)) for relation, n in counted])
    others = len({tie.other_id for tie in ties})
    with_whom = ngettext(
        "It is tied to %(num)s stakeholder: %(kinds)s.", "It is tied to %(num)s stakeholders: %(kinds)s.", others, kinds=kinds
    )
    confirmed = share(sum(tie.confirmed for tie in ties), len(ties))
    dated = share(sum(tie.start != (None, None) or tie.end != (None, None) for tie in ties), len(ties))
    return f"{with_whom} " + _("Confirmed by both sides: %(confirmed)s. With a date: %(dated)s.", confirmed=confirmed, dated=dated)


def answered(ties: Sequence[Any], field: str) -> str | None:
    """For how many of the ties somebody gave this answer ("strength", "trust", "value"); None where nobody did."""
    said = sum(getattr(tie, field) is not None for tie in ties)
    return _("said for %(share)s", share=share(said, len(ties))) if said else None


def _entry(tie: Any, notes: Sequence[NoteOnField], editable: bool) -> list[Component]:
    when = _("date unknown") if tie.start == tie.end == (None, None) else period(tie.start, tie.end)
    at = _("at: %(event)s", event=tie.event) if tie.event else ""
    known = " · ".join(filter(None, (when, at, confirmation(tie), tie.source)))
    return [
        html.P(_phrase(tie, notes), className="what"),
        *([html.P(tie.what)] if tie.what else []),
        html.P(
            [*listed(with_edit(known, "tie", tie.id, tie.other, editable=editable)), *_strength(tie), *field_lines(notes, *ENDS)],
            className="small",
        ),
    ]


def _row(tie: Any, notes: Sequence[NoteOnField]) -> list[Content | None]:
    who_says = [confirmation(tie), *_strength(tie), *field_lines(notes, *ENDS)]
    return [_phrase(tie, notes), _what(tie), _when(tie), who_says, tie.source]


def _phrase(tie: Any, notes: Sequence[NoteOnField]) -> list[str | Component]:
    return [
        html.Span(sector_mark(tie.other_sector), className="marked"),
        f" {tie_words(tie.relation, DIRECTIONS[tie.outward])} ",
        link(tie.other, f"/stakeholders/{tie.other_id}"),
        *field_marks(notes, *ENDS),
    ]


def _what(tie: Any) -> Content:
    parts: list[str | Component] = [tie.what or unknown(_("not stated"))]
    if tie.event:
        parts.append(html.Small(_("At: %(event)s", event=tie.event)))
    if tie.micro_project:
        parts.append(html.Small([_("Came out of: "), link(tie.micro_project, f"/micro-projects/{tie.micro_project_id}")]))
    return parts


def _when(tie: Any) -> Content:
    return unknown(_("date unknown")) if tie.start == tie.end == (None, None) else period(tie.start, tie.end)


def _strength(tie: Any) -> list[Component]:
    answers = [(_("strength"), tie.strength), (_("trust"), tie.trust), (_("value"), tie.value)]
    known = [_("%(what)s %(n)s of 4", what=what, n=n) for what, n in answers if n is not None]
    return [html.Small(listing(known))] if known else []
