"""The words of one moment in the life of a micro project, by its kind."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _
from flask_babel import ngettext

from components.content import Content
from components.field_note import field_lines, field_marks
from components.flag import flag
from components.formats import listing, money
from components.level import Level
from components.persons import is_hidden, persons
from components.projects.life import Case, Event, Need, Notes, Reading, Receipt, Step, Tie
from components.projects.standing import capital
from components.projects.supporters import direction, other_end
from components.unknown import unknown
from components.vocabulary import label

MOST_NAMES = 6


@dataclass(frozen=True, slots=True)
class Told:
    """A moment in words: its kind, what happened, where that comes from, and which row holds it where one may be changed."""

    kind: str
    what: Content
    source: str | None
    table: str = ""
    row_id: int = 0


@dataclass(frozen=True, slots=True)
class Teller:
    """Puts moments into words; knows the group, the notes on fields, and whether small counts of persons are hidden."""

    group_id: int | None
    notes: Notes
    masked: bool
    editable: bool = False

    def tell(self, kind: str, rows: Sequence[Any]) -> Told:
        """The words of a moment of this kind; `rows` are those of `data_layer.analysis.story`."""
        told = TELLING[kind](self, rows)
        single = kind == "receipt" or len(rows) == 1
        return replace(told, table=TABLES[kind], row_id=rows[-1].id) if self.editable and single else told

    def _need(self, rows: Sequence[Need]) -> Told:
        (need,) = rows
        counts = [_(" %(n)s people took part.", n=self._shown(need.participants))] if need.participants is not None else []
        return Told(_("Need"), [need.what, ".", *counts], need.source)

    def _phase(self, rows: Sequence[Step]) -> Told:
        (step,) = rows
        if step.phase == "unknown":
            words = _("From here on its phase is unknown.")
        else:
            words = _("It reaches this phase: %(phase)s.", phase=label("phase", step.phase))
        reason = [" ", _("Reason: %(reason)s", reason=step.reason)] if step.reason else []
        ours = [" ", flag(_("our reading"), "reading")] if step.is_reading else []
        return Told(_("Phase"), [words, *reason, *ours], step.source)

    def _event(self, rows: Sequence[Event]) -> Told:
        (event,) = rows
        notes = self.notes.get(("event", event.id), ())
        parts: list[str | Component] = [event.title, *field_marks(notes, "title")]
        parts += [_(", %(place)s", place=event.place)] if event.place else []
        parts += [". ", *self._participants(event)] if event.participants is not None else ["."]
        parts += [" ", event.outcome] if event.outcome else []
        parts += field_marks(notes, "day_first", "day_last")
        hidden = is_hidden(event.participants, masked=self.masked)
        parts += [] if hidden else [html.Span(line, className="fact-line") for line in field_lines(notes, "participants", "day_first")]
        return Told(capital(label("event_kind", event.kind)), parts, event.source)

    def _participants(self, event: Event) -> list[str | Component]:
        unit = event.participants_unit or _("people")
        count = self._shown(event.participants)
        words = _("About %(n)s %(unit)s.", n=count, unit=unit) if event.about else f"{capital(f'{count} {unit}')}."
        return [words, *field_marks(self.notes.get(("event", event.id), ()), "participants")]

    def _tie(self, rows: Sequence[Tie]) -> Told:
        first = rows[0]
        pattern = {
            "towards": _("From %(names)s: %(relation)s"),
            "away": _("To %(names)s: %(relation)s"),
            "both": _("With %(names)s: %(relation)s"),
        }
        words = pattern[direction(first, self.group_id)] % {"names": self._names(rows), "relation": label("relation", first.relation)}
        parts: list[str | Component] = [words, f" ({first.what})." if first.what else "."]
        if first.event and first.event != first.what:
            parts += [" ", _("It came out of: %(event)s.", event=first.event)]
        marks = [
            mark for tie in rows for mark in field_marks(self.notes.get(("tie", tie.id), ()), "from_id", "to_id", "relation", "start_first")
        ]
        return Told(_("Tie"), [*parts, *marks], first.source)

    def _tie_ended(self, rows: Sequence[Tie]) -> Told:
        words = _("The tie with %(names)s ends: %(relation)s.", names=self._names(rows), relation=label("relation", rows[0].relation))
        return Told(_("Tie"), words, rows[0].source)

    def _names(self, rows: Sequence[Tie]) -> str:
        names = list(dict.fromkeys(_name(tie, self.group_id) for tie in rows))
        if len(names) <= MOST_NAMES:
            return listing(names)
        rest = len(names) - MOST_NAMES + 1
        return listing([*names[: MOST_NAMES - 1], ngettext("one more", "%(num)s more", rest)])

    def _applied(self, rows: Sequence[Case]) -> Told:
        (case,) = rows
        words = _("Applied to %(funder)s", funder=case.funder)
        return Told(_("Money"), [words, *_purpose(case), ": ", _sum(case.applied_minor, case.currency), "."], case.source)

    def _decided(self, rows: Sequence[Case]) -> Told:
        (case,) = rows
        notes = self.notes.get(("funding_case", case.id), ())
        parts: list[str | Component] = [case.funder, *_purpose(case), ": ", label("case_state", case.state), *field_marks(notes, "state")]
        if case.awarded_minor is not None or case.state not in ("idea", "applied", "refused"):
            parts += [", ", _sum(case.awarded_minor, case.currency), *field_marks(notes, "awarded_minor")]
        return Told(_("Money"), [*parts, "."], case.source)

    def _receipt(self, rows: Sequence[Any]) -> Told:
        case: Case = rows[0]
        receipt: Receipt = rows[1]
        amount = money(receipt.amount_minor, receipt.currency)
        return Told(_("Money"), _("%(amount)s arrive from %(funder)s.", amount=amount, funder=case.funder), receipt.source)

    def _reading(self, rows: Sequence[Reading]) -> Told:
        sides = [f"{label('side', reading.side)} {Level(reading.low, reading.high)}" for reading in rows]
        notes = [note for reading in rows for note in self.notes.get(("assessment", reading.id), ())]
        stage = [f" ({label('stage', rows[0].stage)})"] if rows[0].stage != "unknown" else []
        evidence = [" ", rows[0].evidence] if rows[0].evidence else []
        ours = [" ", flag(_("our reading"), "reading")] if any(note.kind == "reading" for note in notes) else []
        return Told(_("How much say"), [capital("; ".join(sides)), *stage, ".", *evidence, *ours], rows[0].source)

    def _shown(self, count: int | None) -> str:
        return persons(count, masked=self.masked) or ""


def _name(tie: Tie, group_id: int | None) -> str:
    if group_id in (tie.start.id, tie.end.id):
        return other_end(tie, group_id).name
    return _("%(one)s and %(other)s", one=tie.start.name, other=tie.end.name)


def _purpose(case: Case) -> list[str]:
    return [", ", case.what_for] if case.what_for else []


def _sum(minor: int | None, currency: str | None) -> str | Component:
    return money(minor, currency) if minor is not None and currency else unknown(_("amount unknown"))


# Where the row of a moment is kept; that of a receipt stands after its case.
TABLES: Mapping[str, str] = {
    "need": "need",
    "phase": "phase_change",
    "event": "event",
    "tie": "tie",
    "tie_ended": "tie",
    "applied": "funding_case",
    "decided": "funding_case",
    "case": "funding_case",
    "receipt": "receipt",
    "reading": "assessment",
}
TELLING: Mapping[str, Callable[[Teller, Sequence[Any]], Told]] = {
    "need": Teller._need,
    "phase": Teller._phase,
    "event": Teller._event,
    "tie": Teller._tie,
    "tie_ended": Teller._tie_ended,
    "applied": Teller._applied,
    "decided": Teller._decided,
    "case": Teller._decided,
    "receipt": Teller._receipt,
    "reading": Teller._reading,
}
