"""Where the money of a micro project comes from: one row per funding case, and what can be said of it."""

from collections.abc import Callable, Sequence

from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _
from flask_babel import ngettext

from components.cited import cited
from components.content import Content, listed
from components.editing.edit_button import add_button, with_edit
from components.empty import empty
from components.field_note import NoteOnField, field_lines, field_marks
from components.flag import flag
from components.formats import listing, money, period, share, some_day, vague_date
from components.projects.life import Case, Notes, Receipt, Tie
from components.projects.supporters import other_end
from components.table import Column, Row, paged_table
from components.unknown import unknown
from components.vocabulary import label


def money_picture(
    cases: Sequence[Case],
    ties: Sequence[Tie],
    group_id: int | None,
    notes: Notes,
    *,
    page: int,
    href: Callable[[int], str],
    editable: bool = False,
) -> Component:
    """The cases as a table in pages; without any, what the ties of the group tell of money.

    `page` counts from 1, `href` makes the address of a page.
    """
    if not cases:
        return empty(_("No funding case is recorded."), _money_ties(ties, group_id))
    columns = [
        Column(_("Funder"), header=True),
        Column(_("What for")),
        Column(_("State and date")),
        Column(_("Applied for"), numeric=True),
        Column(_("Awarded"), numeric=True),
        Column(_("Received"), numeric=True),
        Column(_("Source")),
    ]
    rows = [_row(case, notes.get(("funding_case", case.id), ()), editable) for case in cases]
    return paged_table(columns, rows, caption=_("Funding cases"), page=page, href=href)


def money_says(cases: Sequence[Case]) -> str | None:
    """How many cases, and for how many the sum is stated; None without any."""
    if not cases:
        return None
    stated = [case for case in cases if case.awarded_minor is not None]
    first = ngettext("One funding case is recorded.", "%(num)s funding cases are recorded.", len(cases))
    if len(cases) == 1:
        rest = _("Its sum is stated.") if stated else _("Its sum is unknown.")
    else:
        rest = _("The sum is stated for %(share)s.", share=share(len(stated), len(cases)))
    return f"{first} {rest}"


def _money_ties(ties: Sequence[Tie], group_id: int | None) -> str:
    names = [other_end(tie, group_id).name for tie in ties if tie.relation == "money"]
    if not names:
        return _("Where its money comes from is unknown.")
    return _("Ties of money are recorded with %(names)s; their amounts are unknown.", names=listing(list(dict.fromkeys(names))))


def _row(case: Case, notes: Sequence[NoteOnField], editable: bool) -> Row:
    kind = [case.source_name] if case.source_name else []
    flags = [
        *([flag(_("passed on by another body"))] if case.regrant else []),
        *([flag(_("before SEMPRE"))] if case.before_sempre else []),
    ]
    return [
        [case.funder, html.Small(", ".join([*kind, label("instrument", case.instrument)]))],
        [case.what_for or unknown(_("not stated")), *(html.Span(each, className="cell-line") for each in flags)],
        [label("case_state", case.state), *field_marks(notes, "state"), html.Small(_when(case)), *field_lines(notes, "state")],
        _amount(case.applied_minor, case.currency, notes, "applied_minor"),
        _awarded(case, notes),
        _received(case, editable),
        with_edit(cited(case.source), "funding_case", case.id, case.funder, editable=editable),
    ]


def _amount(minor: int | None, currency: str | None, notes: Sequence[NoteOnField], field: str) -> Content | None:
    if minor is None or currency is None:
        return None
    return [money(minor, currency), *field_marks(notes, field), *field_lines(notes, field)]


def _awarded(case: Case, notes: Sequence[NoteOnField]) -> Content | None:
    if case.in_kind_unit and case.in_kind_quantity is not None:
        return _("in kind: %(quantity)s %(unit)s", quantity=case.in_kind_quantity, unit=case.in_kind_unit)
    return _amount(case.awarded_minor, case.currency, notes, "awarded_minor")


def _received(case: Case, editable: bool) -> Content | None:
    came = [with_edit(_receipt(receipt), "receipt", receipt.id, editable=editable) for receipt in case.receipts]
    shown = html.Ul([html.Li(listed(each)) for each in came]) if came else None
    if not editable or case.currency is None:
        return shown
    return [shown or unknown(), " ", add_button(_("Add money received"), "receipt", funding_case=case.id)]


def _receipt(receipt: Receipt) -> Content:
    day = unknown(_("date unknown")) if receipt.day_first is None else vague_date(receipt.day_first, receipt.day_last)
    return [money(receipt.amount_minor, receipt.currency), html.Small(day)]


def _when(case: Case) -> str | Component:
    if case.applied_first is None and case.decided_first is None:
        return unknown(_("date unknown"))
    if case.applied_first is None:
        return _("decided: %(date)s", date=some_day(case.decided_first, case.decided_last))
    return period((case.applied_first, case.applied_last), (case.decided_first, case.decided_last))
