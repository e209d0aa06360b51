"""Where the facts of a biography come from, and where their sources disagree."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _
from flask_babel import ngettext

from components.content import Content
from components.field_note import NoteOnField
from components.formats import listing, money, vague_date
from components.persons import is_hidden, persons
from components.projects.life import Life, Notes
from components.table import Column, Row, table
from components.unknown import unknown

ROWS = ("phase_change", "need", "event", "tie", "funding_case", "assessment")
COUNTS = ("participants", "jobs", "votes", "judges")


def conflicts_table(life: Life, notes: Notes, *, masked: bool) -> Component | None:
    """One row per field on which two sources disagree, with both values; None where they agree."""
    disagree = [(place, note) for place, found in notes.items() for note in found if note.kind == "conflict"]
    rows = [_conflict(life, table_, row_id, note, masked=masked) for (table_, row_id), note in disagree]
    if not rows:
        return None
    columns = [
        Column(_("About"), header=True),
        Column(_("One source says")),
        Column(_("Another source says")),
        Column(_("What is known of it")),
    ]
    return table(columns, rows, caption=_("Where sources disagree"))


def sources_list(life: Life, notes: Notes) -> Component:
    """Each source once, the most used first, with what is known from it."""
    uses: dict[str, Counter[str]] = {}
    noted = [("note", note.source) for found in notes.values() for note in found]
    for kind, source in [*_used(life), *noted]:
        for name in filter(None, map(str.strip, (source or "").split("; "))):
            uses.setdefault(name, Counter())[kind] += 1
    ordered = sorted(uses.items(), key=lambda item: (-item[1].total(), item[0]))
    return html.Ul([html.Li([html.Span(name), html.Small(_uses(counts))]) for name, counts in ordered], className="sources")


def _conflict(life: Life, table_: str, row_id: int, note: NoteOnField, *, masked: bool) -> Row:
    row = next(each for each in _rows(life, table_) if each.id == row_id) if table_ in ROWS else life.profile
    hidden = masked and note.field in COUNTS and is_hidden(getattr(row, note.field, None), masked=True)
    about: Content = [_name(row), html.Small(_field(note.field))]
    other = _("another number") if hidden else note.other_value
    return [about, _said(_value(row, note.field, masked=masked), row.source), _said(other, note.source), None if hidden else note.text]


def _said(value: str | None, source: str | None) -> Content:
    return [value or unknown(), *([html.Small(source)] if source else [])]


def _value(row: object, field: str, *, masked: bool) -> str | None:
    if field.endswith(("_first", "_last")):
        name = field.rpartition("_")[0]
        return vague_date(getattr(row, f"{name}_first", None), getattr(row, f"{name}_last", None))
    value = getattr(row, field, None)
    if value is None:
        return None
    if field.endswith("_minor"):
        return money(value, getattr(row, "currency", None) or "")
    if field in COUNTS:
        return " ".join(filter(None, [persons(value, masked=masked), getattr(row, f"{field}_unit", None)]))
    return str(value)


def _name(row: object) -> str:
    return next((str(getattr(row, name)) for name in ("title", "what", "funder", "name") if hasattr(row, name)), "")


def _field(field: str) -> str:
    words = {
        "participants": _("number of participants"),
        "jobs": _("number of jobs"),
        "day_first": _("date"),
        "start_first": _("date"),
        "awarded_minor": _("amount awarded"),
        "applied_minor": _("amount applied for"),
        "place": _("place"),
        "level_from": _("step of the pyramid"),
    }
    return words.get(field, _("a fact"))


def _rows(life: Life, table_: str) -> Sequence[Any]:
    return {
        "phase_change": life.steps,
        "need": life.needs,
        "event": life.events,
        "tie": [*life.ties, *life.grown],
        "funding_case": life.cases,
        "assessment": life.readings,
    }[table_]


def _used(life: Life) -> Iterable[tuple[str, str | None]]:
    yield "micro_project", life.profile.source
    for table_ in ROWS:
        yield from ((table_, row.source) for row in _rows(life, table_))
    yield from (("receipt", receipt.source) for case in life.cases for receipt in case.receipts)


def _uses(counts: Mapping[str, int]) -> str:
    return listing([_use(kind, n) for kind, n in counts.items()])


def _use(kind: str, n: int) -> str:
    words: dict[str, Callable[[], str]] = {
        "micro_project": lambda: _("what it is"),
        "phase_change": lambda: _("its phase"),
        "need": lambda: ngettext("a need", "%(num)s needs", n),
        "event": lambda: ngettext("an event", "%(num)s events", n),
        "tie": lambda: ngettext("a tie", "%(num)s ties", n),
        "funding_case": lambda: ngettext("a funding case", "%(num)s funding cases", n),
        "receipt": lambda: ngettext("a receipt", "%(num)s receipts", n),
        "assessment": lambda: ngettext("a reading", "%(num)s readings", n),
        "note": lambda: ngettext("a remark", "%(num)s remarks", n),
    }
    return words[kind]()
