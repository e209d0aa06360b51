"""What is special about one field, beside its value: a mark for a reading, a line for what another source says."""

from collections.abc import Iterable
from typing import Protocol

from dash import html
from dash.development.base_component import Component
from flask_babel import gettext as _

from components.flag import FlagKind, note_mark
from components.vocabulary import label

MARKS: dict[str, FlagKind] = {"reading": "reading", "invented": "invented"}


class Origin(Protocol):
    """Where one value comes from, when that differs from its row; `kind` is a code of the vocabulary "note_kind"."""

    @property
    def kind(self) -> str: ...
    @property
    def other_value(self) -> str | None: ...
    @property
    def text(self) -> str | None: ...
    @property
    def source(self) -> str | None: ...


class NoteOnField(Origin, Protocol):
    """A note as `data_layer.note` gives it: the origin of the value of a field."""

    @property
    def field(self) -> str: ...


def field_marks(notes: Iterable[NoteOnField], *fields: str) -> list[Component]:
    """The marks that belong right after the values of these fields: one per reading of ours or invented value."""
    return [
        note_mark(": ".join(filter(None, (label("note_kind", note.kind), note.text))), kind=MARKS[note.kind])
        for note in notes
        if note.field in fields and note.kind in MARKS
    ]


def field_lines(notes: Iterable[NoteOnField], *fields: str) -> list[Component]:
    """Small lines under the values of these fields: what another source says, and which."""
    return [html.Small(_words(note)) for note in notes if note.field in fields and note.kind not in MARKS]


def _words(note: NoteOnField) -> str:
    parts = [note.text or "", _("Another source says: %(value)s.", value=note.other_value) if note.other_value else ""]
    said = " ".join(part for part in parts if part)
    return _("%(words)s (%(source)s)", words=said, source=note.source) if note.source else said
