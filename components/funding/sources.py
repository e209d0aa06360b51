"""The catalogue of funding sources: who may apply, how hard it is, when money comes, and until when."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Protocol

from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _
from flask_babel import ngettext

from components.content import Content
from components.editing.edit_button import edit_button
from components.empty import empty
from components.field_note import NoteOnField, field_lines, field_marks
from components.formats import country, money_range, share, vague_date
from components.vocabulary import label

Notes = Mapping[int, Sequence[NoteOnField]]


class FundingSource(Protocol):
    """An entry of the catalogue as `data_layer.funding` gives it; None is unknown, `days` lie between today and the deadline."""

    @property
    def id(self) -> int: ...
    @property
    def funder(self) -> str: ...
    @property
    def name(self) -> str | None: ...
    @property
    def instrument(self) -> str: ...
    @property
    def country(self) -> str | None: ...
    @property
    def who_may_apply(self) -> str | None: ...
    @property
    def open_to_informal(self) -> bool | None: ...
    @property
    def effort(self) -> str | None: ...
    @property
    def plain_language(self) -> bool | None: ...
    @property
    def paid(self) -> str | None: ...
    @property
    def paid_after_months(self) -> int | None: ...
    @property
    def currency(self) -> str | None: ...
    @property
    def amount_min(self) -> int | None: ...
    @property
    def amount_max(self) -> int | None: ...
    @property
    def amount_note(self) -> str | None: ...
    @property
    def deadline(self) -> date | None: ...
    @property
    def days(self) -> int | None: ...
    @property
    def note(self) -> str | None: ...
    @property
    def source(self) -> str | None: ...
    @property
    def recipients(self) -> int: ...


def source_list(sources: Sequence[FundingSource], notes: Notes, *, name: str, editable: Collection[int] = ()) -> Component:
    """One entry per source: what is known of it, and what nobody has asked yet. `notes` on its fields by its id, `editable`: the ids of
    those that the reader may change.
    """
    return html.Ul(
        [_entry(source, notes.get(source.id, ()), source.id in editable) for source in sources],
        className="fund-list",
        **{"aria-label": name},
    )


def sources_now(sources: Sequence[FundingSource]) -> str:
    """What the catalogue shows: for whom it is open, how much of that is unknown, and how many sources reached nobody here."""
    if not sources:
        return _("No source is recorded.")
    unused = sum(source.recipients == 0 for source in sources)
    sentences = [_open_to_informal(sources)]
    if unused:
        sentences.append(_("As far as is recorded, %(unused)s sources reached no micro project here.", unused=share(unused, len(sources))))
    return " ".join(sentences)


def _open_to_informal(sources: Sequence[FundingSource]) -> str:
    answers = [source.open_to_informal for source in sources]
    unsaid = answers.count(None)
    if unsaid == len(sources):
        return _("Whether groups without a legal form may apply is unknown for every source: ask before you plan with one.")
    sentence = _(
        "Groups without a legal form may apply: %(open)s sources; they may not: %(closed)s.",
        open=share(answers.count(True), len(sources)),
        closed=share(answers.count(False), len(sources)),
    )
    rest = [_("For %(unsaid)s it is unknown.", unsaid=share(unsaid, len(sources)))] if unsaid else []
    return " ".join([sentence, *rest])


def deadlines(sources: Sequence[FundingSource]) -> Component:
    """The deadlines from today on, the nearest first, as a list."""
    ahead = sorted(
        (source for source in sources if source.days is not None and source.days >= 0), key=lambda source: (source.days, source.id)
    )
    if not ahead:
        return empty(_("No deadline lies ahead."), _without_deadline(sources))
    return html.Ul([_deadline(source) for source in ahead], className="deadlines")


def deadlines_now(sources: Sequence[FundingSource]) -> str | None:
    """Which deadline comes first, and for how many sources none is recorded; None where none lies ahead."""
    ahead = [source for source in sources if source.days is not None and source.days >= 0]
    if not ahead:
        return None
    first = min(ahead, key=lambda source: (source.days, source.id))
    return " ".join([_("The nearest is %(when)s: %(funder)s.", when=_ahead(first), funder=first.funder), _without_deadline(sources)])


def _without_deadline(sources: Sequence[FundingSource]) -> str:
    unsaid = sum(source.deadline is None for source in sources)
    passed = sum(source.days is not None and source.days < 0 for source in sources)
    sentences = [_("Without a recorded deadline: %(unsaid)s sources.", unsaid=share(unsaid, len(sources)))]
    if passed:
        sentences.append(ngettext("One deadline has passed.", "%(num)s deadlines have passed.", passed))
    return " ".join(sentences)


def _deadline(source: FundingSource) -> Component:
    what = " · ".join(filter(None, (source.name, label("instrument", source.instrument))))
    return html.Li([html.P([html.B(_day(source)), " ", html.Small(_ahead(source))]), html.P([source.funder, html.Small(what)])])


def _entry(source: FundingSource, notes: Sequence[NoteOnField], editable: bool) -> Component:
    asked = _asked(source, notes)
    known = [html.Div([html.Dt(words), html.Dd(answer)]) for words, answer in asked if answer is not None]
    missing = [words for words, answer in asked if answer is None] if known else [_("everything about applying, sums and deadlines")]
    about = [html.P(source.note, className="about")] if source.note else []
    return html.Li(
        [
            html.Div([*_who_gives(source, notes), *_edit(source, editable)], className="fund-who"),
            html.Div([*about, *([html.Dl(known)] if known else []), *_origin(source, notes)]),
            html.P(
                [html.B(_("Unknown")), html.Br(), html.Span(", ".join(missing), className="unknown")] if missing else "",
                className="missing",
            ),
        ]
    )


def _edit(source: FundingSource, editable: bool) -> list[Component]:
    return [html.P(edit_button("funding_source", source.id, source.funder))] if editable else []


def _asked(source: FundingSource, notes: Sequence[NoteOnField]) -> list[tuple[str, Content | None]]:
    """What one wants to know of a source, with the answer where there is one."""
    return [
        (_("who may apply"), _with_marks(source.who_may_apply, notes, "who_may_apply")),
        (_("open to informal groups"), _with_marks(_yes_or_no(source.open_to_informal), notes, "open_to_informal")),
        (_("how hard it is"), _with_marks(_effort(source), notes, "effort")),
        (_("plain language"), _with_marks(_yes_or_no(source.plain_language), notes, "plain_language")),
        (_("when it is paid"), _with_marks(_paid(source), notes, "paid", "paid_after_months")),
        (_("how much"), _with_marks(_how_much(source), notes, "amount_min_minor", "amount_max_minor", "amount_note", "currency")),
        (_("deadline"), _with_marks(_until_when(source), notes, "deadline")),
    ]


def _with_marks(answer: str | None, notes: Sequence[NoteOnField], *fields: str) -> Content | None:
    return None if answer is None else [answer, *field_marks(notes, *fields), *field_lines(notes, *fields)]


def _who_gives(source: FundingSource, notes: Sequence[NoteOnField]) -> list[Component]:
    kind = [label("instrument", source.instrument), *field_marks(notes, "instrument")]
    place = [" · ", country(source.country)] if source.country else []
    reached = ngettext("One micro project here got something.", "%(num)s micro projects here got something.", source.recipients)
    return [
        html.H3([source.funder, *field_marks(notes, "funder")]),
        *([html.P([source.name, *field_marks(notes, "name")])] if source.name else []),
        html.P([*kind, *place], className="small"),
        html.P(reached if source.recipients else _("No micro project here is recorded with it."), className="small"),
    ]


def _origin(source: FundingSource, notes: Sequence[NoteOnField]) -> list[Component]:
    lines = field_lines(notes, "funder", "name", "instrument", "note")
    return [*lines, *([html.P(_("Source: %(source)s", source=source.source), className="small")] if source.source else [])]


def _effort(source: FundingSource) -> str | None:
    return None if source.effort is None else label("effort", source.effort)


def _paid(source: FundingSource) -> str | None:
    months = source.paid_after_months
    delay = None if months is None else ngettext("after up to one month", "after up to %(num)s months", months)
    words = None if source.paid is None else label("payment", source.paid)
    return ", ".join(filter(None, (words, delay))) or None


def _how_much(source: FundingSource) -> str | None:
    known = source.currency is not None and (source.amount_min is not None or source.amount_max is not None)
    amount = money_range(source.amount_min, source.amount_max, source.currency or "") if known else None
    return "; ".join(filter(None, (amount, source.amount_note))) or None


def _until_when(source: FundingSource) -> str | None:
    return None if source.deadline is None else f"{_day(source)} ({_ahead(source)})"


def _day(source: FundingSource) -> str:
    return vague_date(source.deadline, source.deadline)


def _ahead(source: FundingSource) -> str:
    if source.days == 0:
        return _("today")
    if source.days is None or source.days < 0:
        return _("has passed")
    return ngettext("tomorrow", "in %(num)s days", source.days)


def _yes_or_no(answer: bool | None) -> str | None:
    return None if answer is None else _("yes") if answer else _("no")
