"""Funding cases: how far each came, how much is stated, and who gave to whom."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Protocol

from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _
from flask_babel import ngettext

from components.charts.bars import bars
from components.charts.count import Count
from components.content import Content, listed
from components.editing.edit_button import add_button, edit_button
from components.empty import empty
from components.field_note import NoteOnField, field_lines, field_marks
from components.figures import Figure, figures
from components.formats import money, number, share, some_day, vague_date
from components.link import link
from components.table import Column, Row, table
from components.unknown import unknown
from components.vocabulary import label

Day = tuple[date | None, date | None]
NO_DAY: Day = (None, None)


class FundingCase(Protocol):
    """A case as `data_layer.funding` gives it: amounts in minor units, days as (first, last), None is unknown."""

    @property
    def id(self) -> int: ...
    @property
    def network(self) -> str: ...
    @property
    def micro_project_id(self) -> int: ...
    @property
    def micro_project(self) -> str: ...
    @property
    def funder(self) -> str: ...
    @property
    def source_name(self) -> str | None: ...
    @property
    def what_for(self) -> str | None: ...
    @property
    def state(self) -> str: ...
    @property
    def currency(self) -> str | None: ...
    @property
    def applied(self) -> int | None: ...
    @property
    def awarded(self) -> int | None: ...
    @property
    def received_ever(self) -> int | None: ...
    @property
    def applied_day(self) -> Day: ...
    @property
    def decided_day(self) -> Day: ...
    @property
    def received_day(self) -> Day: ...
    @property
    def in_kind(self) -> bool: ...
    @property
    def in_kind_quantity(self) -> int | None: ...
    @property
    def in_kind_unit(self) -> str | None: ...
    @property
    def regrant(self) -> bool: ...
    @property
    def before_sempre(self) -> bool: ...
    @property
    def source(self) -> str | None: ...


class CurrencyTotal(Protocol):
    """Sums of one currency as `data_layer.analysis.funding` gives them."""

    @property
    def currency(self) -> str: ...
    @property
    def awarded(self) -> int: ...
    @property
    def awards(self) -> int: ...
    @property
    def received(self) -> int: ...
    @property
    def receipts(self) -> int: ...
    @property
    def handed_on(self) -> int: ...
    @property
    def regrants(self) -> int: ...


def cases_by_state(counts: Sequence[tuple[str, int]]) -> Component:
    """One bar per state, from the idea to the end."""
    return bars([_count(state, n) for state, n in counts])


def states_now(counts: Sequence[tuple[str, int]], *, given: int) -> str:
    """In how many cases something was given, and how many were refused."""
    refused = dict(counts)["refused"]
    return " ".join(
        [
            _("Something was given in %(given)s cases.", given=share(given, sum(n for _state, n in counts))),
            ngettext("One was refused.", "%(num)s were refused.", refused) if refused else _("No refusal is recorded."),
        ]
    )


def states_table(counts: Sequence[tuple[str, int]], *, caption: str) -> Component:
    """The same counts as a table."""
    rows: list[Row] = [[label("case_state", state), number(n)] for state, n in counts]
    return table([Column(_("State"), header=True), Column(_("Cases"), numeric=True)], rows, caption=caption)


def money_figures(totals: Sequence[CurrencyTotal], *, without_amount: int, given: int, in_kind: int) -> Component:
    """A figure per currency; how many of the `given` cases with money state no sum; how many cases are help in kind."""
    stated = [Figure(money(total.awarded, total.currency), _awards(total.awards), term=_received(total)) for total in totals]
    if not stated and not given and not in_kind:
        return empty(_("No money is recorded."))
    unstated = Figure(without_amount, ngettext("case with money states no sum", "cases with money state no sum", given), of=given)
    kind = Figure(in_kind, ngettext("case is help in kind, in no sum", "cases are help in kind, in no sum", in_kind))
    items = figures([*stated, *([unstated] if given else []), *([kind] if in_kind else [])])
    return html.Div(items, className="figures-many" if len(stated) > 1 else "")


def money_now(totals: Sequence[CurrencyTotal], largest: FundingCase | None, *, without_amount: int, given: int) -> str:
    """The largest single sum, where there are several, and whether more came than the sums tell."""
    sentences = [_largest(largest)] if largest is not None else []
    if not totals:
        sentences.append(_("How much came is unknown: no source states a sum."))
    elif without_amount:
        words = _("For %(unstated)s cases no sum is stated, so more came than the sums tell.", unstated=share(without_amount, given))
        sentences.append(words)
    else:
        sentences.append(_("Every case states its sum."))
    return " ".join(sentences)


def money_table(totals: Sequence[CurrencyTotal], *, caption: str) -> Component:
    """Sums per currency with the number of cases in each."""
    columns = [
        Column(_("Currency"), header=True),
        Column(_("Awarded"), numeric=True),
        Column(_("Received"), numeric=True),
        Column(_("Handed on, not in the sums"), numeric=True),
    ]
    return table(columns, [_total_row(total) for total in totals], caption=caption)


def cases_table(
    cases: Sequence[FundingCase], notes: Mapping[int, Sequence[NoteOnField]], *, caption: str, editable: bool = False
) -> Component:
    """One row per case; `notes` on its fields by its id."""
    columns = [
        Column(_("Micro project"), header=True),
        Column(_("Source and purpose")),
        Column(_("State")),
        Column(_("Stated sums")),
        Column(_("When")),
    ]
    return table(columns, [_case_row(case, notes.get(case.id, ()), editable) for case in cases], caption=caption)


def cases_now(cases: Sequence[FundingCase], *, projects: int) -> str:
    """How many cases there are, and for how many of the micro projects."""
    owners = len({case.micro_project_id for case in cases})
    return _("Recorded cases: %(cases)s, for %(owners)s micro projects.", cases=number(len(cases)), owners=share(owners, projects))


def _largest(case: FundingCase) -> str:
    words = {
        "amount": money(case.awarded if case.awarded is not None else case.received_ever, case.currency or ""),
        "funder": case.funder,
        "project": case.micro_project,
    }
    if case.before_sempre:
        return _("The largest single sum is %(amount)s from %(funder)s for “%(project)s”, before SEMPRE’s support.", **words)
    return _("The largest single sum is %(amount)s from %(funder)s for “%(project)s”.", **words)


def _count(state: str, n: int) -> Count:
    return Count(label("case_state", state), n, note=None if n else _("none recorded"), unknown=state == "unknown")


def _awards(n: int) -> str:
    return ngettext("stated as awarded, in one case", "stated as awarded, in %(num)s cases", n)


def _received(total: CurrencyTotal) -> str:
    if not total.receipts:
        return _("Received: unknown, no receipt is recorded.")
    return ngettext(
        "Received: %(amount)s in one case.",
        "Received: %(amount)s in %(num)s cases.",
        total.receipts,
        amount=money(total.received, total.currency),
    )


def _total_row(total: CurrencyTotal) -> Row:
    sums = ((total.awarded, total.awards), (total.received, total.receipts), (total.handed_on, total.regrants))
    return [total.currency, *(_sum(amount, n, total.currency) for amount, n in sums)]


def _sum(amount: int, n: int, currency: str) -> Content:
    if n == 0:
        return html.Span(_("none recorded"), className="unknown")
    return [money(amount, currency), html.Small(ngettext("one case", "%(num)s cases", n))]


def _case_row(case: FundingCase, notes: Sequence[NoteOnField], editable: bool) -> Row:
    return [
        [link(case.micro_project, f"/micro-projects/{case.micro_project_id}"), html.Small(case.network)],
        [case.funder, *_about(case, notes)],
        [label("case_state", case.state), *field_marks(notes, "state"), *_remarks(case), *field_lines(notes, "state")],
        _sums(case, notes),
        [*listed(_when(case) or unknown()), *_edit(case)] if editable else _when(case),
    ]


def _edit(case: FundingCase) -> list[Component]:
    receipt = [add_button(_("Add money received"), "receipt", funding_case=case.id)] if case.currency else []
    return [html.Span([edit_button("funding_case", case.id, case.micro_project), *receipt], className="edit-row")]


def _about(case: FundingCase, notes: Sequence[NoteOnField]) -> list[Component]:
    lines = [html.Small(text) for text in (case.source_name, case.what_for) if text]
    lines += [html.Small(_("Source: %(source)s", source=case.source))] if case.source else []
    return [*lines, *field_lines(notes, "what_for")]


def _remarks(case: FundingCase) -> list[Component]:
    remarks = [(case.regrant, _("handed on by somebody else")), (case.before_sempre, _("before SEMPRE’s support"))]
    return [html.Small(words) for holds, words in remarks if holds]


def _sums(case: FundingCase, notes: Sequence[NoteOnField]) -> Content | None:
    stated = ((case.applied, "applied"), (case.awarded, "awarded"), (case.received_ever, "received"))
    lines = [_stated(case, amount, state, notes) for amount, state in stated if amount is not None]
    return [*lines, *_in_kind(case)] or None


def _stated(case: FundingCase, amount: int, state: str, notes: Sequence[NoteOnField]) -> Component:
    words = _("%(what)s: %(amount)s", what=label("case_state", state), amount=money(amount, case.currency or ""))
    field = f"{state}_minor"
    return html.Span([words, *field_marks(notes, field), *field_lines(notes, field)], className="line")


def _in_kind(case: FundingCase) -> list[Component]:
    if case.in_kind_quantity is not None:
        return [html.Span(_("in kind: %(n)s %(unit)s", n=number(case.in_kind_quantity), unit=case.in_kind_unit), className="line")]
    return [html.Span(_("in kind"), className="line")] if case.in_kind else []


def _when(case: FundingCase) -> Content | None:
    days = ((case.applied_day, "applied"), (case.decided_day, "decided"), (case.received_day, "received"))
    return [html.Span(_on(what, day), className="line") for day, what in days if day != NO_DAY] or None


def _on(what: str, day: Day) -> str:
    words = _("decided") if what == "decided" else label("case_state", what)
    # Money may come in parts, from one day to another; the others happen on one day.
    return _("%(what)s: %(day)s", what=words, day=vague_date(*day) if what == "received" else some_day(*day))
